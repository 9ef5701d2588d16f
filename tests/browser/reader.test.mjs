// The reader on a page: not a byte of it where there is nothing to read, in a worker where the page's policies allow one, else in the page.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileOf, follow } from '../size/scripts.mjs';
import { test } from './harness.mjs';
import { openWidget, ready } from './widget.mjs';

const files = (page) => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1)));

test('a page with finished JSON asks for the widget alone: just the files that its gate weighs', async ({ page, url }) => {
	await openWidget(page, url);
	await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
	const own = (await files(page)).filter((name) => /\.(js|wasm|css)$/.test(name) && !name.startsWith('tests/'));
	assert.deepEqual(own.sort(), ['widget.wasm', fileOf('words/en.js'), ...follow(['element.js', 'widget.js'])].sort());
});

test('trees are the same in every browser as in Node, and how sure they are too', async ({ page, url }) => {
	const corpus = path.join(import.meta.dirname, '../corpus');
	const names = readdirSync(corpus).filter((name) => name.endsWith('.txt') && !name.startsWith('de-'));
	const text = names.map((name) => readFileSync(path.join(corpus, name), 'utf8')).join('\n\n').slice(0, 20_000);
	const { parse } = await import('../../dist/reader.js');
	const expected = await parse(text);
	assert.ok(expected.length > 100);
	await page.open(url('/open/tests/reads.html'));
	const read = await page.evaluate(async (text) => (await modules.index()).parse(text), text);
	assert.deepEqual(read, expected);
});

test('other formats are converted under a strict policy, and their program is fetched only then', async ({ page, url }) => {
	await page.open(url('/tests/reads.html'));
	const before = await files(page);
	const { made, back } = await page.evaluate(async () => {
		const { convert } = await modules.index();
		const made = await convert({ events: [{ start_date: { year: '1969', month: 7 }, text: { headline: '<img src=x onerror=alert(1)>Landing' } }] });
		return { made, back: await convert(made.data, { to: 'csv' }) };
	});
	assert.deepEqual(made.data.events.map(({ title, when }) => [title, when.edtf]), [['Landing', '1969-07']]);
	assert.match(back.data, /^[^\n]*title[^\n]*\n.*Landing/);
	assert.deepEqual([before.some((name) => name.includes('exchange')), (await files(page)).some((name) => name.includes('exchange.wasm'))], [false, true]);
	assert.deepEqual(await page.evaluate(() => counts.violations), []);
});

test('without a model articles are read all the same, if less well, and the console says so once', async ({ page, url }) => {
	await page.open(url('/tests/reads.html'));
	const { told, warned } = await page.evaluate(async () => {
		const warned = [];
		console.warn = (message) => warned.push(message);
		const { analyze, configure } = await modules.index();
		configure({ reader: { models: { en: () => Promise.reject(new Error('gone')) } } });
		const read = await Promise.all(['The ferry sank in 1974.', 'The dam broke in 1999.'].map((text) => analyze(text, { worker: 'off' })));
		return { told: read.map(({ events }) => events.map(({ title, when }) => [title, when.edtf])), warned };
	});
	assert.deepEqual(told, [[['The ferry sank', '1974']], [['The dam broke', '1999']]]);
	assert.equal(warned.length, 1);
	assert.match(warned[0], /without a grammar of "en".*gone/);
});

// What Chromium and WebKit hold the page to; Firefox knows Trusted Types from 148 on.
const isHeld = (page) => page.evaluate(() => 'trustedTypes' in globalThis);

/** Reads both articles of the page at once, and gives what came of it and how many workers that took. */
const readBoth = (page, options = {}) =>
	page.evaluate(async (options) => {
		const { analyze } = await modules.index();
		const read = (id) => analyze(document.querySelector(id), options);
		const timelines = await Promise.all(['#ferry', '#dam'].map(read));
		return { timelines, workers: made.length, violations: counts.violations };
	}, options);

test('where there is no policy both articles are read in one worker, with the same result as in the page', async ({ page, url }) => {
	await page.open(url('/open/tests/reads.html'));
	const { timelines, workers, violations } = await readBoth(page);
	assert.deepEqual([workers, violations], [1, []]);
	assert.ok(timelines.every(({ articles }) => articles[0].url === url('/open/tests/reads.html')));
	assert.deepEqual(timelines.map(({ articles }) => articles[0].published), ['2021-03-12', '2021-05-20']);
	assert.deepEqual(timelines.map(({ events }) => events.map(({ when }) => when.edtf)), [['1974', '2021-03-10'], ['2019-24', '2021-05-20']]);
	assert.equal(timelines[0].events[1].evidence[0].text, 'A ferry ran aground off the coast on Wednesday.');
	const loaded = await files(page);
	assert.ok(!loaded.some((name) => name.includes('reading')), 'the page itself has no part of the reading');
	const here = await readBoth(page, { worker: 'off' });
	assert.deepEqual([here.timelines, here.workers], [timelines, 1]);
	await page.open(url('/tests/reads.html'));
	const strict = await readBoth(page);
	for (const { articles } of [...timelines, ...strict.timelines]) delete articles[0].url;
	assert.deepEqual([strict.timelines, strict.workers, strict.violations], [timelines, (await isHeld(page)) ? 0 : 1, []]);
});

test('a policy that would forbid the worker is found beforehand, and never offended', async ({ page, url, scratch }) => {
	const cases = [
		["worker-src 'none'", 0],
		["child-src 'none'; script-src 'self' 'wasm-unsafe-eval'", 0],
		["script-src 'self' 'wasm-unsafe-eval'; worker-src https://elsewhere.example", 0],
		["default-src 'self'; script-src 'self' 'wasm-unsafe-eval'", 1],
		["script-src * 'wasm-unsafe-eval'; object-src 'none'", 1],
	];
	for (const [policy, workers] of cases) {
		const article = '<article id="ferry"><p>The ferry sank on 3 May 2014.</p></article><article id="dam"><p>The dam broke in 1999.</p></article>';
		const scripts = ['workers', 'count', 'watch'].map((name) => `<script src="/open/tests/${name}.js"></script>`).join('');
		const script = '<script type="module" src="/open/index.js"></script>';
		writeFileSync(path.join(scratch, 'policy.html'), `<!doctype html><title>A page with a policy of its own</title><meta http-equiv="Content-Security-Policy" content="${policy}">${scripts}${script}${article}`);
		await page.open(url('/open/scratch/policy.html'));
		await page.evaluate(() => (modules.index = () => import('/open/index.js')));
		const read = await readBoth(page);
		assert.deepEqual(read.timelines.map(({ events }) => events.length), [1, 1], policy);
		assert.deepEqual([read.workers, read.violations], [workers, []], policy);
	}
});

test('an idle worker ends, and the next article gets a new one', async ({ page, url }) => {
	await page.open(url('/open/tests/reads.html'));
	await readBoth(page);
	const ended = await page.evaluate(() => {
		const waiting = [...later].length;
		for (const { work } of later) work();
		return [waiting, made[0].isEnded];
	});
	assert.deepEqual(ended, [1, true]);
	assert.equal((await readBoth(page)).workers, 2);
});

for (const [how, word] of [['a panic in it', 'TRAP'], ['its end without a word', 'END']]) {
	test(`the worker’s crash, by ${how}, is one error; the other articles are read, by a new worker`, async ({ page, url }) => {
		await page.open(url('/open/tests/reads.html'));
		await page.evaluate(() => (window.instead = new URL('trapped.js', location.href)));
		await readBoth(page);
		const outcome = await page.evaluate(async (word) => {
			const { analyze } = await modules.index();
			const read = (text) => analyze(text).then(({ events }) => events.length, ({ kind }) => kind);
			const first = await Promise.all([`${word}. The ferry sank in 1974.`, 'The dam broke in 1999.', 'The mill burned in 2004.'].map(read));
			return { first, then: await read('The bridge opened in 2011.'), workers: made.map(({ isEnded }) => isEnded) };
		}, word);
		assert.deepEqual(outcome, { first: ['crashed', 1, 1], then: 1, workers: [true, false] });
	});
}

test('a panic while the page reads by itself is one error too', async ({ page, url }) => {
	await page.open(url('/tests/trap.html'));
	const outcome = await page.evaluate(async () => {
		const { analyze } = await modules.index();
		const read = (text) => analyze(text, { worker: 'off' }).then(({ events }) => events.length, ({ kind }) => kind);
		// Nothing is broken yet: what goes wrong here is told by its cause.
		const before = await analyze('The ferry sank in 1974.', { worker: 'off' }).then(({ events }) => events.length, ({ message, cause }) => `${message} ${cause}`);
		new Uint8Array(memory.buffer).fill(0xff);
		return [before, ...(await Promise.all([read('The dam broke in 1999.'), read('The mill burned in 2004.')]))];
	});
	assert.deepEqual(outcome, [1, 'crashed', 1]);
});

test('what cannot leave the page is read there; a worker that does not start is no failure', async ({ page, url }) => {
	await page.open(url('/open/tests/reads.html'));
	const outcome = await page.evaluate(async () => {
		const { analyze } = await modules.index();
		const told = (data) => analyze(data).then(({ events }) => events.length, ({ message }) => message);
		const throws = { title: 'Trap', when: { get edtf() { throw new Error('not today'); } } };
		return [await told({ text: 'The ferry sank in 1974.', read() {} }), await told({ events: [throws] })];
	});
	assert.deepEqual(outcome, [1, 'A field of the timeline throws when it is read.']);
	await page.open(url('/open/tests/reads.html'));
	await page.evaluate(() => (window.instead = new URL('nowhere.js', location.href)));
	const { timelines, workers } = await readBoth(page);
	assert.deepEqual([timelines.map(({ events }) => events.length), workers], [[2, 2], 1]);
	assert.ok((await files(page)).some((name) => name.includes('reading')), 'the page itself has read them');
});

test('the element reads its article in a worker, unless it is told not to', async ({ page, url }) => {
	await page.open(url('/open/tests/reads.html'));
	for (const [id, worker, workers] of [['one', 'off', 0], ['two', 'auto', 1]]) {
		await page.evaluate((id, worker) => {
			const element = Object.assign(document.createElement('article-timeline'), { id });
			element.setAttribute('for', '#ferry');
			element.setAttribute('worker', worker);
			document.querySelector('#main').append(element);
		}, id, worker);
		await ready(page, id);
		assert.deepEqual(await page.evaluate((id) => [document.getElementById(id).timeline.events.length, made.length], id), [2, workers]);
	}
});

test('the reader works in a worker of the page’s own', async ({ page, url }) => {
	await page.open(url('/open/tests/reads.html'));
	const [there, here] = await page.evaluate(async () => {
		const own = new Worker(new URL('reads.js', location.href), { type: 'module' });
		const there = await new Promise((done) => own.addEventListener('message', ({ data }) => done(data)));
		const { analyze, tag } = await import('../reader.js');
		const text = 'The dam was finished in 1974. It was repaired two weeks ago.';
		return [there, [await tag(text, { published: '2016-11-01' }), await analyze(text, { published: '2016-11-01' })]];
	});
	assert.deepEqual(there, here);
	assert.equal(here[0].length, 2);
	assert.equal(here[1].events.length, 2);
});
