// Takes out of wasm-bindgen's glue the ways to start that are never used here: a sixth of a program's glue. In: a glue file. Out: the same, with one
// way. What else could be cut saves less than 0.1 kB each and would break with the next version of wasm-bindgen (docs/size.md).

import { readFileSync, writeFileSync } from 'node:fs';

// wasm-bindgen starts from an address, a response or bytes, at once or later, but once only. load.js always has a compiled module, because it has its own
// words for each way to fail; and after a panic the reader starts anew.
const START = `export default async function start(module) {
    __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
}
`;

/** Replaces all from the loading on; where that is no longer to be found the build fails. */
export function trimGlue(file) {
	const text = readFileSync(file, 'utf8');
	const at = text.search(/^async function __wbg_load\(module, imports\) {$/m);
	if (at < 0 || !text.includes('function __wbg_finalize_init(instance, module)')) throw new Error(`xtask/glue.mjs: ${file} loads its wasm in another way than before`);
	writeFileSync(file, text.slice(0, at) + START);
}
