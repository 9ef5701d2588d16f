// Starts the smallest wasm there is, and says on the page whether it could. A driver's own script will not do: it is not
// under the page's policy.

const EMPTY = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

document.body.textContent = await WebAssembly.instantiate(EMPTY).then(
	() => 'started',
	(error) => `refused: ${error}`,
);
