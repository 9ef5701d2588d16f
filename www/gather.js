// The fields of an object and of all inside it, as one text and two lists of numbers: what goes into the wasm one by one takes longer on its way
// than to read. In: whatever the page gave, and the names that are known. Out: what the core reads. It knows no field.

const TEXT = 128;

/** The codes of the fields found (their places in `names`, with TEXT if it is one), their numbers or lengths, and all texts, a line each, in UTF-8. */
export function gather(value, names) {
	const tree = { inside: {} };
	names.split(' ').forEach((name, code) => {
		let node = tree;
		for (const part of name.split('.')) node = node.inside[part] ??= { inside: { __proto__: null } };
		node.code = code;
	});
	const codes = [];
	const numbers = [];
	const texts = [];
	const tell = (code, number) => {
		codes.push(code);
		numbers.push(number);
	};
	const take = (value, node) => {
		if (Array.isArray(value)) {
			for (const item of value) take(item, node);
		} else if (typeof value === 'string') {
			if (node.code === undefined) return; // only what is inside it has a name
			tell(node.code | TEXT, value.length);
			texts.push(value);
		} else if (value !== null && value !== undefined) {
			if (node.code !== undefined) tell(node.code, typeof value === 'object' ? NaN : +value);
			for (const name in value) if (node.inside[name]) take(value[name], node.inside[name]);
		}
	};
	take(value, tree);
	return [Uint8Array.from(codes), Float64Array.from(numbers), new TextEncoder().encode(texts.join('\n'))];
}
