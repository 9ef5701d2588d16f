// What a browser shows of a consumer. In: a page of the browser driver and an address. Out: nothing when the timeline is drawn, styled and nothing was complained
// of; else an error with the first thing that is not so. And what the page weighs.

import assert from 'node:assert/strict';
import zlib from 'node:zlib';

/** By library: `drawn` is asked in the page until it gives something; `faults` looks at that. */
export const LIBRARIES = {
	'article-timeline': { drawn: drawnOurs, faults: faultsOfOurs },
	'vis-timeline': { drawn: drawnVis, faults: faultsOfVis },
	timelinejs: { drawn: drawnTimelineJs, faults: faultsOfTimelineJs },
};

// Asked for by every browser, and refused by servers that have none.
const NOT_THEIRS = /favicon\.ico/;
// What others fetch from elsewhere can not be had here, which is not held against them.
const NOT_HERE = /ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED/;

/** Opens the address and waits for the timeline; gives what the page weighs, in bytes of brotli. */
export async function look(page, address, library, { titles, quiet = true, act } = {}) {
	await page.open('about:blank');
	await page.console();
	await page.open(address);
	const isRival = library !== 'article-timeline';
	const { drawn, faults } = LIBRARIES[library];
	const shown = await page.waitFor(drawn, titles).catch(async (error) => {
		throw new Error(`nothing is drawn; the console says: ${(await complaints(page, isRival)).join(' | ') || 'nothing'}`, { cause: error });
	});
	const found = faults(shown, titles);
	assert.equal(found, undefined, found);
	if (act) await act(page);
	const said = await complaints(page, isRival);
	if (quiet) assert.deepEqual(said, [], `the console says: ${said.join(' | ')}`);
	return weigh(page);
}

async function complaints(page, isRival) {
	const entries = await page.console();
	return entries.filter(({ level, message }) => level === 'SEVERE' && !NOT_THEIRS.test(message) && !(isRival && NOT_HERE.test(message))).map(({ message }) => message.replace(/\s+/g, ' ').slice(0, 300));
}

/** All that the page fetched but itself, each as brotli 11 whatever its server sends, in bytes. */
async function weigh(page) {
	const addresses = await page.evaluate(() => [...new Set(performance.getEntriesByType('resource').map(({ name }) => name))]);
	let sum = 0;
	for (const address of addresses.filter((address) => /^http/.test(address) && !NOT_THEIRS.test(address))) {
		const response = await fetch(address).catch(() => undefined);
		if (!response?.ok) continue;
		const bytes = Buffer.from(await response.arrayBuffer());
		sum += zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
	}
	return { bytes: sum, requests: addresses.length };
}

function drawnOurs(titles) {
	const host = document.querySelector('article-timeline');
	const root = host?.shadowRoot;
	const entries = [...(root?.querySelectorAll('.entry .title') ?? [])];
	if (entries.length < titles.length) return undefined;
	const look = (element, ...names) => names.map((name) => getComputedStyle(element)[name]);
	const box = ({ left, top, right, bottom }) => [left, top, right, bottom].map(Math.round);
	return {
		titles: entries.map((title) => title.textContent),
		boxes: entries.map((title) => box(title.getBoundingClientRect())),
		host: box(host.getBoundingClientRect()),
		frame: look(root.querySelector('.timeline'), 'borderTopWidth', 'borderTopStyle', 'fontVariantNumeric', 'position'),
		place: look(root.querySelector('.label'), 'position', 'cursor', 'borderTopWidth'),
		leaked: [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.selectorText).filter((selector) => /\.(timeline|entry|rtl)\b/.test(selector)),
	};
}

function faultsOfOurs({ titles: shown, boxes, host, frame, place, leaked }, titles) {
	if (shown.toSorted().join() !== titles.toSorted().join()) return `shows ${shown.join(', ')}`;
	if (frame.join() !== '2px,solid,lining-nums tabular-nums,relative') return `is drawn unstyled (the frame is ${frame.join(', ')})`;
	if (place.at(-1) !== '0px') return `is drawn unstyled (a label is ${place.join(', ')})`;
	if (leaked.length > 0) return `its style sheet is in the page's: ${leaked[0]}`;
	const [left, top, right, bottom] = host;
	if (bottom - top < 150 || bottom - top > 1200) return `is ${bottom - top} px high`;
	const outside = boxes.findIndex((box) => box[2] - box[0] < 20 || box[3] - box[1] < 10 || box[0] < left - 1 || box[2] > right + 1 || box[1] < top - 1 || box[3] > bottom + 1);
	return outside < 0 ? undefined : `the title "${shown[outside]}" is at ${boxes[outside]} of ${host}`;
}

function drawnVis(titles) {
	const items = [...document.querySelectorAll('.vis-item')];
	if (items.length < titles.length) return undefined;
	const { position, borderTopStyle, backgroundColor } = getComputedStyle(items[0]);
	return { text: document.querySelector('.vis-timeline').textContent, look: [position, borderTopStyle, backgroundColor] };
}

function faultsOfVis({ text, look }, titles) {
	const missing = titles.find((title) => !text.includes(title));
	if (missing) return `lacks ${missing}`;
	return look[0] === 'absolute' && look[1] === 'solid' ? undefined : `is drawn unstyled (an item is ${look.join(', ')})`;
}

function drawnTimelineJs(titles) {
	const markers = [...document.querySelectorAll('.tl-timemarker')];
	if (markers.length < titles.length) return undefined;
	const { position } = getComputedStyle(markers[0]);
	return { text: document.querySelector('.tl-timeline').textContent, look: [position] };
}

function faultsOfTimelineJs({ text, look }, titles) {
	const missing = titles.find((title) => !text.includes(title));
	if (missing) return `lacks ${missing}`;
	return look[0] === 'absolute' ? undefined : `is drawn unstyled (a marker is ${look.join(', ')})`;
}

/** In the page of a framework: it heard once that the timeline is ready, hears that an entry is opened, and drew nothing again and again. */
export async function answersToFramework(page) {
	await page.waitFor(() => document.querySelector('#times').textContent !== '0');
	await page.click('article-timeline >>> .entry .label');
	await page.waitFor(() => document.querySelector('#open').textContent !== '');
	await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
	assert.equal(await page.evaluate(() => document.querySelector('#times').textContent), '1', 'how often timeline-ready was heard');
}

/** What a page weighs that shows no timeline. */
export async function weighAlone(page, address) {
	await page.open(address);
	await page.waitFor(() => document.body.textContent.includes('November 2018'));
	return weigh(page);
}

/** Opens a page that shows that many entries, drawn and styled, with nothing said in the console; gives nothing to weigh. */
export async function drawnEntries(page, address, count) {
	await page.open('about:blank');
	await page.console();
	await page.open(address);
	const frame = await page.waitFor((count) => {
		const root = document.querySelector('article-timeline')?.shadowRoot;
		return root?.querySelectorAll('.entry .title').length === count && getComputedStyle(root.querySelector('.timeline')).borderTopWidth;
	}, count);
	assert.equal(frame, '2px', 'is drawn unstyled');
	assert.deepEqual(await complaints(page), []);
}

/** A page with an article in English and one in German: both are read, in one worker if the page's bundler has taken it along. */
export async function readArticles(page, address) {
	await page.open('about:blank');
	await page.console();
	await page.open(address);
	const found = await page.waitFor(() => {
		const roots = [...document.querySelectorAll('article-timeline')].map(({ shadowRoot }) => shadowRoot);
		const counts = roots.map((root) => root.querySelectorAll('.entry .title').length);
		return counts.every((count) => count > 1) && { counts, frame: getComputedStyle(roots[0].querySelector('.timeline')).borderTopWidth };
	});
	assert.deepEqual(found, { counts: [3, 2], frame: '2px' });
	// Without its trees an English article is read all the same, and worse. A worker's page fetches them for it.
	assert.ok(await page.evaluate(() => performance.getEntriesByType('resource').some(({ name, responseStatus }) => /\.model/.test(name) && responseStatus === 200)), 'the model was not there');
	assert.deepEqual(await complaints(page), []);
}
