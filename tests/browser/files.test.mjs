// Where the files of the package are: said by the page, inside one script, beside a classic one, moved by a bundler, mixed between versions.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from './harness.mjs';
import { entries, failure, ready } from './widget.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DIST = path.join(ROOT, 'dist');

/** A copy of dist/ in that folder of what tests write, for a test to break. */
function copyOfDist(scratch, folder) {
	const copy = path.join(scratch, folder);
	rmSync(copy, { recursive: true, force: true });
	cpSync(DIST, copy, { recursive: true });
	return copy;
}

/** A page with these scripts, without a policy of the server's. */
function write(scratch, name, scripts, { head = '', body = '<article-timeline id="timeline"><p id="fallback">What stands in.</p><script type="application/json">{"events":[{"title":"The landing","when":{"edtf":"1969-07-20"}},{"title":"The return","when":{"edtf":"1969-07-24"}}]}</script></article-timeline>' } = {}) {
	writeFileSync(path.join(scratch, name), `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>A page of a test</title><link rel="icon" href="data:,">${head}<script src="/open/tests/count.js"></script><script src="/open/tests/watch.js"></script>${scripts}<main id="main">${body}</main></html>`);
}

const message = (page) => page.evaluate(() => said.find(([type]) => type === 'timeline-error')[1].message);

test('where a wasm is can be said in every way', async ({ page, url, scratch }) => {
	const copy = copyOfDist(scratch, 'moved');
	for (const program of ['reader', 'widget']) renameSync(path.join(copy, `${program}.wasm`), path.join(copy, `away-${program}.wasm`));
	writeFileSync(path.join(copy, 'blank.html'), '<!doctype html><title>Blank</title><body></body>');
	const ways = ['url', 'text', 'bytes', 'buffer', 'module', 'promise', 'response', 'function', 'imported'];
	for (const way of ways) {
		await page.open(url('/open/scratch/moved/blank.html'));
		const outcome = await page.evaluate(async (way) => {
			const { configure, tag, createTimeline } = await import(new URL('index.js', location.href));
			const address = (program) => new URL(`away-${program}.wasm`, location.href);
			const bytes = async (program) => new Uint8Array(await (await fetch(address(program))).arrayBuffer());
			const give = {
				url: address,
				text: (program) => `away-${program}.wasm`,
				bytes,
				buffer: async (program) => (await bytes(program)).buffer,
				module: async (program) => WebAssembly.compile(await bytes(program)),
				promise: (program) => Promise.resolve(address(program).href),
				response: (program) => fetch(address(program)),
				function: (program) => async () => fetch(address(program)),
				imported: (program) => ({ default: address(program).href }),
			}[way];
			const isAwaited = ['bytes', 'buffer', 'module'].includes(way);
			const [reader, widget] = await Promise.all(['reader', 'widget'].map((program) => (isAwaited ? give(program) : [give(program)])));
			configure({ reader: { wasm: isAwaited ? reader : reader[0] }, widget: { wasm: isAwaited ? widget : widget[0] } });
			const host = document.body.appendChild(document.createElement('div'));
			await createTimeline(host, { events: [{ title: 'The landing', when: { edtf: '1969-07-20' } }] });
			return [(await tag('in 1974')).length, host.shadowRoot.querySelectorAll('.entry').length];
		}, way);
		assert.deepEqual(outcome, [1, 1], way);
	}
});

test('words and languages can be given: contents, an address, a promise, a function', async ({ page, url, scratch }) => {
	writeFileSync(path.join(scratch, 'klingon.js'), "import en from './en.js';\nexport default { ...en, heading: 'qonoS' };\n");
	cpSync(path.join(ROOT, 'www/words/en.js'), path.join(scratch, 'en.js'));
	for (const way of ['contents', 'address', 'promise', 'function']) {
		await page.open(url('/tests/blank.html'));
		const heading = await page.evaluate(async (way) => {
			const { configure, createTimeline } = await import('/index.js');
			const address = new URL('/scratch/klingon.js', location.href);
			const load = () => import(address.href);
			const tlh = { contents: way === 'contents' && (await load()).default, address, promise: way === 'promise' && load(), function: load }[way];
			configure({ widget: { words: { tlh } } });
			const host = document.body.appendChild(document.createElement('div'));
			await createTimeline(host, { events: [{ title: 'A', when: { edtf: '1969-07-20' } }] }, { lang: 'tlh' });
			return host.shadowRoot.querySelector('.heading').textContent;
		}, way);
		assert.equal(heading, 'qonoS', way);
	}
	// In the worker and in the page the language file is the page's own: the one that is given finds nothing, the package's own does.
	for (const worker of ['auto', 'off']) {
		await page.open(url('/open/tests/reads.html'));
		const outcome = await page.evaluate(async (worker) => {
			const { analyze, configure } = await modules.index();
			const read = () => analyze({ published: '2016-11-01', language: 'de', blocks: ['Am 3. Mai 2014 wurde die Brücke gesperrt.'] }, { worker });
			let asked = 0;
			configure({ reader: { languages: { de: () => { asked++; return 'language de\n'; } } } });
			await read().catch(() => {});
			return [asked, made.length];
		}, worker);
		assert.deepEqual(outcome, [1, worker === 'auto' ? 1 : 0], worker);
	}
});

test('a model for trees can be given as a wasm can', async ({ page, url, scratch }) => {
	const copy = copyOfDist(scratch, 'modelled');
	renameSync(path.join(copy, 'models/en.model'), path.join(copy, 'away.model'));
	writeFileSync(path.join(copy, 'blank.html'), '<!doctype html><title>Blank</title><body></body>');
	for (const way of ['nothing', 'url', 'text', 'response', 'bytes']) {
		await page.open(url('/open/scratch/modelled/blank.html'));
		const outcome = await page.evaluate(async (way) => {
			const { configure, parse } = await import(new URL('index.js', location.href));
			const address = new URL('away.model', location.href);
			const en = { url: address, text: 'away.model', response: () => fetch(address), bytes: way === 'bytes' && (await (await fetch(address)).arrayBuffer()) }[way];
			if (en) configure({ reader: { models: { en } } });
			return parse('It rains.').then(([{ words }]) => words.map(({ text }) => text).join(" "), ({ kind, message, stack }) => kind ?? message + stack);
		}, way);
		assert.equal(outcome, way === 'nothing' ? 'not-found' : 'It rains .', way);
	}
});

test('inline: everything works where nothing may be fetched', async ({ page, url, scratch }) => {
	cpSync(path.join(DIST, 'inline.js'), path.join(scratch, 'alone.js'));
	const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; img-src data:";
	write(scratch, 'inline.html', '<script type="module" src="/open/scratch/alone.js"></script>', { head: `<meta http-equiv="Content-Security-Policy" content="${policy}">` });
	await page.open(url('/open/scratch/inline.html'));
	await ready(page);
	assert.equal((await entries(page)).length, 2);
	const outcome = await page.evaluate(async () => {
		const { analyze, convert, parse } = await import('/open/scratch/alone.js');
		const { events } = await analyze({ published: '2016-11-01', language: 'de', blocks: ['Am 3. Mai 2014 wurde die Brücke gesperrt.'] });
		const host = document.createElement('div');
		document.querySelector('#main').append(host);
		// What is not inside says how it is to be given.
		const left = await Promise.all([parse('It rains.'), convert('a,b', { to: 'csv' })].map((work) => work.then(() => 'done', ({ kind, message }) => `${kind}: ${message}`)));
		return [left, events.length, performance.getEntriesByType('resource').filter(({ name }) => !/alone\.js|tests/.test(name)).map(({ name }) => name), counts.violations];
	});
	const [left, ...rest] = outcome;
	assert.deepEqual(rest, [1, [], []]);
	assert.match(left[0], /^not-found: Where models\/en\.model is can not be known .* configure\(\{ reader: \{ models: \{ en: /);
	assert.match(left[1], /^not-found: Where exchange\.wasm is can not be known .* configure\(\{ exchange: \{ wasm: /);
});

test('global: one classic script defines the element and gives the functions, and may be configured at once', async ({ page, url, scratch }) => {
	const copy = copyOfDist(scratch, 'classic');
	renameSync(path.join(copy, 'widget.wasm'), path.join(copy, 'elsewhere.wasm'));
	writeFileSync(path.join(scratch, 'configured.js'), "ArticleTimeline.configure({ widget: { wasm: '/scratch/classic/elsewhere.wasm' } });\n");
	write(scratch, 'global.html', '<script src="/scratch/classic/global.js"></script><script src="/scratch/configured.js"></script>');
	for (const place of ['/scratch/global.html', '/open/scratch/global.html']) {
		await page.open(url(place));
		await ready(page);
		assert.equal((await entries(page)).length, 2);
		const outcome = await page.evaluate(`async () => {
			const { analyze, tag, createTimeline } = ArticleTimeline;
			return [(await analyze('The bridge was opened in 1974.', { worker: 'off' })).events.length, (await tag('in 1974')).length, typeof createTimeline, counts.violations];
		}`);
		assert.deepEqual(outcome, [1, 1, 'function', []], place);
	}
});

test('global beside nothing says so once in the console, and the page goes on', async ({ page, url, scratch }) => {
	cpSync(path.join(DIST, 'global.js'), path.join(scratch, 'lonely.js'));
	writeFileSync(path.join(scratch, 'listens.js'), "globalThis.heard = []; const { error } = console; console.error = (...words) => { heard.push(words[0]); error(...words); };\naddEventListener('unhandledrejection', () => heard.push('unhandled'));\n");
	write(scratch, 'lonely.html', '<script src="/open/scratch/listens.js"></script><script src="/open/scratch/lonely.js"></script>');
	await page.open(url('/open/scratch/lonely.html'));
	const heard = await page.waitFor(() => heard.length > 0 && heard);
	assert.equal(heard.length, 1);
	assert.match(heard[0], /^article-timeline can not be loaded .* beside http.*lonely\.js.*\.$/);
	assert.ok(await page.evaluate(() => document.querySelector('#fallback').getBoundingClientRect().height > 0));
});

/** One classic script of everything, by esbuild, as many pages are built. */
function bundle(scratch, name, source) {
	const entry = path.join(scratch, `${name}-source.js`);
	writeFileSync(entry, source.replaceAll('PACKAGE', DIST));
	execFileSync(path.join(ROOT, 'node_modules/.bin/esbuild'), [entry, '--bundle', '--format=iife', '--log-level=error', `--outfile=${path.join(scratch, `${name}.js`)}`], { stdio: 'pipe' });
}

test('a bundle without import.meta.url says what to do, leaves the other code alone, and works once it is told', async ({ page, url, scratch }) => {
	bundle(scratch, 'lost', "import 'PACKAGE/element.js';\nglobalThis.other = 'runs';\n");
	write(scratch, 'lost.html', '<script src="/open/scratch/lost.js"></script>');
	await page.open(url('/open/scratch/lost.html'));
	assert.equal(await failure(page), 'not-found');
	const sentence = await message(page);
	assert.match(sentence, /^Where widget\.wasm is can not be known in a bundle without import\.meta\.url: .*configure.*inline.*\.$/);
	assert.equal(await page.evaluate(() => window.other), 'runs');
	bundle(scratch, 'found', "import { configure } from 'PACKAGE/element.js';\nimport { analyze } from 'PACKAGE/index.js';\nconfigure({ widget: { wasm: '/widget.wasm' }, reader: { wasm: '/reader.wasm' } });\nglobalThis.read = analyze('The bridge was opened in 1974.');\n");
	write(scratch, 'found.html', '<script src="/open/scratch/found.js"></script>');
	await page.open(url('/open/scratch/found.html'));
	await ready(page);
	assert.equal((await entries(page)).length, 2);
	assert.equal(await page.evaluate(async () => (await window.read).events.length), 1);
	bundle(scratch, 'carried', "import 'PACKAGE/inline.js';\n");
	write(scratch, 'carried.html', '<script src="/open/scratch/carried.js"></script>');
	await page.open(url('/open/scratch/carried.html'));
	await ready(page);
	assert.equal((await entries(page)).length, 2);
});

test('a wasm that Vite has not moved along is found where it is, or the line to add is named', async ({ page, url, scratch }) => {
	const folder = 'node_modules/.vite/deps';
	const at = path.join(copyOfDist(scratch, folder), 'widget.wasm');
	write(scratch, 'vite.html', `<script type="module" src="/open/scratch/${folder}/element.js"></script>`);
	mkdirSync(path.join(scratch, 'node_modules/article-timeline/dist'), { recursive: true });
	renameSync(at, path.join(scratch, 'node_modules/article-timeline/dist/widget.wasm'));
	await page.open(url('/open/scratch/vite.html'));
	await ready(page);
	rmSync(path.join(scratch, 'node_modules/article-timeline'), { recursive: true });
	await page.open(url('/open/scratch/vite.html'));
	assert.equal(await failure(page), 'not-found');
	assert.match(await message(page), /widget\.wasm answers 404: add optimizeDeps: \{ exclude: \['article-timeline'\] \} to the Vite configuration/);
});

test('a wasm of another build is not started', async ({ page, url, scratch }) => {
	const copy = copyOfDist(scratch, 'mixed');
	for (const [program, read] of [['widget', false], ['reader', true]]) {
		const file = path.join(copy, `${program}.wasm`);
		const bytes = readFileSync(file);
		const at = bytes.lastIndexOf('build') + 'build'.length;
		const build = bytes.subarray(at).toString();
		assert.match(build, /^\d+\.\d+\.\d+-[0-9a-f]{6}$/);
		bytes.write('0.0.9', at);
		writeFileSync(file, bytes);
		const article = '<article id="story"><p>The ferry sank on 3 May 2014. The ferry was built in 1974.</p></article><article-timeline id="timeline" for="#story" worker="off"></article-timeline>';
		write(scratch, 'mixed.html', '<script type="module" src="/open/scratch/mixed/element.js"></script>', read ? { body: article } : {});
		await page.open(url('/open/scratch/mixed.html'));
		assert.equal(await failure(page), 'wrong-type', program);
		assert.match(await message(page), new RegExp(`^The wasm is of article-timeline 0\\.0\\.9-\\w+ and the scripts are of ${build}: .*\\.$`));
		cpSync(path.join(DIST, `${program}.wasm`), file);
	}
});
