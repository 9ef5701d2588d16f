// Before anything else of the page: keeps hold of the wasm's memory, so that a test can break it.

for (const name of ['instantiate', 'instantiateStreaming']) {
	const own = WebAssembly[name];
	WebAssembly[name] = async (...args) => {
		const made = await own.apply(WebAssembly, args);
		globalThis.memory = (made.instance ?? made).exports.memory;
		return made;
	};
}
