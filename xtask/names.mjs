// Gives the imports and exports of the wasm one- and two-letter names. wasm-bindgen's own ("__wbg_append_8df396311184f750") end in hashes, which nothing can
// compress, in the wasm and in the glue. In: a program's wasm and glue in dist/. Out: the same two files, shorter.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const IMPORTS = 2;
const EXPORTS = 7;
const FUNCTION = 0;

/** Renames in both files of the program. */
export function shortenNames(folder, program) {
	const wasm = path.join(folder, `${program}.wasm`);
	const glue = path.join(folder, `${program}-glue.js`);
	const imports = new Map();
	const exports = new Map([['memory', 'memory']]); // what looks at a page's memory finds it
	writeFileSync(wasm, renamed(readFileSync(wasm), imports, exports));
	const text = readFileSync(glue, 'utf8').replace(/\b__wb\w+(?=: function)/g, (name) => imports.get(name) ?? name);
	writeFileSync(glue, text.replace(/(?<=\bwasm\.)\w+/g, (name) => exports.get(name) ?? missing(name)));
}

function missing(name) {
	throw new Error(`the glue calls ${name}, which the wasm does not export`);
}

function renamed(bytes, imports, exports) {
	let at = 8; // behind the magic number and the version
	const number = () => {
		for (let value = 0, shift = 0; ; shift += 7) {
			const byte = bytes[at++];
			value += (byte & 0x7f) * 2 ** shift;
			if (byte < 0x80) return value;
		}
	};
	const piece = () => {
		const length = number();
		return bytes.subarray(at, (at += length));
	};
	const named = (names, name) => {
		if (!names.has(name)) names.set(name, short(names.size));
		return [leb(names.get(name).length), Buffer.from(names.get(name))];
	};
	const imported = () => {
		const module = piece();
		const name = piece().toString();
		const kind = bytes[at++];
		if (kind !== FUNCTION) throw new Error(`the wasm imports ${name}, which is no function`);
		return [leb(module.length), module, ...named(imports, name), Buffer.from([kind]), leb(number())];
	};
	const exported = () => [...named(exports, piece().toString()), bytes.subarray(at, ++at), leb(number())];
	const whole = [bytes.subarray(0, at)];
	while (at < bytes.length) {
		const start = at;
		const id = bytes[at++];
		const end = number() + at;
		const entry = { [IMPORTS]: imported, [EXPORTS]: exported }[id];
		if (entry) {
			const entries = [leb(number())];
			while (at < end) entries.push(...entry());
			const section = Buffer.concat(entries);
			whole.push(Buffer.from([id]), leb(section.length), section);
		} else {
			at = end;
			whole.push(bytes.subarray(start, end));
		}
	}
	return Buffer.concat(whole);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function short(number) {
	const last = LETTERS[number % LETTERS.length];
	return number < LETTERS.length ? last : short(Math.floor(number / LETTERS.length) - 1) + last;
}

function leb(number) {
	const bytes = [];
	do bytes.push((number & 0x7f) | (number > 0x7f ? 0x80 : 0));
	while ((number >>>= 7) > 0);
	return Buffer.from(bytes);
}
