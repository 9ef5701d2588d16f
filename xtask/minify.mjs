// Makes the scripts of dist/ smaller and fewer: comments and long names are for the repository, and so are files of one noun each. What is always
// wanted together is one file (less to ask for, better compressed); what is fetched when it is needed stays a file of its own, by `import` and
// `new URL`, so that bundlers still see both.

import { build } from 'esbuild';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shortenImports } from './imports.mjs';

const dist = path.resolve(import.meta.dirname, '../dist');
shortenImports(dist);
trimGlue(path.join(dist, 'glue.js'));

const scripts = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.js'));
// What pages import, and what is fetched later.
const isEntry = (file) => ['element.js', 'glue.js', 'index.js', 'search.js'].includes(file) || file.includes(path.sep);

await build({
	entryPoints: scripts.filter(isEntry).map((file) => path.join(dist, file)),
	outdir: dist,
	outbase: dist,
	allowOverwrite: true,
	bundle: true,
	splitting: true,
	format: 'esm',
	chunkNames: 'shared-[hash]',
	minify: true,
	target: ['chrome97', 'firefox102', 'safari16.4'],
	charset: 'utf8',
	logLevel: 'warning',
});
for (const file of scripts.filter((file) => !isEntry(file))) rmSync(path.join(dist, file));

// What a first drawing calls. Chromium (136 on) then compiles all functions of the file while it is fetched, off the page's thread, and not one by
// one when they are called, which took 3 ms of it. To others it is a comment.
for (const name of readdirSync(dist).filter((name) => /^(glue|shared-.*)\.js$/.test(name))) {
	const file = path.join(dist, name);
	writeFileSync(file, `//# allFunctionsCalledOnLoad\n${readFileSync(file, 'utf8')}`);
}

// wasm-bindgen's glue can start from an address, a response or bytes, and at once or later. load.js always gives it a compiled module,
// because it has its own words for each way to fail: a tenth of the glue is never run.
function trimGlue(file) {
	let text = readFileSync(file, 'utf8');
	const replace = (what, other) => {
		const left = text.replace(what, other);
		if (left === text) throw new Error(`xtask/minify.mjs: ${what} is no longer in the glue`);
		text = left;
	};
	const load = 'return { instance: await WebAssembly.instantiate(module, imports), module };';
	replace(/^async function __wbg_load\(module, imports\) {\n.*?^}/ms, `async function __wbg_load(module, imports) { ${load} }`);
	replace(/^function initSync\(module\) {\n.*?^}\n/ms, '');
	replace(/initSync, /, '');
	replace(/^ +if \(module_or_path !== undefined\) {\n.*?^ {4}}\n/ms, '    ({module_or_path} = module_or_path);\n');
	replace(/^ +if \(typeof module_or_path === 'string'.*?^ {4}}\n/ms, '');
	// What may throw is wrapped once, not at each call.
	replace(/function\(\) { return handleError\((function .*?), arguments\); }/gs, 'handled($1)');
	replace(/^function handleError\(f, args\) {\n(.*?)f\.apply\(this, args\)(.*?)^}\n/ms, 'function handled(f) { return function() {\n$1f.apply(this, arguments)$2}; }\n');
	// What every browser of our floor has had for years.
	replace(/^if \(!\('encodeInto' in cachedTextEncoder\)\) {\n.*?^}\n/ms, '');
	// Arguments that are no text are seen to in api.rs.
	replace(/^ {4}try {\n((?: {8}.*\n)+) {4}} catch \(e\) {\n(?: {8}if.*\n)+ {8}throw e;\n {4}}\n/gm, '$1');
	// Every text is passed with a way to make its room larger.
	replace(/^ {4}if \(realloc === undefined\) {\n.*?^ {4}}\n/ms, '');
	// view.js frees what it makes.
	replace(/^const \w+Finalization = [^;]*;\n/gm, '');
	replace(/^ +\w+Finalization\.unregister\(this\);\n/gm, '');
	replace(/^ +\w+Finalization\.register\(.*?\);\n/gm, '');
	replace(/^if \(Symbol\.dispose\).*\n/gm, '');
	writeFileSync(file, text);
}
