// Takes a WebAssembly file apart by size. In: bytes that still have their name section. Out: bytes per section, per function.

/** Gives { sections: Map(name -> bytes), functions: [{ name, size }] }. */
export function dissect(bytes) {
	let at = 8; // behind the magic number and the version
	const number = () => {
		for (let value = 0, shift = 0; ; shift += 7) {
			const byte = bytes[at++];
			value += (byte & 0x7f) * 2 ** shift;
			if (byte < 0x80) return value;
		}
	};
	const text = () => {
		const length = number();
		return bytes.toString('utf8', at, (at += length));
	};
	const NAMES = ['custom', 'type', 'import', 'function', 'table', 'memory', 'global', 'export', 'start', 'element', 'code', 'data', 'data count', 'tag'];
	const IMPORTED = {
		0: () => (number(), 1),
		1: () => (at++, limits(), 0),
		2: () => (limits(), 0),
		3: () => ((at += 2), 0),
		4: () => (at++, number(), 0),
	};
	const limits = () => {
		const flags = bytes[at++];
		number();
		if (flags & 1) number();
	};

	const sections = new Map();
	const sizes = [];
	const names = new Map();
	let imported = 0;
	while (at < bytes.length) {
		const id = bytes[at++];
		const size = number();
		const end = at + size;
		let name = NAMES[id] ?? `section ${id}`;
		if (id === 2) {
			for (let count = number(); count > 0; count--) {
				text();
				text();
				imported += IMPORTED[bytes[at++]]();
			}
		} else if (id === 10) {
			for (let count = number(); count > 0; count--) {
				const length = number();
				sizes.push(length);
				at += length;
			}
		} else if (id === 0) {
			name = `custom: ${text()}`;
			while (name === 'custom: name' && at < end) {
				const kind = bytes[at++];
				const next = number() + at;
				if (kind === 1) for (let count = number(); count > 0; count--) names.set(number(), text());
				at = next;
			}
		}
		sections.set(name, (sections.get(name) ?? 0) + size);
		at = end;
	}
	return { sections, functions: sizes.map((size, index) => ({ size, name: names.get(index + imported) ?? `function ${index + imported}` })) };
}

/** The crate and module that a demangled name was written in; generic code counts where it was written. */
export function home(name) {
	const plain = name.replace(/\[[0-9a-f]{8,}\]/g, '').replace(/::h[0-9a-f]{16}$/, '');
	const ours = /article_timeline::\w+/.exec(plain)?.[0];
	if (ours) return ours;
	if (/ shim$|^__|^widget|^\w+_[0-9a-f]{16}$/.test(plain)) return 'what JavaScript calls, with what was inlined into it';
	return /\b(\w+)::/.exec(plain)?.[1] ?? 'other';
}
