// The code blocks of README.md, run: what stands there is what a stranger copies. In: the packed package, a page of the browser driver. Out: rows, one for each block.
// A block of a kind that nothing here runs has failed, and so has one that is never reached.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { serveFolders } from './serve.mjs';
import { PACKAGE, ROOT, emptyFolder } from './workshop.mjs';

const CDN = /https:\/\/cdn\.jsdelivr\.net\/npm\/article-timeline@[\d.]+\//g;
const STORY = '<article id="story" lang="en"><h1>The bridge is closed</h1><p>The bridge was opened in June 1974. It was repaired on 3 May 2009.</p></article>';
const HEARD = "addEventListener('timeline-ready', ({ detail }) => (globalThis.drawn = detail.timeline.events.length));\naddEventListener('timeline-error', ({ detail }) => console.error(detail.message));\n";

/** The fenced blocks of a file of Markdown, with their language, line and the text before them. */
export function blocksOf(file) {
	const blocks = [];
	let open;
	for (const [number, line] of readFileSync(path.join(ROOT, file), 'utf8').split('\n').entries()) {
		if (!line.startsWith('```')) open?.lines.push(line);
		else if (open) blocks.push({ ...open, text: open.lines.join('\n') }), (open = undefined);
		else open = { language: line.slice(3).trim(), line: number + 1, lines: [] };
	}
	return blocks;
}

const RUN = { html, js, jsx, vue, svelte, json, css, http, sh };

export const blocks = blocksOf('README.md').map((block) => ({
	name: `README.md, line ${block.line}: ${block.language}`,
	quick: true,
	check: (given) => (RUN[block.language] ?? unknown)(block.text, given),
}));

function unknown() {
	assert.fail('nothing here runs a block of this language');
}

// What is installed is the tarball that is tried here.
function sh(text) {
	assert.equal(text, 'npm install article-timeline');
}

async function html(text, given) {
	const integrity = JSON.parse(readFileSync(path.join(PACKAGE, 'dist/integrity.json'), 'utf8'));
	const script = text.includes('<script') ? '' : '<script type="module" src="/npm/article-timeline/dist/element.js"></script>';
	const here = text.replace(/dist\/([\w.]+)" integrity="sha384-…"/g, (_, file) => `dist/${file}" integrity="${integrity[file]}"`).replace(CDN, `${given.cdn}npm/article-timeline/`);
	await drawn(`${script}${here.replace('https://example.org/timeline.json', '/timeline.json')}`, '', given);
}

function json(text, given) {
	return drawn(`<article-timeline><script type="application/json">${text}</script></article-timeline>`, "import 'article-timeline/element';", given, JSON.parse(text).events.length);
}

function http(text, given) {
	return drawn(`${STORY}<article-timeline for="#story" published="2016-11-01"></article-timeline>`, "import 'article-timeline/element';", given, 2, headersOf(text));
}

const headersOf = (text) => Object.fromEntries(text.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));

// A script that draws nothing itself runs beside one that does.
async function js(text, given) {
	assert.match(text, /article-timeline|timeline-/);
	const here = text.replaceAll('/assets/', '/npm/article-timeline/dist/');
	const isDrawing = text.includes('createTimeline');
	await drawn(`${STORY}<div id="box"></div>${isDrawing ? '' : '<article-timeline for="#story" published="2016-11-01"></article-timeline>'}`, `${isDrawing ? '' : "import 'article-timeline/element';\n"}${here}`, given);
}

async function jsx(text) {
	const { code } = await transform(text, { loader: 'jsx', jsx: 'automatic' });
	assert.match(code, /article-timeline\/react/);
	const { warnings } = await build({ stdin: { contents: text, loader: 'jsx', resolveDir: path.dirname(path.dirname(PACKAGE)) }, bundle: true, write: false, format: 'esm', external: ['react', 'react/jsx-runtime'], jsx: 'automatic', loader: { '.wasm': 'file' }, outdir: 'out' });
	assert.deepEqual(warnings, []);
}

// Their compilers are not here when tests must take seconds: `frameworks` (rows.mjs) has the same components. Here: what they import and listen to exists.
function vue(text) {
	assert.deepEqual([...text.matchAll(/@([\w-]+)=/g)].map(([, type]) => type), ['timeline-select']);
	assert.match(text, /import 'article-timeline\/element';/);
}
function svelte(text) {
	assert.deepEqual([...text.matchAll(/ on([\w-]+)=/g)].map(([, type]) => type), ['timeline-select']);
	assert.match(text, /import 'article-timeline\/element';/);
}

function css(text) {
	const [{ declarations: [element] }] = JSON.parse(readFileSync(path.join(PACKAGE, 'custom-elements.json'), 'utf8')).modules;
	const named = (pattern) => [...text.matchAll(pattern)].map(([, name]) => name);
	for (const name of named(/(--article-timeline-[\w-]+):/g)) assert.ok(element.cssProperties.some((property) => property.name === name), name);
	for (const name of named(/::part\(([\w-]+)\)/g)) assert.ok(element.cssParts.some((part) => part.name === name), name);
	return transform(text, { loader: 'css' }).then(({ warnings }) => assert.deepEqual(warnings, []));
}

async function drawn(body, script, { page }, least = 1, headers = {}) {
	const folder = emptyFolder('blocks');
	writeFileSync(path.join(folder, 'heard.js'), HEARD);
	writeFileSync(path.join(folder, 'timeline.json'), JSON.stringify({ events: [{ title: 'The bridge is opened', when: { edtf: '1974-06' } }] }));
	writeFileSync(path.join(folder, 'index.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><title>A block</title><link rel="icon" href="data:,"><script src="/heard.js"></script>${body}<script type="module" src="/script.js"></script></html>`);
	await build({ stdin: { contents: script, resolveDir: path.dirname(path.dirname(PACKAGE)) }, bundle: true, splitting: true, format: 'esm', outdir: folder, entryNames: 'script', logLevel: 'silent' });
	const mounts = { '/npm/article-timeline/': PACKAGE, '/models/': path.join(PACKAGE, 'dist/models'), ...Object.fromEntries(['reader', 'widget', 'exchange'].map((name) => [`/${name}.wasm`, path.join(PACKAGE, `dist/${name}.wasm`)])), '/': folder };
	const server = await serveFolders(mounts, headers);
	try {
		await page.console();
		await page.open(server.address);
		const events = await page.waitFor(() => globalThis.drawn);
		assert.ok(events >= least, `${events} entries`);
		const said = (await page.console()).filter(({ level, message }) => level === 'SEVERE' && !/worker\.js/.test(message)).map(({ message }) => message);
		assert.deepEqual(said, []);
	} finally {
		await server.end();
	}
}
