// Makes the scripts of dist/ smaller and fewer: comments and long names are for the repository, and so are files of one noun each. What is always
// wanted together is one file (less to ask for, better compressed); what is fetched when it is needed stays a file of its own, by `import` and
// `new URL`, so that bundlers still see both. The style sheet travels inside the script that adopts it.

import { build, transform } from 'esbuild';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { trimGlue } from './glue.mjs';
import { shortenImports } from './imports.mjs';

const dist = path.resolve(import.meta.dirname, '../dist');
for (const program of ['reader', 'widget']) {
	shortenImports(dist, program);
	trimGlue(path.join(dist, `${program}-glue.js`));
}

const scripts = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.js'));
// What pages import, and what is fetched later.
const ENTRIES = ['element.js', 'index.js', 'reader.js', 'widget.js', 'hash.js', 'host.js', 'link.js', 'reading.js', 'search.js', 'worker.js'];
const isEntry = (file) => ENTRIES.includes(file) || file.includes(path.sep);

// Small files that nearly every entry wants would be a file for each circle of entries; so they are one for all.
const COMMON = ['errors', 'gather', 'load', 'named', 'pace'];
const commonInOne = {
	name: 'common-in-one',
	setup(bundler) {
		const isCommon = new RegExp(`^\\./(${COMMON.join('|')})\\.js$`);
		bundler.onResolve({ filter: isCommon }, ({ namespace }) => (namespace === 'common' ? undefined : { path: 'common', namespace: 'common' }));
		bundler.onLoad({ filter: /./, namespace: 'common' }, () => ({ contents: COMMON.map((name) => `export * from './${name}.js';`).join('\n'), resolveDir: dist }));
	},
};

const styleAsText = {
	name: 'style-as-text',
	setup: (bundler) =>
		bundler.onLoad({ filter: /\.css$/ }, async ({ path: file }) => ({
			contents: (await transform(await readFile(file, 'utf8'), { loader: 'css', minify: true, charset: 'utf8' })).code.trim(),
			loader: 'text',
		})),
};

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
	// What Rust has made is given back by the scripts, never by the garbage collector: after a panic it would call into an instance that is in no known
	// state, or free in the next one what was never there.
	define: { FinalizationRegistry: 'undefined' },
	plugins: [styleAsText, commonInOne],
	logLevel: 'warning',
});
// By itself, and naming element.js: what both had in common would be a shared file, and the element would be registered in a file that is said to have no side effects.
const react = await transform(readFileSync(path.join(dist, 'react.js'), 'utf8'), { minify: true, target: 'es2020' });
for (const file of scripts.filter((file) => !isEntry(file))) rmSync(path.join(dist, file));
writeFileSync(path.join(dist, 'react.js'), react.code);

// What a first drawing calls. Chromium (136 on) then compiles all functions of the file while it is fetched, off the page's thread, and not one by
// one when they are called, which took 3 ms of it. To others it is a comment.
// And esbuild drops the comments by which other bundlers let an import alone (load.js).
const UNREAD = /import\((\w+\.join\("\/"\)\))/;
let unread = 0;
for (const name of readdirSync(dist).filter((name) => /^shared-.*\.js$/.test(name))) {
	const file = path.join(dist, name);
	const text = readFileSync(file, 'utf8');
	unread += UNREAD.test(text);
	writeFileSync(file, `//# allFunctionsCalledOnLoad\n${text.replace(UNREAD, 'import(/* webpackIgnore: true *//* @vite-ignore */$1')}`);
}
if (unread !== 1) throw new Error(`xtask/minify.mjs: ${unread} scripts import what bundlers must leave alone, not one`);
