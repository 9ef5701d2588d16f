// The fields of an object and of all inside it, as one text and two lists of numbers: what goes into the wasm one by one takes longer on its way
// than to read. In: whatever the page gave, and the names that are known. Out: what the core reads. It knows no field.

const TEXT = 128;

/**
 * The codes of the fields found (their places in `names`, with TEXT if it is one), their numbers or lengths, and all texts, a line each, in UTF-8.
 * An object has a name of its own or none, and is told before its fields; of a list, each item is. What is no object where one should be is missing.
 */
export function gather(value, names) {
	const tree = {};
	names.split(' ').forEach((name, code) => {
		let node = tree;
		for (const part of name.split('.')) node = (node.inside ??= { __proto__: null })[part] ??= {};
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
		const { code, inside } = node;
		const type = typeof value;
		if (Array.isArray(value)) {
			for (const item of value) take(item, node);
		} else if (inside) {
			if (type !== 'object' || !value) return;
			if (code !== undefined) tell(code, 0);
			for (const name in value) if (inside[name]) take(value[name], inside[name]);
		} else if (type === 'string') {
			tell(code | TEXT, value.length);
			texts.push(value);
		} else if (type === 'number' || type === 'boolean') {
			tell(code, +value);
		}
	};
	take(value, tree);
	return [new Uint8Array(codes), new Float64Array(numbers), new TextEncoder().encode(texts.join('\n'))];
}
