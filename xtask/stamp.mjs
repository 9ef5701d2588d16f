// Stamps a program's wasm and its glue as of one build, because a cache or a half-done delivery may mix them with those of another. In: both files in
// dist/. Out: the wasm with a section `build`, the glue with the same in an export; load.js compares them.

import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const { version } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../package.json'), 'utf8'));

/** The version, and what tells builds of one version apart. */
export function stamp(folder, program) {
	const [wasm, glue] = [`${program}.wasm`, `${program}-glue.js`].map((name) => path.join(folder, name));
	const hash = createHash('sha256').update(readFileSync(wasm)).update(readFileSync(glue)).digest('hex').slice(0, 6);
	const build = `${version}-${hash}`;
	writeFileSync(wasm, Buffer.concat([withoutFeatures(readFileSync(wasm)), section('build', Buffer.from(build))]));
	appendFileSync(glue, `export const build = '${build}';\n`);
}

// A custom section of a wasm: both lengths fit into one byte.
function section(name, contents) {
	return Buffer.concat([Buffer.from([0, 1 + name.length + contents.length, name.length]), Buffer.from(name), contents]);
}

// Which features the compiler has used, for other compilers: 0.1 kB that nothing compresses. It is the last section.
function withoutFeatures(bytes) {
	const name = Buffer.from('\x0ftarget_features', 'latin1');
	const at = bytes.lastIndexOf(name);
	const start = bytes.lastIndexOf(0, at - 1);
	if (at < 0 || bytes[start] !== 0 || lengthAt(bytes, start + 1) !== bytes.length - at) throw new Error('xtask/stamp.mjs: the wasm does not end with target_features');
	return bytes.subarray(0, start);
}

function lengthAt(bytes, at) {
	for (let value = 0, shift = 0; ; shift += 7) {
		const byte = bytes[at++];
		value += (byte & 0x7f) * 2 ** shift;
		if (byte < 0x80) return value;
	}
}
