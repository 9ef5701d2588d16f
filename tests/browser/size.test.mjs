// Many entries: as columns, moved and zoomed; and many timelines, one after the other.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';

/** Draws columns of `count` days, one entry each, `options` in the data beside them; gives the element's shadow root a name. */
const drawColumns = (page, url, count, extra = {}) =>
	page.open(url('/tests/widget.html')).then(() =>
		page.evaluate(
			async (count, extra) => {
				const { createTimeline } = await import('/index.js');
				const host = document.querySelector('#main').appendChild(document.createElement('div'));
				host.id = 'timeline';
				host.style.width = '1000px';
				const start = Float64Array.from({ length: count }, (_, n) => Date.UTC(2000, 0, 1) + Math.floor(n / 10) * 864e5);
				const title = Array.from(start, (_, n) => `Entry ${n}`);
				const text = Array.from(start, (_, n) => `Text ${n} <b>as it is</b>`);
				window.view = await createTimeline(host, { columns: { start, title, text }, ...extra });
				await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
				return [host.shadowRoot.querySelector('.header').textContent, host.shadowRoot.querySelectorAll('*').length];
			},
			count,
			extra,
		),
	);

test('columns are drawn, and an entry says its own words', async ({ page, url }) => {
	const [header, few] = await drawColumns(page, url, 2_000);
	assert.match(header, /2,000 entries/);
	const shown = await page.evaluate(async () => {
		view.select('event-1235');
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		const root = document.querySelector('#timeline').shadowRoot;
		return [...root.querySelectorAll('.subject, .when, .sentence, .steps')].map((part) => part.textContent);
	});
	assert.deepEqual(shown.slice(0, 3), ['Entry 1234', 'Wednesday 3 May 2000', 'Text 1234 <b>as it is</b>']);
	assert.match(shown[3], /1,235 of 2,000/);
	const [, many] = await drawColumns(page, url, 200_000);
	assert.ok(many < few * 2, `${few} elements for 2,000 entries, ${many} for 200,000`);
});

test('columns that do not fit together are refused in a sentence', async ({ page, url }) => {
	await page.open(url('/tests/widget.html'));
	const refused = await page.evaluate(async () => {
		const { createTimeline } = await import('/index.js');
		const host = document.querySelector('#main');
		const cases = [{ start: new Float64Array(2), title: ['a'] }, { start: Float64Array.of(0, NaN), title: ['a', 'b'] }];
		return Promise.all(cases.map((columns) => createTimeline(host, { columns }).catch(({ kind, message }) => [kind, message])));
	});
	assert.deepEqual(refused, [
		['bad-input', 'columns.start and columns.title must be equally long.'],
		['bad-input', 'columns.start[1] is no date.'],
	]);
});

test('a pan moves what is drawn and lays out only now and then', async ({ page, url }) => {
	await drawColumns(page, url, 100_000);
	const [moves, running, steps] = await page.evaluate(async () => {
		const frame = () => new Promise((done) => requestAnimationFrame(done));
		view.zoom(4);
		await new Promise((done) => setTimeout(done, 400));
		const root = document.querySelector('#timeline').shadowRoot;
		let [moves, changed] = [0, 0];
		const steps = [];
		document.querySelector('#timeline').addEventListener('timeline-view', () => moves++);
		view.pan(8);
		await frame();
		await frame();
		const watch = new MutationObserver((list) => (changed += list.filter(({ target }) => !target.matches?.('.scroll')).length));
		watch.observe(root.querySelector('.body'), { subtree: true, childList: true, attributes: true, characterData: true });
		// A pan has come to rest 150 ms after its last step, so where frames come that slowly it is laid out anew between two steps:
		// only steps that follow a quick one tell, and on a loaded machine they are waited for.
		const running = () => steps.filter(([time], step) => time < 70 && (steps[step - 1]?.[0] ?? 0) < 70);
		for (let step = 0; step < 20 || (running().length < 5 && step < 300); step++) {
			const began = performance.now();
			changed = 0;
			view.pan(step % 40 < 20 ? 8 : -8);
			await frame();
			steps.push([performance.now() - began, changed]);
		}
		watch.disconnect();
		return [moves, running(), steps.length];
	});
	assert.ok(moves >= 20, `${moves} moves`);
	assert.ok(running.length >= 5, `frames came too slowly to tell: ${running.length} quick ones of ${steps}`);
	assert.deepEqual(running.filter(([, changed]) => changed > 0), [], 'nothing in the stage is written while it is moved');
});

// Synthetic, because no driver here has two fingers. The waits are also what the events say of their time: however late a loaded machine
// comes to them, the finger was as quick.
const touch = (page, moves) =>
	page.evaluate(async (moves) => {
		const stage = document.querySelector('#timeline').shadowRoot.querySelector('.stage');
		const { left, top } = stage.getBoundingClientRect();
		let timeStamp = performance.now();
		for (const [type, pointerId, x, wait] of moves) {
			const event = new PointerEvent(type, { pointerId, isPrimary: pointerId === 1, pointerType: 'touch', clientX: left + x, clientY: top + 20, bubbles: true, composed: true });
			Object.defineProperty(event, 'timeStamp', { value: timeStamp });
			stage.dispatchEvent(event);
			timeStamp += wait;
			await new Promise((done) => setTimeout(done, wait));
		}
	}, moves);

test('what a finger lets go of moves on and comes to rest; two fingers zoom', async ({ page, url }) => {
	await drawColumns(page, url, 5_000);
	await page.evaluate(() => {
		window.views = [];
		document.querySelector('#timeline').addEventListener('timeline-view', ({ detail }) => views.push(detail));
		view.zoom(8);
		return new Promise((done) => setTimeout(done, 400));
	});
	const last = () => page.evaluate(() => views.at(-1));
	const stroke = [['pointerdown', 1, 600, 16], ['pointermove', 1, 570, 16], ['pointermove', 1, 540, 16], ['pointermove', 1, 510, 16], ['pointermove', 1, 480, 0]];
	// Let go of at once: a finger that rests before it leaves throws nothing.
	await touch(page, [...stroke, ['pointerup', 1, 480, 0]]);
	const held = await last();
	// At rest when nothing has moved for half a second.
	await page.evaluate(async () => {
		const end = performance.now() + 8_000;
		for (let count = -1; count !== views.length && performance.now() < end; ) {
			count = views.length;
			await new Promise((done) => setTimeout(done, 500));
		}
	});
	const flown = await last();
	assert.ok(flown.start > held.start, 'on to later times');
	assert.ok(Math.abs(flown.end - flown.start - (held.end - held.start)) < 6e4, 'at the same scale');
	const count = await page.evaluate(() => views.length);
	await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
	assert.equal(await page.evaluate(() => views.length), count, 'it has come to rest');
	await touch(page, [['pointerdown', 1, 400, 16], ['pointerdown', 2, 500, 16], ['pointermove', 1, 300, 16], ['pointermove', 2, 600, 16], ['pointerup', 2, 600, 16], ['pointerup', 1, 300, 400]]);
	const pinched = await last();
	const ratio = (flown.end - flown.start) / (pinched.end - pinched.start);
	assert.ok(ratio > 2.8 && ratio < 3.2, `three times as close, not ${ratio}`);
});

test('made and taken down again and again, nothing is left', async ({ page, url }) => {
	await page.open(url('/tests/widget.html'));
	await page.evaluate(async () => {
		const { createTimeline } = await import('/index.js');
		const host = document.body.appendChild(document.createElement('div'));
		const events = Array.from({ length: 12 }, (_, n) => ({ title: `Entry ${n}`, when: { edtf: `2016-0${1 + (n % 9)}-11` } }));
		window.cycle = async (count) => {
			for (let turn = 0; turn < count; turn++) (await createTimeline(host, { events })).destroy();
			return [document.querySelectorAll('*').length + host.shadowRoot.querySelectorAll('*').length, counts.memory];
		};
	});
	const before = await page.evaluate(() => window.cycle(50));
	let after;
	for (let batch = 0; batch < 10; batch++) after = await page.evaluate(() => window.cycle(100));
	assert.equal(after[0], before[0], 'nodes');
	// Pieces are not always found again in the same order; what leaked at each turn would fill many pages of memory.
	assert.ok(after[1] - before[1] <= 65_536, `the wasm’s memory has grown from ${before[1]} to ${after[1]} bytes`);
}, { limit: 120_000 });
