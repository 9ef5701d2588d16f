// What a reader does: keys, presses, drags, wheels; and what the page hears of it.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { entries, focused, openWidget, rested, selected, settled } from './widget.mjs';

const views = (page) => page.evaluate(() => said.filter(([type]) => type === 'timeline-view').map(([, detail]) => detail));
const detail = (page) => page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelector('.detail')?.textContent);

test('keys walk the entries, open one and close it', async ({ page, url }) => {
	await openWidget(page, url);
	const titles = (await entries(page)).map((entry) => entry.split(': ')[1]);
	const stops = await page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelectorAll('.label[tabindex="0"]').length);
	assert.equal(stops, 1, 'one entry is what Tab comes to');
	await page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelector('.label[tabindex="0"]').focus());
	assert.equal(await focused(page), titles[0]);
	const walk = [];
	for (const _ of titles.slice(1)) {
		await page.key('ArrowRight');
		await settled(page);
		walk.push(await focused(page));
	}
	assert.deepEqual(walk, titles.slice(1));
	await page.key('Home');
	await settled(page);
	assert.equal(await focused(page), titles[0]);
	await page.key('End');
	await settled(page);
	assert.equal(await focused(page), titles.at(-1));
	await page.key('Enter');
	await settled(page);
	assert.equal((await selected(page)).length, 1);
	assert.ok(await detail(page));
	await page.key('Escape');
	await settled(page);
	assert.equal((await selected(page)).at(-1), null);
	assert.equal(await detail(page), null);
	assert.equal(await focused(page), titles.at(-1), 'the focus stays where it was');
});

test('a press opens an entry: its sentence, the time phrase marked, the reason', async ({ page, url }) => {
	await openWidget(page, url);
	await rested(page);
	await page.click('#timeline >>> .entry:nth-child(2) .label');
	await page.waitFor(() => said.some(([type]) => type === 'timeline-select'));
	await settled(page);
	assert.deepEqual(await selected(page), ['campaign']);
	const shown = await page.evaluate(() => {
		const root = document.querySelector('#timeline').shadowRoot;
		return ['.sentence', '.phrase', '.why', '.steps'].map((part) => root.querySelector(part).textContent);
	});
	assert.deepEqual(shown.slice(0, 2), ['The offensive to retake it began more than two weeks ago.', 'more than two weeks ago']);
	assert.match(shown[2], /counted from publication/);
	assert.match(shown[3], /2 of 6/);
	await page.click('#timeline >>> [data-do=later]');
	await settled(page);
	assert.equal((await selected(page)).length, 2);
	assert.equal(await page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelectorAll('[aria-expanded=true]').length), 1);
});

test('zoom and pan move the view and say so once a frame', async ({ page, url }) => {
	await openWidget(page, url);
	const outcome = await page.evaluate(async () => {
		const { view } = document.querySelector('#timeline');
		const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		const heard = () => said.filter(([type]) => type === 'timeline-view');
		view.zoom(4);
		view.zoom(2);
		await frame();
		const zoomed = heard();
		for (let step = 0; step < 5; step++) view.pan(-7);
		await frame();
		const panned = heard();
		view.pan(-7);
		await frame();
		return { zoomed: zoomed.length, panned: panned.length, then: heard().length, ranges: heard().map(([, detail]) => detail) };
	});
	assert.deepEqual([outcome.zoomed, outcome.panned, outcome.then], [1, 2, 3]);
	const [zoomed, panned] = outcome.ranges;
	assert.ok(panned.start < zoomed.start && panned.end < zoomed.end, 'a pan below 0 goes to earlier times');
	assert.ok(Math.abs(panned.end - panned.start - (zoomed.end - zoomed.start)) < 60_000, 'a pan keeps the scale');
});

/** Waits until earlier times have come, as a drag to the right must bring them; a driver may answer before the page has heard everything. */
const moved = (page, before) => page.waitFor((start) => said.findLast(([type]) => type === 'timeline-view')[1].start < start, before.start);

test('a drag moves the stage and opens nothing', async ({ page, url }) => {
	await openWidget(page, url);
	await page.evaluate(() => document.querySelector('#timeline').view.zoom(6));
	await rested(page);
	const before = (await views(page)).at(-1);
	const [x, y] = await page.place('#timeline >>> .stage');
	await page.drag([x, y], [x + 120, y]);
	await moved(page, before);
	await settled(page);
	assert.deepEqual(await selected(page), []);
});

test('a drag that the engine tells by one move goes as far', async ({ page, url }) => {
	await openWidget(page, url);
	await page.evaluate(() => document.querySelector('#timeline').view.zoom(6));
	await rested(page);
	const before = (await views(page)).at(-1);
	const [x, y] = await page.place('#timeline >>> .stage');
	await page.drag([x, y], [x + 120, y], { steps: 1 });
	await moved(page, before);
});

test('buttons and keys zoom; the whole span is as far as it goes', async ({ page, url }) => {
	await openWidget(page, url);
	await page.click('#timeline >>> [data-do=zoom-in]');
	await page.waitFor(() => said.some(([type]) => type === 'timeline-view'));
	const [near] = await views(page);
	await page.click('#timeline >>> [data-do=whole]');
	await page.waitFor(() => said.filter(([type]) => type === 'timeline-view').length > 1);
	const far = (await views(page)).at(-1);
	assert.ok(far.end - far.start > near.end - near.start);
	const count = (await views(page)).length;
	await page.click('#timeline >>> [data-do=zoom-out]');
	await settled(page);
	assert.equal((await views(page)).length, count, 'zoomed out beyond everything');
});

test('the wheel is the page’s; with Ctrl it zooms', async ({ page, url }) => {
	await openWidget(page, url);
	await page.evaluate(() => document.querySelector('#main').append(Object.assign(document.createElement('div'), { id: 'tall' })));
	const at = await page.place('#timeline >>> .stage');
	await page.evaluate(() => addEventListener('wheel', ({ ctrlKey, defaultPrevented }) => (window.rolled = [ctrlKey, defaultPrevented])));
	await page.wheel(0, -200, { at, ctrl: true });
	assert.deepEqual(await page.waitFor(() => window.rolled), [true, true]);
	await page.waitFor(() => said.some(([type]) => type === 'timeline-view'));
	assert.equal(await page.evaluate(() => scrollY), 0);
	const count = (await views(page)).length;
	await page.wheel(0, 200, { at });
	await page.waitFor(() => scrollY > 50);
	assert.equal((await views(page)).length, count);
});

test('show and select go where they are told', async ({ page, url }) => {
	await openWidget(page, url);
	const outcome = await page.evaluate(async () => {
		const { view } = document.querySelector('#timeline');
		const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		view.show('2016-10-20', '2016-10-30');
		await frame();
		view.select('killings');
		await frame();
		const refused = (() => { try { view.select('nobody'); } catch (error) { return error.kind; } })();
		return { refused, view: said.find(([type]) => type === 'timeline-view')?.[1], open: said.findLast(([type]) => type === 'timeline-select')?.[1] };
	});
	assert.equal(outcome.refused, 'bad-input');
	assert.deepEqual(outcome.open, { id: 'killings' });
	assert.ok(outcome.view.start <= Date.UTC(2016, 9, 20) && outcome.view.end >= Date.UTC(2016, 9, 30), JSON.stringify(outcome.view));
	assert.ok(outcome.view.end - outcome.view.start < 30 * 864e5, 'not much more than asked for');
});

test('with hash, the open entry stands in the address, and an address opens its entry', async ({ page, url }) => {
	await openWidget(page, url, { src: 'mosul.json', hash: '' });
	await page.evaluate(() => document.querySelector('#timeline').view.select('campaign'));
	await page.waitFor(() => location.hash === '#timeline=campaign');
	await page.evaluate(() => document.querySelector('#timeline').view.select(null));
	await page.waitFor(() => location.hash === '');
	await page.evaluate(() => { location.hash = '#timeline=nobody'; });
	await page.evaluate(() => { location.hash = '#timeline=campaign'; });
	await page.waitFor(() => document.querySelector('#timeline').shadowRoot.querySelector('.entry.open'));
	assert.equal((await page.evaluate(() => said.filter(([type]) => type === 'timeline-error'))).length, 0);
});
