// Gives the imports of the wasm one- and two-letter names. wasm-bindgen's own ("__wbg_append_8df396311184f750") end in hashes, which nothing can
// compress, in the wasm and in the glue. In: a program's wasm and glue in dist/. Out: the same two files, shorter.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const IMPORTS = 2;
const FUNCTION = 0;

/** Renames in both files of the program. */
export function shortenImports(folder, program) {
	const wasm = path.join(folder, `${program}.wasm`);
	const glue = path.join(folder, `${program}-glue.js`);
	const names = new Map();
	writeFileSync(wasm, renamed(readFileSync(wasm), names));
	writeFileSync(glue, readFileSync(glue, 'utf8').replace(/\b__wb\w+(?=: function)/g, (name) => names.get(name) ?? name));
}

function renamed(bytes, names) {
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
	while (at < bytes.length) {
		const start = at;
		const id = bytes[at++];
		const size = number();
		const end = at + size;
		if (id !== IMPORTS) {
			at = end;
			continue;
		}
		const count = number();
		const written = [leb(count)];
		while (at < end) {
			const module = piece();
			const name = piece().toString();
			const kind = bytes[at++];
			if (kind !== FUNCTION) throw new Error(`the wasm imports ${name}, which is no function`);
			names.set(name, short(names.size));
			written.push(leb(module.length), module, leb(names.get(name).length), Buffer.from(names.get(name)), Buffer.from([kind]), leb(number()));
		}
		const section = Buffer.concat(written);
		return Buffer.concat([bytes.subarray(0, start), Buffer.from([IMPORTS]), leb(section.length), section, bytes.subarray(end)]);
	}
	return bytes;
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
