// Makes the scripts of dist/ smaller and fewer: comments and long names are for the repository, and so are files of one noun each. What is always
// wanted together is one file (less to ask for, better compressed); what is fetched when it is needed stays a file of its own, by `import` and
// `new URL`, so that bundlers still see both. The style sheet travels inside the script that adopts it. Every file but the entries has a hash of its contents in
// its name, and the wasm a stamp: what belongs together is never mixed with another version.

import { build, transform } from 'esbuild';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildGlobal, buildInline, buildWorker } from './bundles.mjs';
import { trimGlue } from './glue.mjs';
import { nameByContents } from './hashed.mjs';
import { shortenNames } from './names.mjs';
import { BUILT, commonInOne, styleAsText } from './plugins.mjs';
import { stamp } from './stamp.mjs';

const dist = path.resolve(import.meta.dirname, '../dist');
for (const program of ['reader', 'widget', 'exchange']) {
	shortenNames(dist, program);
	trimGlue(path.join(dist, `${program}-glue.js`));
	stamp(dist, program);
}

const scripts = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.js'));
const inline = await buildInline(dist);
const classic = await buildGlobal(dist);
const worker = await buildWorker(dist);
nameByContents(dist, 'words', 'words.js');
nameByContents(dist, 'languages', 'languages.js');

// What pages import; folders have what is fetched by name.
const ENTRIES = ['element.js', 'index.js', 'reader.js', 'widget.js'];
const isEntry = (file) => ENTRIES.includes(file) || file.includes(path.sep);

await build({
	...BUILT,
	entryPoints: readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.js') && isEntry(file)).map((file) => path.join(dist, file)),
	outdir: dist,
	outbase: dist,
	allowOverwrite: true,
	splitting: true,
	chunkNames: '[name]-[hash]',
	plugins: [styleAsText, commonInOne(dist)],
});
// By itself, and naming element.js: what both had in common would be a shared file, and the element would be registered in a file that is said to have no side effects.
const react = await transform(readFileSync(path.join(dist, 'react.js'), 'utf8'), { minify: true, target: 'es2020' });
for (const file of scripts.filter((file) => !isEntry(file))) rmSync(path.join(dist, file));
writeFileSync(path.join(dist, 'react.js'), react.code);
// For those who want the sheet as a file it is one.
const [whole, ...parts] = ['article-timeline.css', 'search.css', 'back.css'].map((name) => path.join(dist, name));
writeFileSync(whole, [whole, ...parts].map((file) => readFileSync(file, 'utf8')).join('\n'));
for (const part of parts) rmSync(part);
writeFileSync(path.join(dist, 'inline.js'), inline);
writeFileSync(path.join(dist, 'global.js'), classic);
writeFileSync(path.join(dist, 'worker.js'), worker);

// esbuild drops the comments by which other bundlers let an import alone (settings.js).
const UNREAD = /\bimport\((\w+)\)/g;
let unread = 0;
for (const name of readdirSync(dist).filter((name) => name.endsWith('.js') && name !== 'global.js')) {
	const text = readFileSync(path.join(dist, name), 'utf8');
	unread += [...text.matchAll(UNREAD)].length;
	// What a first drawing calls: Chromium (136 on) then compiles all functions of the file while it is fetched, off the page's thread, and not one by
	// one when they are called, which took 3 ms of it. To others it is a comment.
	const first = name === 'widget.js' ? '//# allFunctionsCalledOnLoad\n' : '';
	writeFileSync(path.join(dist, name), first + text.replace(UNREAD, 'import(/* webpackIgnore: true *//* @vite-ignore */$1)'));
}
if (unread !== 2) throw new Error(`xtask/minify.mjs: ${unread} places import what bundlers must leave alone, not one in a shared script and one in inline.js`);
