// Before anything else of the page: counts listeners that are held, frames and timers that are due, bytes of wasm memories, and violations of the policy.
// A listener goes when it is removed or when its signal is aborted.

const held = new Map();
const counts = (globalThis.counts = { violations: [], frames: new Set(), timers: new Set(), get listeners() { return [...held.values()].reduce((sum, set) => sum + set.size, 0); }, memories: [], get memory() { return this.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); } });

const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
const name = (type, listener, options) => [type, listener, Boolean(options?.capture ?? options)];
const same = (a, b) => a.every((part, place) => part === b[place]);

EventTarget.prototype.addEventListener = function (type, listener, options) {
	const target = this ?? globalThis;
	if (listener && !options?.signal?.aborted) {
		const entries = held.get(target) ?? new Set();
		const entry = name(type, listener, options);
		if (![...entries].some((other) => same(other, entry))) {
			held.set(target, entries.add(entry));
			const drop = () => entries.delete(entry);
			if (options?.signal) add.call(options.signal, 'abort', drop);
			if (options?.once) add.call(target, type, drop, { once: true });
		}
	}
	return add.call(target, type, listener, options);
};
EventTarget.prototype.removeEventListener = function (type, listener, options) {
	const target = this ?? globalThis;
	const entries = held.get(target);
	const entry = entries && [...entries].find((other) => same(other, name(type, listener, options)));
	if (entry) entries.delete(entry);
	return remove.call(target, type, listener, options);
};

for (const [ask, cancel, due] of [['requestAnimationFrame', 'cancelAnimationFrame', counts.frames], ['setTimeout', 'clearTimeout', counts.timers]]) {
	const [asked, cancelled] = [globalThis[ask], globalThis[cancel]];
	globalThis[ask] = (work, ...rest) => {
		const id = asked.call(globalThis, (...values) => { due.delete(id); work(...values); }, ...rest);
		due.add(id);
		return id;
	};
	globalThis[cancel] = (id) => { due.delete(id); cancelled.call(globalThis, id); };
}

const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...given) => {
	const made = await instantiate(...given);
	counts.memories.push((made.instance ?? made).exports.memory);
	return made;
};

add.call(document, 'securitypolicyviolation', ({ violatedDirective, blockedURI }) => counts.violations.push(`${violatedDirective} ${blockedURI}`));
