// A hundred hostile texts through every field of every format, in and out: nothing runs, no policy is broken, no text is lost.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from './harness.mjs';
import { filesOf } from './payloads/files.mjs';
import { PAYLOADS, worded } from './payloads/payloads.mjs';

assert.equal(new Set(PAYLOADS).size, 100);
const TEXTS = PAYLOADS.map(worded);
const FILES = filesOf(TEXTS);
const OUT = ['timelinejs', 'csv', 'tsv', 'ics', 'jsonld', 'html'];

/** What a text is where nothing of it is markup: in one line, without letters that nobody sees. */
const bare = (text) => text.replace(/[\0-\x1f\x7f-\x9f]/g, ' ').replace(/\s+/g, ' ').trim();

const harmed = (page) => page.evaluate(() => ({ runs, violations: counts.violations }));
const UNHARMED = { runs: [], violations: [] };

/** Draws the data, opens entries one after the other, and gives every address and handler that came of it. */
const drawn = (page, data, step) =>
	page.evaluate(
		async (data, step) => {
			document.querySelector('article-timeline')?.remove();
			said.length = 0;
			const element = Object.assign(document.createElement('article-timeline'), { id: 'timeline', timeline: data });
			document.querySelector('#main').append(element);
			while (!said.some(([type]) => /ready|error/.test(type))) await new Promise((done) => setTimeout(done, 10));
			const [type, { timeline, message }] = said.find(([type]) => /ready|error/.test(type));
			if (type !== 'timeline-ready') return { message };
			const [addresses, handlers, texts] = [new Set(), new Set(), []];
			const root = element.shadowRoot;
			const look = () => {
				for (const node of root.querySelectorAll('*')) {
					for (const { name, value } of node.attributes) {
						if (/^on/i.test(name)) handlers.add(name);
						if (/^(href|src|srcset|action|data|poster|xlink:href)$/i.test(name)) addresses.add(`${node.localName} ${new URL(value, location).protocol}`);
					}
					if (/^(script|iframe|object|embed|svg:script|base|meta|link)$/i.test(node.localName)) handlers.add(node.localName);
				}
			};
			for (let at = 0; at < timeline.events.length; at += step) {
				element.view.select(timeline.events[at].id);
				for (let frames = 0; frames < 60 && (frames === 0 || !root.querySelector('.detail')); frames++) await new Promise((done) => requestAnimationFrame(done));
				texts.push([...root.querySelectorAll('.detail, .entry.open')].map((node) => node.textContent).join(' '));
				look();
			}
			return { events: timeline.events.map(({ title, url, media }) => ({ title, urls: [url, media?.url, media?.thumbnail] })), addresses: [...addresses], handlers: [...handlers], texts };
		},
		data,
		step,
	);

for (const place of ['/tests/hostile.html', '/open/tests/hostile.html']) {
	const where = place.startsWith('/open') ? 'where no policy would stop them' : 'under the strict policy';
	test(`hostile texts in every field of every format are drawn as words, ${where}`, async ({ page, url }) => {
		await page.open(url(place));
		for (const [format, data] of Object.entries(FILES)) {
			const made = await drawn(page, format === 'json' ? JSON.parse(data) : data, format === 'json' && place === '/tests/hostile.html' ? 1 : 9);
			assert.equal(made.message, undefined, format);
			assert.equal(made.events.length, TEXTS.length, format);
			assert.deepEqual(made.handlers, [], format);
			assert.deepEqual(made.addresses.filter((address) => !/ https?:$|^img data:$/.test(address)), [], format);
			for (const [at, { title, urls }] of made.events.entries()) {
				const [known] = /^Entry \d+/.exec(TEXTS[at]) ?? [''];
				assert.ok(title.trim() && title.startsWith(known), `${format}: ${JSON.stringify(TEXTS[at])} became ${JSON.stringify(title)}`);
				if (format !== 'json') for (const url of urls.filter(Boolean)) assert.match(new URL(url, 'https://here.example').protocol, /^https?:$/, `${format}: ${url}`);
			}
			// What is no markup in its format is not touched.
			if (format === 'json') assert.deepEqual(made.events.map(({ title }) => title), TEXTS);
			if (format === 'csv') for (const [at, { title }] of made.events.entries()) if (!/[<>&]/.test(TEXTS[at])) assert.equal(bare(title), bare(TEXTS[at]), format);
			if (made.texts.length === TEXTS.length) for (const [at, text] of made.texts.entries()) assert.ok(bare(text).includes(bare(TEXTS[at])), `${JSON.stringify(TEXTS[at])} is not in ${JSON.stringify(text.slice(0, 300))}`);
			assert.deepEqual(await harmed(page), UNHARMED, format);
		}
	});
}

/** Rows of a table, as a spreadsheet reads them. */
function cellsOf(table, separator) {
	const [rows, quoted] = [[['']], /"((?:[^"]|"")*)"|[^]/y];
	while (quoted.lastIndex < table.length) {
		const [sign, inside] = quoted.exec(table);
		if (sign === separator) rows.at(-1).push('');
		else if (sign === '\n') rows.push(['']);
		else if (sign !== '\r') rows.at(-1).push(rows.at(-1).pop() + (inside === undefined ? sign : inside.replaceAll('""', '"')));
	}
	return rows.filter((row) => row.length > 1);
}

test('what is written of them has nothing that runs, begins no formula, and comes back with every word', async ({ page, url, scratch }) => {
	await page.open(url('/tests/hostile.html'));
	const made = await page.evaluate(
		async (data, formats) => {
			const { convert } = await modules.index();
			const made = {};
			for (const to of formats) {
				const { data: written } = await convert(data, { from: 'json', to });
				const { data: back } = await convert(written, { from: to, to: 'json' });
				made[to] = { written, back: back.events.map(({ title }) => title) };
			}
			return made;
		},
		FILES.json,
		OUT,
	);
	assert.deepEqual(await harmed(page), UNHARMED);
	for (const to of OUT) assert.deepEqual(made[to].back.map(bare), TEXTS.map(bare), to);
	for (const [to, separator] of [['csv', ','], ['tsv', '\t']]) {
		const rows = cellsOf(made[to].written, separator);
		assert.deepEqual([rows.length, new Set(rows.map(({ length }) => length)).size], [TEXTS.length + 1, 1], to);
		for (const cell of rows.flat()) assert.doesNotMatch(cell, /^\s*[=+@|%-]|^[\t\r]/, `${to}: ${JSON.stringify(cell)}`);
	}
	for (const to of ['timelinejs', 'jsonld', 'ics']) {
		const text = typeof made[to].written === 'string' ? made[to].written : JSON.stringify(made[to].written);
		assert.doesNotMatch(text, /("(url|contentUrl|thumbnail|thumbnailUrl|image)":"|^(URL|ATTACH)[^:\r\n]*:)\s*(j\s*ava\s*script|vbscript|data):/im, to);
	}
	assert.equal(made.ics.written.match(/^BEGIN:VEVENT\r?$/gm).length, TEXTS.length);
	// As they would be put into pages: the list as it is, slides as markup, which is what TimelineJS makes of them, and JSON-LD in its script.
	const { timelinejs, jsonld, html } = Object.fromEntries(OUT.map((to) => [to, made[to].written]));
	const slides = timelinejs.events.flatMap(({ text, media, group }) => [text?.headline, text?.text, media?.caption, media?.credit, group]).filter(Boolean).map((markup) => `<div>${markup}</div>`);
	const { renderToString } = await import('../../dist/reader.js');
	const scripts = '<script src="/open/tests/ran.js"></script><script src="/open/tests/count.js"></script>';
	for (const [name, markup] of [['list', html], ['slides', slides.join('')], ['data', await renderToString(FILES.json, { data: true })]]) {
		for (const folder of ['/open/scratch/', '/scratch/']) {
			writeFileSync(path.join(scratch, `hostile-${name}.html`), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Out</title><link rel="icon" href="data:,">${folder === '/scratch/' ? scripts.replaceAll('/open', '') : scripts}${markup}<p id="end">End</p></html>`);
			await page.open(url(`${folder}hostile-${name}.html`));
			const seen = await page.evaluate(async () => {
				for (const node of document.querySelectorAll('a, button, input, [autofocus], [tabindex]')) node.focus();
				await new Promise((done) => setTimeout(done, 200));
				const links = [...document.querySelectorAll('a[href]')].map(({ protocol }) => protocol);
				return { links: [...new Set(links)].filter((protocol) => !/^https?:$/.test(protocol)), end: document.querySelector('#end')?.parentElement.localName, text: document.body.textContent };
			});
			assert.deepEqual([seen.links, seen.end], [[], 'body'], name);
			assert.deepEqual(await harmed(page), UNHARMED, `${folder}${name}`);
			for (const text of TEXTS) assert.ok(bare(seen.text).includes(bare(text)), `${name} has lost ${JSON.stringify(text)}`);
		}
	}
	assert.deepEqual(jsonld.itemListElement.length, TEXTS.length);
});

test('a field of ten million letters goes through every format, and a title of a hundred thousand is drawn', async ({ page, url }) => {
	await page.open(url('/tests/hostile.html'));
	const lengths = await page.evaluate(
		async (formats) => {
			const { convert } = await modules.index();
			const data = { events: [{ title: 'Long', text: '<b>words '.repeat(1_111_112), when: { edtf: '1911' } }] };
			const lengths = {};
			for (const to of formats) {
				const { data: written } = await convert(data, { from: 'json', to });
				const { data: back } = await convert(written, { from: to, to: 'json' });
				lengths[to] = back.events[0].text.match(/words/g).length;
			}
			return lengths;
		},
		OUT,
	);
	assert.deepEqual(lengths, Object.fromEntries(OUT.map((to) => [to, 1_111_112])));
	const made = await drawn(page, { events: [{ id: 'long', title: '<i>word '.repeat(12_500), text: 'x'.repeat(100_000), when: { edtf: '1911' } }] }, 1);
	assert.ok(made.texts[0].length >= 200_000, String(made.texts[0].length));
	assert.deepEqual(await harmed(page), UNHARMED);
}, { limit: 90_000 });
