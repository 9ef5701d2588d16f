// A good guest: in any host it has a width, that of its column, words of the size of those around it, and colours that can be read on what is really behind it.
// A row for each skeleton of a host. With PICTURES=FOLDER each is drawn into that folder, to be looked at.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from './harness.mjs';
import { rested, settled } from './widget.mjs';

const EVENTS = [
	['2021-01-14', 'Council votes for a new library'],
	['2021-02', 'Architects hand in their plans'],
	['2021-03-03', 'The old mill is bought for the site by the river'],
	['2021-04-20', 'Work on the foundations begins'],
	['2021-05-11', 'A wall of the mill falls down, nobody is hurt'],
	['2021-06-30', 'Roof is closed'],
	['2021-08-02', 'Readers carry forty thousand books over in a chain'],
];
const TIMELINE = { articles: [{ headline: 'The library', published: '2021-08-10' }], events: EVENTS.map(([edtf, title]) => ({ title, when: { edtf } })) };

const WORDS = 'The town has waited for this house for thirty years, and now that it stands nobody wants to have been against it. ';
const TEXT = `<p>${WORDS.repeat(3)}</p>`;
const GUEST = `<article-timeline id="timeline" loading="eager"><script type="application/json">${JSON.stringify(TIMELINE)}</script></article-timeline>`;
const COLUMN = 'body { margin: 20px auto; width: 1000px; font: 16px/1.5 serif; } * { box-sizing: border-box; }';

const WHITE = [255, 255, 255];
const host = (name, style, body = `${TEXT}${GUEST}${TEXT}`, expected = {}) => ({ name, style, body, width: 1000, size: 16, ground: WHITE, cut: 0, ...expected });
const inside = `<div class="host">${TEXT}${GUEST}</div>`;

const HOSTS = [
	host('plain', ''),
	host('flex row', '.host { display: flex; gap: 20px; } .host p { flex: none; width: 240px; }', inside, { width: 740, cut: 1 }),
	host('flex row with text that shrinks', '.host { display: flex; gap: 20px; }', inside, { width: [300, 700] }),
	host('flex column', '.host { display: flex; flex-direction: column; align-items: center; }', inside),
	host('flex column, by margins', '.host { display: flex; flex-direction: column; } article-timeline { margin-inline: auto; }', inside),
	host('grid', '.host { display: grid; grid-template-columns: 1fr 280px; gap: 20px; } .host p { order: 2; }', inside, { width: 700, cut: 1 }),
	host('grid, at the start', '.host { display: grid; justify-items: start; }', inside),
	host('table cell', 'table { border-collapse: collapse; } td { padding: 0; }', `<table><tr><td>${TEXT}${GUEST}</td></tr></table>`),
	host('float', '.host { float: left; }', inside),
	host('float itself', 'article-timeline { float: left; }'),
	host('inline-block', 'article-timeline { display: inline-block; }'),
	host('with margins of the page', 'article-timeline { margin-inline: 40px; padding-inline: 10px; }', undefined, { width: 900 }),
	host('dark, by its background alone', 'html { background: #16181c; } body { color: #e8e6e3; }', undefined, { ground: [22, 24, 28] }),
	host('dark box in a light page', '.host { background: rgb(10 20 40); color: #fff; padding: 20px; }', inside, { width: 960, ground: [10, 20, 40] }),
	host('dark, half transparent', 'html { background: #000; } body { background: rgb(255 255 255 / 10%); color: #ddd; }', undefined, { ground: [26, 26, 26] }),
	host('dark, by lightness', 'html { background: oklch(20% 0.02 250); } body { color: oklch(95% 0 none); }', undefined, { ground: [16, 24, 32] }),
	host('salmon', 'html { background: #fff1e5; }', undefined, { ground: [255, 241, 229] }),
	host('neither light nor dark', 'html { background: #8a8f94; } body { color: #000; }', undefined, { ground: 'own' }),
	host('on a picture', 'html { background: linear-gradient(#204060, #102030); } body { color: #fff; }', undefined, { ground: 'own' }),
	host('dark by a box behind it', 'body { position: relative; color: #fff; } .behind { position: absolute; z-index: -1; inset: -20px -100px; background: #111; }', `<div class="behind"></div>${TEXT}${GUEST}`, { ground: 'own' }),
	host('theme of its own', '', `${TEXT}${GUEST.replace('loading', 'theme="dark" loading')}`, { ground: 'own' }),
	host('root at 62.5 %', 'html { font-size: 62.5%; } body { font-size: 1.6rem; }'),
	host('root at 62.5 %, paragraphs alone larger', 'html { font-size: 62.5%; } body { font-size: 1rem; } p { font-size: 1.6rem; }', undefined, { size: 15 }),
	host('larger text', 'body { font-size: 20px; }', undefined, { size: 20 }),
	host('zoom', 'body { zoom: 1.25; width: 800px; }', undefined, { width: 800 }),
	host('transform', '.host { transform: scale(.8); transform-origin: 0 0; }', inside),
	host('right to left', '', `<div class="host" dir="rtl" lang="ar">${TEXT}${GUEST}</div>`),
	host('spacing and ornaments', 'body { word-spacing: .6em; letter-spacing: .2em; text-shadow: 2px 2px 2px red; text-transform: uppercase; text-indent: 3em; line-height: 3; white-space: pre-line; font-style: italic; font-variant-caps: small-caps; text-align: center; cursor: wait; -webkit-text-fill-color: red; }'),
	host('phone', 'body { width: auto; margin: 0; padding: 16px; }', `<div style="display: flex">${GUEST}</div>`, { window: 360, width: [310, 329] }),
	host('float on a phone', 'body { width: auto; margin: 0; padding: 16px; } .host { float: left; }', `<div class="host">${GUEST}</div>`, { window: 360, width: [310, 329] }),
];

async function open(page, url, scratch, { name, style, body, window = 1200 }, isThere = true) {
	await page.resize(window, 800);
	const file = `guest-${name.replace(/\W+/g, '-')}.html`;
	writeFileSync(path.join(scratch, file), `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title><link rel="icon" href="data:,"><style>${COLUMN} ${style}</style><script type="module" src="/open/element.js"></script><body>${body}`);
	await page.open(url(`/open/scratch/${file}`));
	if (!isThere) return;
	await drawn(page);
	await settled(page);
	if (process.env.PICTURES) await page.screenshot(path.join(process.env.PICTURES, `${page.name}-${file.replace('.html', '.png')}`));
}

const SECTION = `(document.querySelector('x-page')?.shadowRoot ?? document).querySelector('#timeline')?.shadowRoot?.querySelector('section')`;
const drawn = (page) => page.waitFor(`() => ${SECTION}?.querySelector('.title') && !${SECTION}.matches('.pending')`);

/** What is seen of the timeline, in its own px. */
const seen = (page) => page.evaluate(`() => {
	const section = ${SECTION};
	const style = (element) => getComputedStyle(element);
	const around = section.getBoundingClientRect();
	const box = (element) => (({ left, right, top, bottom }) => ({ left, right, top, bottom }))(element.getBoundingClientRect());
	const labels = [...section.querySelectorAll('.label')];
	return {
		width: parseFloat(style(section).width),
		size: parseFloat(style(section).fontSize),
		around: { left: around.left, right: around.right },
		labels: labels.map(box),
		cut: labels.filter((label) => { const title = label.querySelector('.title'); return title.scrollHeight > title.clientHeight + 2; }).length,
		inks: ['.title', '.date', '.range', '.source', '.word'].flatMap((name) => { const found = section.querySelector(name); return found ? [style(found).color] : []; }),
		background: style(section).backgroundColor,
		foreign: ['wordSpacing', 'letterSpacing', 'textShadow', 'textTransform', 'textIndent', 'whiteSpace', 'fontStyle', 'cursor', 'fontVariantCaps'].map((name) => style(section)[name]).join(),
		fill: style(section).webkitTextFillColor === style(section).color,
		overflow: document.documentElement.scrollWidth - innerWidth,
	};
}`);

const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
const light = (colour) => {
	const [red, green, blue] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
	const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
	return (high + 0.05) / (low + 0.05);
};

function assertReadable({ inks, background }, ground) {
	if (ground === 'own') assert.equal(numbers(background)[3] ?? 1, 1, 'it paints its ground');
	else assert.equal(numbers(background)[3], 0, 'it leaves the page its ground');
	const behind = ground === 'own' ? numbers(background) : ground;
	for (const ink of inks) assert.ok(contrast(numbers(ink), behind) >= 4.5, `${ink} on ${behind}: ${contrast(numbers(ink), behind)}`);
}

function assertApart({ labels, around }) {
	assert.ok(labels.length === EVENTS.length, `${labels.length} labels`);
	for (const [number, label] of labels.entries()) {
		assert.ok(label.left >= around.left - 1 && label.right <= around.right + 1, `${JSON.stringify(label)} is not in ${JSON.stringify(around)}`);
		for (const other of labels.slice(number + 1)) {
			assert.ok(label.right <= other.left + 0.5 || other.right <= label.left + 0.5 || label.bottom <= other.top + 0.5 || other.bottom <= label.top + 0.5, `${JSON.stringify(label)} on ${JSON.stringify(other)}`);
		}
	}
}

for (const skeleton of HOSTS) {
	test(`host: ${skeleton.name}`, async ({ page, url, scratch }) => {
		await open(page, url, scratch, skeleton);
		const found = await seen(page);
		const [least, most] = [skeleton.width].flat().length === 2 ? skeleton.width : [skeleton.width - 1, skeleton.width + 1];
		assert.ok(found.width >= least && found.width <= most, `${found.width} px wide, not ${skeleton.width}`);
		assert.equal(found.size, skeleton.size);
		assert.ok(found.overflow <= 0, `the page is ${found.overflow} px too wide`);
		assert.ok(found.cut <= skeleton.cut, `${found.cut} titles are cut`);
		assert.equal(found.foreign, '0px,normal,none,none,0px,normal,normal,auto,normal');
		assert.ok(found.fill, 'its letters are filled with their colour');
		assertReadable(found, skeleton.ground);
		assertApart(found);
	});
}

test('host: a shadow root with a dark ground of its own', async ({ page, url, scratch }) => {
	await open(page, url, scratch, host('shadow root', '', '<x-page></x-page>'), false);
	await page.evaluate((html) => {
		document.querySelector('x-page').attachShadow({ mode: 'open' }).innerHTML = html;
	}, `<style>:host { display: block; background: #101418; color: #fff; }</style><div>${GUEST}</div>`);
	await drawn(page);
	await settled(page);
	const found = await seen(page);
	assert.ok(Math.abs(found.width - 1000) < 1, `${found.width}`);
	assertReadable(found, [16, 20, 24]);
	assertApart(found);
});

test('a page that turns dark by a class takes its timeline along, though its colours change by and by', async ({ page, url, scratch }) => {
	await open(page, url, scratch, host('toggled', 'html { background: #fff; } body { background: #fff; color: #111; transition: background-color .2s; } .night body { background: #111; color: #eee; }'));
	assertReadable(await seen(page), WHITE);
	await page.evaluate(() => document.documentElement.classList.add('night'));
	await page.waitFor(`() => ${SECTION}.dataset.ground === 'dark seen'`);
	assertReadable(await seen(page), [17, 17, 17]);
	await page.evaluate(() => document.documentElement.classList.remove('night'));
	await page.waitFor(`() => ${SECTION}.dataset.ground === 'light seen'`);
	assertReadable(await seen(page), WHITE);
});

test('a theme that is taken away leaves the page its ground again', async ({ page, url, scratch }) => {
	await open(page, url, scratch, host('theme', 'html { background: #fff; }', GUEST.replace('loading', 'theme="dark" loading')));
	assertReadable(await seen(page), 'own');
	await page.evaluate(() => document.querySelector('#timeline').removeAttribute('theme'));
	await page.waitFor(`() => !${SECTION}.matches('.dark')`);
	assertReadable(await seen(page), WHITE);
});

test('on paper a dark page has a timeline in black on white, no wider than the paper', async ({ page, url, scratch }) => {
	await open(page, url, scratch, host('print', 'html { background: #111; } body { color: #eee; } @media print { html { background: #fff; } body { color: #000; } }'));
	// Only Chromium can be shown the rules for paper; in all three the timeline becomes the story.
	const isPaper = await page.media('print');
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await page.waitFor(`() => ${SECTION}.matches('.vertical')`);
	const found = await seen(page);
	if (isPaper) assertReadable(found, WHITE);
	assert.ok(found.width > 300 && found.width <= (isPaper ? 640 : 1000), `${found.width}`);
	await page.media();
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await page.waitFor(`() => ${SECTION}.matches('.horizontal')`);
});

test('under a zoom and a transform the stage goes closer about what is under the pointer', async ({ page, url, scratch }) => {
	for (const style of ['body { zoom: 1.25; width: 800px; }', '.host { transform: scale(.8); transform-origin: 0 0; }', '']) {
		await open(page, url, scratch, host('pressed', style, `<div class="host">${GUEST}</div>`));
		const middle = `() => { const { left, right } = [...${SECTION}.querySelectorAll('.entry')].find((entry) => entry.textContent.includes('wall of the mill')).querySelector('svg').getBoundingClientRect(); return (left + right) / 2; }`;
		const before = await page.evaluate(middle);
		await page.evaluate(`(clientX) => ${SECTION}.querySelector('.stage').dispatchEvent(new MouseEvent('dblclick', { bubbles: true, clientX, clientY: 0 }))`, before);
		await page.waitFor(`() => ${SECTION}.querySelector('.overview .brush')`);
		await rested(page);
		const after = await page.evaluate(middle);
		assert.ok(Math.abs(after - before) < 2, `${style}: from ${before} to ${after}`);
	}
});
