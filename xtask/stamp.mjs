// Stamps a program's wasm and its glue as of one build, because a cache or a half-done delivery may mix them with those of another. In: both files in
// dist/. Out: the wasm with a section `build`, the glue with the same in an export; load.js compares them.

import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';

const { version } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../package.json'), 'utf8'));

/** The version, and what tells builds of one version apart. */
export function stamp(folder, program) {
	const [wasm, glue] = [`${program}.wasm`, `${program}-glue.js`].map((name) => path.join(folder, name));
	const hash = createHash('sha256').update(readFileSync(wasm)).update(readFileSync(glue)).digest('hex').slice(0, 6);
	const build = `${version}-${hash}`;
	appendFileSync(wasm, section('build', Buffer.from(build)));
	appendFileSync(glue, `export const build = '${build}';\n`);
}

// A custom section of a wasm: both lengths fit into one byte.
function section(name, contents) {
	return Buffer.concat([Buffer.from([0, 1 + name.length + contents.length, name.length]), Buffer.from(name), contents]);
}
