// Pages of all kinds, read where they stand: the same headline, day, language and text as the command line finds in the same file (tests/pages/*.json, which
// `cargo test --test pages` holds it to), and every block leads back to its place.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from './harness.mjs';
import { ready } from './widget.mjs';

const folder = path.resolve(import.meta.dirname, '../pages');
// What reads is a part with a hash in its name.
const dist = path.resolve(import.meta.dirname, '../../dist');
const names = readdirSync(folder).filter((name) => name.endsWith('.html')).map((name) => path.basename(name, '.html'));

/** What is read of the page that is open: its article, and for each block the words of the texts that it is said to stand in. */
const read = (page) =>
	page.evaluate(async (name) => {
		const [{ flatten }, reading] = await Promise.all([import('/open/source/page.js'), import(`/open/${name}`)]);
		const module = WebAssembly.compileStreaming(fetch('/open/reader.wasm'));
		const { page, url, texts } = flatten(document);
		const { timeline, places } = await reading.read(module, [{ page, url }]);
		const blocks = [];
		for (let at = 0; at < places[0].length; at += 1 + places[0][at]) {
			const of = places[0].subarray(at + 1, at + 1 + places[0][at]);
			blocks.push([...of].map((number) => texts[number - 1].data).join('').replace(/\s+/g, ' ').trim());
		}
		return { article: timeline.articles[0], blocks };
	}, readdirSync(dist).find((name) => /^reading-.*\.js$/.test(name)));

for (const name of names) {
	test(`${name}: what is read here is what is read of its file`, async ({ page, url }) => {
		const expected = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
		await page.open(url(`/open/gallery/${name}.html`));
		const { article, blocks } = await read(page);
		assert.deepEqual([article.headline, article.published, article.language], [expected.headline, expected.published, expected.language]);
		// What stands in the page's data alone has no place on the page.
		const standing = blocks.filter(Boolean);
		const texts = expected.blocks.map(({ text }) => text);
		if (name === 'spa') assert.deepEqual(standing, []);
		else assert.deepEqual(standing, texts);
	});
}

/** Puts a timeline without any attribute behind the words of the page, and gives what it has read. */
const put = async (page, where = 'body') => {
	await page.evaluate((where) => {
		window.said = [];
		for (const type of ['timeline-ready', 'timeline-error']) addEventListener(type, ({ detail, target }) => said.push([type, detail, target.id]));
		const element = Object.assign(document.createElement('article-timeline'), { id: 'timeline' });
		element.setAttribute('min', '1');
		document.querySelector(where).append(element);
		return import('/open/element.js').then(() => true);
	}, where);
	await ready(page);
	return page.evaluate(() => document.querySelector('#timeline').timeline);
};

test('without any attribute the page is read, and never the timeline itself', async ({ page, url }) => {
	await page.open(url('/open/gallery/tabloid.html'));
	const first = await put(page, '.story');
	assert.equal(first.articles[0].published, '2021-05-04T00:40');
	const titles = first.events.map(({ title }) => title);
	assert.ok(titles.length > 0);
	const second = await page.evaluate(async () => {
		const { analyze } = await import('/open/index.js');
		return (await analyze(document)).events.map(({ title }) => title);
	});
	assert.deepEqual(second, titles, 'read again, with the timeline drawn in the middle of it');
});

test('what is not seen is not read, however it is hidden; what stands in lines is read by its lines', async ({ page, url }) => {
	await page.open(url('/open/tests/blank.html'));
	const texts = await page.evaluate(async () => {
		const { flatten } = await import('/open/source/page.js');
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('.card { visibility: hidden } .share { display: none } .box { display: contents } .deck { display: block } .first { float: left } .back { visibility: visible }');
		document.adoptedStyleSheets = [sheet];
		const parts = [
			['p', 'Seen one. ', ['span.card', 'Hidden card. ', ['b.back', 'Back again. ']], 'Seen two.'],
			['div.share', 'Share this.'],
			['div.box', ['p', 'In a box without a box.']],
			['p', ['span.deck', 'A line of its own'], 'and another line.'],
			['p', ['span.first', 'T'], 'he first letter floats.'],
			['p', 'One line', ['br'], 'and the next.'],
			['details', ['summary', 'A summary.'], ['p', 'Behind a summary.']],
			['template', 'A template.'],
			['select', ['option', 'A choice.']],
		];
		const make = (part) => {
			if (typeof part === 'string') return document.createTextNode(part);
			const [kind, ...inside] = part;
			const [name, className] = kind.split('.');
			const element = document.createElement(name);
			if (className) element.className = className;
			element.append(...inside.map(make));
			return element;
		};
		document.body.append(...parts.map(make));
		const { page, texts } = flatten(document);
		const names = page.names.split(' ');
		// The names that were opened, so that a line of its own can be told from one that is not.
		const opened = [];
		for (let at = 0; at < page.steps.length; at++) {
			const kind = page.steps[at] & 7;
			if (kind === 1) opened.push(names[page.steps[at] >> 3]);
			if (kind === 2) at++;
		}
		return { words: texts.map(({ data }) => data.trim()).filter(Boolean), spans: opened.filter((name) => name === 'span').length };
	});
	const wanted = ['Seen one.', 'Back again.', 'Seen two.', 'In a box without a box.', 'A line of its own', 'and another line.', 'T', 'he first letter floats.', 'One line', 'and the next.', 'A summary.'];
	assert.deepEqual(texts.words, wanted);
	assert.equal(texts.spans, 2, 'the hidden card and the floating letter are spans; the deck is a line');
});

test('slots show what is put into them, once and where they stand', async ({ page, url }) => {
	await page.open(url('/open/tests/blank.html'));
	const words = await page.evaluate(async () => {
		const { flatten } = await import('/open/source/page.js');
		const host = document.body.appendChild(document.createElement('x-story'));
		host.append(Object.assign(document.createElement('p'), { textContent: 'Into the slot.' }), Object.assign(document.createElement('p'), { slot: 'nowhere', textContent: 'Into no slot.' }));
		const root = host.attachShadow({ mode: 'open' });
		const paragraph = (text) => Object.assign(document.createElement('p'), { textContent: text });
		const empty = Object.assign(document.createElement('slot'), { name: 'empty' });
		empty.append('What stands in for it.');
		root.append(paragraph('Before.'), document.createElement('slot'), empty, paragraph('Behind.'));
		return flatten(document).texts.map(({ data }) => data.trim()).filter(Boolean);
	});
	assert.deepEqual(words, ['Before.', 'Into the slot.', 'What stands in for it.', 'Behind.']);
});

test('markup that means harm is walked in bounded time, and nothing is thrown', async ({ page, url }) => {
	await page.open(url('/open/tests/blank.html'));
	const outcome = await page.evaluate(async () => {
		const { analyze } = await import('/open/index.js');
		const text = 'The bridge was opened to traffic on 3 May 2014, the first of its kind in the town, and it was closed in June 2016.';
		const paragraph = () => Object.assign(document.createElement('p'), { textContent: text });
		const cases = {
			deep() {
				let inner = document.body;
				for (let depth = 0; depth < 1_000; depth++) inner = inner.appendChild(document.createElement('div'));
				inner.append('too deep to be read');
			},
			attributes() {
				const odd = document.body.appendChild(document.createElement('div'));
				odd.className = 'menu '.repeat(200_000);
				odd.setAttribute('itemprop', 'x'.repeat(1_000_000));
			},
			many() {
				for (let count = 0; count < 30_000; count++) document.body.append(Object.assign(document.createElement('div'), { textContent: 'Rain ' }));
			},
			nulls: () => document.body.append('\0'.repeat(100_000), '\ud800', '\udc00 \ufffe'),
		};
		const counts = {};
		for (const [name, make] of Object.entries(cases)) {
			document.body.replaceChildren(paragraph(), paragraph());
			make();
			counts[name] = (await analyze(document, { published: '2020-01-01' })).events.length;
		}
		return counts;
	});
	for (const [name, count] of Object.entries(outcome)) assert.ok(count >= 2, `${name}: ${count}`);
}, { limit: 120_000 });
