// Takes out of wasm-bindgen's glue what is never run here. In: a glue file. Out: the same, smaller. Every cut is one that tests would miss if it cut
// too much, and that saves more than 0.1 kB (docs/size.md); where the glue no longer has what is to be cut, the build fails.

import { readFileSync, writeFileSync } from 'node:fs';

export function trimGlue(file) {
	let text = readFileSync(file, 'utf8');
	const replace = (what, other) => {
		const left = text.replace(what, other);
		if (left === text) throw new Error(`xtask/glue.mjs: ${what} is no longer in ${file}`);
		text = left;
	};
	// It can start from an address, a response or bytes, and at once or later, but once only. load.js always gives it a compiled module, because it
	// has its own words for each way to fail; and after a panic the reader starts anew.
	const start = 'export default async function start(module) {\n    __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);\n}\n';
	replace(/^async function __wbg_load\(module, imports\) {\n.*/ms, start);
	// What may throw is wrapped once, not at each call.
	replace(/function\(\) { return handleError\((function .*?), arguments\); }/gs, 'handled($1)');
	replace(/^function handleError\(f, args\) {\n(.*?)f\.apply\(this, args\)(.*?)^}\n/ms, 'function handled(f) { return function() {\n$1f.apply(this, arguments)$2}; }\n');
	writeFileSync(file, text);
}
