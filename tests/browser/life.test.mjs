// From the cradle to the grave: the policy, a wasm that does not come, moving about, and leaving nothing behind.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from './harness.mjs';
import { entries, failure, openWidget, ready, settled } from './widget.mjs';

const DIST = path.resolve(import.meta.dirname, '../../dist');

test('everything runs without one violation of the policy', async ({ page, url }) => {
	await page.open(url('/tests/article.html'));
	await ready(page);
	await page.evaluate(() => {
		const { view, timeline } = document.querySelector('#timeline');
		view.select(timeline.events[0].id);
		view.zoom(3);
	});
	await settled(page);
	assert.deepEqual(await page.evaluate(() => counts.violations), []);
});

test('a forbidden wasm is said to be forbidden', async ({ page, url }) => {
	await page.open(url('/no-wasm/tests/article.html'));
	assert.equal(await failure(page), 'blocked-by-csp');
	assert.ok(await page.evaluate(() => document.querySelector('#fallback').getBoundingClientRect().height > 0));
});

test('a wasm that is not there, or is none, leaves the fallback', async ({ page, url, scratch }) => {
	for (const [folder, kind, bytes] of [['absent', 'not-found', null], ['wrong', 'wrong-type', 'This is no wasm.']]) {
		const copy = path.join(scratch, folder);
		rmSync(copy, { recursive: true, force: true });
		mkdirSync(copy, { recursive: true });
		cpSync(DIST, copy, { recursive: true });
		cpSync(path.join(import.meta.dirname, 'pages'), path.join(copy, 'tests'), { recursive: true });
		for (const wasm of ['reader.wasm', 'widget.wasm']) {
			rmSync(path.join(copy, wasm));
			if (bytes) writeFileSync(path.join(copy, wasm), bytes);
			await page.open(url(`/scratch/${folder}/tests/article.html`));
			assert.equal(await failure(page), kind, wasm);
			assert.ok(await page.evaluate(() => document.querySelector('#fallback').getBoundingClientRect().height > 0), `${wasm} ${folder}`);
			cpSync(path.join(DIST, wasm), path.join(copy, wasm));
		}
	}
});

test('destroy leaves no node, no listener, no frame', async ({ page, url }) => {
	await openWidget(page, url);
	const left = await page.evaluate(async () => {
		const element = document.querySelector('#timeline');
		const { createTimeline } = await modules.index();
		const timeline = element.timeline;
		element.remove();
		await new Promise((done) => setTimeout(done, 50));
		const nodes = () => document.querySelectorAll('*').length;
		const host = document.createElement('div');
		document.querySelector('#main').append(host);
		const before = [nodes(), counts.listeners, counts.frames.size, counts.timers.size];
		const during = [];
		for (let round = 0; round < 5; round++) {
			const view = await createTimeline(host, timeline);
			view.zoom(2);
			view.select('campaign');
			await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
			view.pan(5);
			during.push(counts.listeners - before[1]);
			view.destroy();
			view.destroy();
			view.pan(5);
		}
		return { before, during, after: [nodes(), counts.listeners, counts.frames.size, counts.timers.size], shadow: host.shadowRoot.innerHTML, sheets: host.shadowRoot.adoptedStyleSheets.length };
	});
	assert.ok(left.during.every((count) => count > 5), `listeners are counted: ${left.during}`);
	assert.deepEqual(left.after, left.before);
	assert.equal(left.shadow, '<slot></slot>');
	assert.equal(left.sheets, 0);
});

test('moved within the page it goes on, taken out it ends, put back it starts anew', async ({ page, url }) => {
	await openWidget(page, url);
	const outcome = await page.evaluate(async () => {
		const element = document.querySelector('#timeline');
		const wait = (ms) => new Promise((done) => setTimeout(done, ms));
		const place = document.createElement('section');
		document.querySelector('#main').append(place);
		place.append(element);
		await wait(400);
		const moved = element.shadowRoot.querySelectorAll('.entry').length;
		element.remove();
		await wait(50);
		const away = [element.shadowRoot.innerHTML, element.view === undefined];
		said.length = 0;
		place.append(element);
		return { moved, away };
	});
	assert.deepEqual(outcome, { moved: 6, away: ['<slot></slot>', true] });
	await ready(page);
	assert.equal((await entries(page)).length, 6);
});

test('taken out, or given something else, while it is being drawn, it leaves nothing of it', async ({ page, url }) => {
	await openWidget(page, url);
	const outcome = await page.evaluate(async () => {
		const { timeline } = document.querySelector('#timeline');
		const wait = (ms) => new Promise((done) => setTimeout(done, ms));
		const before = counts.listeners;
		const left = [];
		// A clock that runs ahead at each look, as on a slow phone: every step of a drawing is a task.
		const { performance } = window;
		const now = performance.now.bind(performance);
		let ahead = 0;
		performance.now = () => now() + (ahead += 5);
		for (let turn = 0; turn < 60; turn++) {
			const element = document.createElement('article-timeline');
			element.timeline = timeline;
			element.setAttribute('loading', 'eager'); // most are far below
			document.querySelector('#main').append(element);
			for (let task = 0; task < turn % 15; task++) await (window.scheduler?.yield?.() ?? new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); }));
			if (turn % 2) element.remove();
			else element.timeline = { ...timeline, events: timeline.events.slice(0, 2) };
			left.push(element);
		}
		const drawn = () => [...new Set(left.map((element, turn) => (turn % 2 ? element.shadowRoot.querySelector('section') : element.shadowRoot.querySelectorAll('section .entry').length)))];
		for (let turn = 0; turn < 40 && drawn().join() !== '2,'; turn++) await wait(250);
		await wait(250); // and nothing more comes
		delete performance.now;
		const found = drawn();
		for (const element of left) element.remove();
		await wait(100);
		return { drawn: found, listeners: counts.listeners - before, frames: counts.frames.size };
	});
	assert.deepEqual(outcome, { drawn: [2, null], listeners: 0, frames: 0 });
});

test('after a panic every timeline shows its fallback and is quiet', async ({ page, url }) => {
	await openWidget(page, url);
	const outcome = await page.evaluate(async () => {
		const element = document.querySelector('#timeline');
		const host = document.createElement('div');
		host.append('What stands in for it.');
		document.querySelector('#main').append(host);
		const { analyze, createTimeline } = await modules.index();
		await createTimeline(host, element.timeline);
		const section = element.shadowRoot.querySelector('section');
		said.length = 0;
		// As a panic is seen from outside: wasm's `unreachable`, amid an event.
		const trap = new PointerEvent('pointerdown', { bubbles: true, isPrimary: true });
		Object.defineProperty(trap, 'clientX', { get() { throw new WebAssembly.RuntimeError('unreachable'); } });
		section.querySelector('.stage').dispatchEvent(trap);
		section.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
		const read = await analyze('The bridge was opened in 1974.').then(({ events }) => events.length);
		const later = await createTimeline(host, element.timeline).catch((error) => error.kind);
		return { kinds: said.map(([type, { kind }]) => `${type} ${kind}`), fallback: host.shadowRoot.innerHTML, later, read };
	});
	assert.deepEqual(outcome.kinds, ['timeline-error crashed', 'timeline-error crashed']);
	assert.equal(outcome.fallback, '<slot></slot>');
	assert.deepEqual([outcome.later, outcome.read], ['crashed', 1], 'the other program goes on');
});

test('update keeps the open entry if it is still there', async ({ page, url }) => {
	await openWidget(page, url);
	const outcome = await page.evaluate(async () => {
		const element = document.querySelector('#timeline');
		const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		element.view.select('campaign');
		await frame();
		const { timeline } = element;
		const events = timeline.events.slice(1);
		element.view.update({ ...timeline, events });
		await frame();
		const open = element.shadowRoot.querySelector('[aria-expanded=true] .title')?.textContent;
		const bad = (() => { try { element.view.update({ events: [{ title: 'No date' }] }); } catch (error) { return error.kind; } })();
		return { open, bad, count: element.shadowRoot.querySelectorAll('.entry').length };
	});
	assert.deepEqual(outcome, { open: 'Campaign to retake the city begins', bad: 'bad-input', count: 5 });
});

test('a trap inside the wasm leaves the fallback in place, and the page its own', async ({ page, url }) => {
	await page.open(url('/tests/trap.html'));
	await page.evaluate(() => {
		const element = document.createElement('article-timeline');
		element.id = 'timeline';
		element.setAttribute('src', 'mosul.json');
		element.append(Object.assign(document.createElement('p'), { id: 'fallback', textContent: 'What stands in for the timeline.' }));
		document.querySelector('#main').append(element);
	});
	await ready(page);
	const outcome = await page.evaluate(async () => {
		const element = document.querySelector('#timeline');
		const errors = [];
		addEventListener('error', ({ message }) => errors.push(message));
		// Not a panic played, but the wasm's own memory broken under it: whatever it reads next points to nowhere.
		new Uint8Array(memory.buffer).fill(0xff);
		element.shadowRoot.querySelector('.label').click();
		await new Promise((done) => setTimeout(done, 100));
		const fallback = document.querySelector('#fallback').getBoundingClientRect().height > 0;
		element.view?.zoom(2);
		element.shadowRoot.dispatchEvent(new Event('keydown'));
		return { kinds: said.filter(([type]) => type === 'timeline-error').map(([, { kind }]) => kind), fallback, shown: element.shadowRoot.querySelectorAll('section').length, errors };
	});
	assert.deepEqual(outcome, { kinds: ['crashed'], fallback: true, shown: 0, errors: [] });
});

test('update keeps the focus, also of an entry that is not open', async ({ page, url }) => {
	await openWidget(page, url);
	const outcome = await page.evaluate(async () => {
		const element = document.querySelector('#timeline');
		const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		const label = element.shadowRoot.querySelectorAll('.label')[3];
		label.focus();
		await frame();
		const { timeline } = element;
		const more = { id: 'first', title: 'The city is founded', when: { edtf: '2013' } };
		element.view.update({ ...timeline, events: [more, ...timeline.events.slice(1)] });
		await frame();
		return { same: element.shadowRoot.activeElement?.querySelector('.title').textContent, was: label.querySelector('.title').textContent, stops: element.shadowRoot.querySelectorAll('.label[tabindex="0"]').length, stop: element.shadowRoot.querySelector('.label[tabindex="0"] .title').textContent };
	});
	assert.equal(outcome.same, 'State broadcaster’s building is taken');
	assert.deepEqual([outcome.stop, outcome.stops], [outcome.same, 1]);
});

test('the page does not jump when the timeline comes', async ({ page, url }) => {
	for (const [width, height] of [[1200, 1000], [1000, 700], [360, 740]]) {
		await page.resize(width, height);
		await page.open(url('/tests/shift.html'));
		await ready(page);
		await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
		const shifts = await page.evaluate(() => shifts);
		assert.deepEqual(shifts, [], `at ${width} x ${height}`);
	}
}, { engines: ['chromium'] }); // the only engine that measures it

test('room that was held and is not needed is given back out of sight', async ({ page, url }) => {
	await page.resize(1000, 500);
	await page.open(url('/tests/widget.html'));
	await page.evaluate(() => {
		const tall = Object.assign(document.createElement('div'), { id: 'tall' });
		const element = document.createElement('article-timeline');
		element.id = 'timeline';
		element.timeline = { events: [{ title: 'The landing', when: { edtf: '1969-07-20' } }] };
		element.setAttribute('loading', 'eager');
		document.querySelector('#main').append(tall, element);
	});
	await ready(page);
	await page.waitFor(() => document.querySelector('#timeline').getBoundingClientRect().height < 250);
});
