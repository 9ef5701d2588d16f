// An hour of a restless reader, an input a second, as fast as the page takes it: whatever comes, the timeline stays whole, and nothing grows.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const HOUR = 3_600;
const BATCH = 200;

// Defined in the page: a timeline of 40 entries of all kinds of dates, and steps drawn from a seeded generator, so that a failure comes again.
const prepare = async (layout) => {
	const { createTimeline } = await import('/index.js');
	const host = document.querySelector('#main').appendChild(document.createElement('div'));
	host.id = 'timeline';
	host.style.width = layout === 'vertical' ? '400px' : '1000px';
	const DATES = ['2016-05-1d', '2016-0m', '2016-22', '2016-05-0d/2016-06-1d', '[..2016-0m-1d]', '[2016-0m-0d..2016-0m-1d]', '2016-0m-1d~', '2016-0m-0dT1d:30', '201d'];
	const event = (n) => ({
		id: `e${n}`, title: `Entry ${n} of the harbour`, status: ['happened', 'reported', 'planned'][n % 3], source: n % 3 === 1 ? 'The port' : undefined,
		group: `G${n % 2}`, importance: (n % 10) / 10, when: { edtf: DATES[n % DATES.length].replaceAll('d', `${1 + (n % 9)}`).replaceAll('m', `${1 + (n % 8)}`) },
		evidence: [{ text: `Entry ${n} came in May.`, mention: { text: 'in May', start: 13, end: 19 } }],
	});
	const timeline = (count) => ({ articles: [{ headline: 'Harbour', published: '2016-09-01', language: 'en' }], events: Array.from({ length: count }, (_, n) => event(n)) });
	const view = await createTimeline(host, timeline(40), { layout });
	const root = host.shadowRoot;
	const errors = [];
	host.addEventListener('timeline-error', ({ detail }) => errors.push(detail.kind));
	let seed = 7;
	const random = (below) => {
		seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
		return Math.floor((seed / 2 ** 32) * below);
	};
	const one = (list) => list[random(list.length)];
	const frame = () => new Promise((done) => requestAnimationFrame(done));
	const press = (target, type, x, y, more = {}) =>
		target?.dispatchEvent(new PointerEvent(type, { pointerId: 1, isPrimary: true, button: 0, clientX: x, clientY: y, bubbles: true, composed: true, cancelable: true, ...more }));
	const KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter', 'Escape', '+', '-', 'q'];
	const STEPS = [
		() => (root.activeElement ?? root.querySelector('.label')).dispatchEvent(new KeyboardEvent('keydown', { key: one(KEYS), bubbles: true, composed: true, cancelable: true })),
		() => one([...root.querySelectorAll('button')])?.click(),
		() => one([...root.querySelectorAll('.label')])?.focus(),
		() => {
			const stage = root.querySelector('.body');
			const { left, top } = stage.getBoundingClientRect();
			const pointerType = one(['mouse', 'touch']);
			let x = left + random(1000);
			press(stage, 'pointerdown', x, top + 40, { pointerType });
			for (let move = random(5); move > 0; move--) press(stage, 'pointermove', (x += random(120) - 60), top + 40, { pointerType });
			press(stage, one(['pointerup', 'pointerup', 'pointercancel']), x, top + 40, { pointerType });
		},
		() => root.querySelector('.body').dispatchEvent(new WheelEvent('wheel', { deltaY: random(200) - 100, deltaX: random(200) - 100, ctrlKey: random(2) === 1, clientX: random(1000), bubbles: true, composed: true, cancelable: true })),
		() => view.pan(random(400) - 200),
		() => view.zoom(one([0.2, 0.5, 0.9, 1.1, 2, 8, NaN, -1])),
		() => view.show(`2016-0${1 + random(9)}-01`, one(['2016-12-01', '1000-01-01', 0])),
		() => view.select(one([null, `e${random(38)}`])),
		() => view.update(timeline(38 + random(3))),
		() => (host.style.width = layout === 'vertical' ? `${300 + random(300)}px` : `${700 + random(400)}px`),
	];
	window.wander = async (count) => {
		for (let step = 0; step < count; step++) {
			one(STEPS)();
			if (random(12) === 0) await frame();
		}
		await frame();
		const labels = [...root.querySelectorAll('.label')];
		return { errors, stops: labels.filter((label) => label.tabIndex === 0).length, open: root.querySelectorAll('[aria-expanded=true]').length, odd: /NaN|undefined|Infinity/.test(root.querySelector('section').outerHTML) };
	};
	// Back to where it began, so that what is left over can be seen.
	window.rest = async () => {
		root.querySelector('.search [type=button]')?.click();
		view.select(null);
		view.update(timeline(40));
		view.zoom(1e-9);
		host.style.width = layout === 'vertical' ? '400px' : '1000px';
		root.activeElement?.blur();
		// What flew has come to rest when no frame has been due for a second; a loaded machine takes longer.
		for (let still = 0, turn = 0; still < 4 && turn < 60; turn++) {
			await new Promise((done) => setTimeout(done, 250));
			still = counts.frames.size === 0 ? still + 1 : 0;
		}
		return [[document.querySelectorAll('*').length, root.querySelectorAll('*').length, counts.listeners, counts.frames.size], counts.memory];
	};
};

for (const layout of ['horizontal', 'vertical']) {
	test(`an hour of random input leaves a whole timeline and nothing more (${layout})`, async ({ page, url }) => {
		await page.open(url('/tests/widget.html'));
		await page.evaluate(prepare, layout);
		const batches = async (count) => {
			for (let done = 0; done < count; done += BATCH) {
				const { errors, stops, open, odd } = await page.evaluate((count) => window.wander(count), BATCH);
				assert.deepEqual({ errors, stops, odd }, { errors: [], stops: 1, odd: false }, `after ${done + BATCH} steps`);
				assert.ok(open <= 1, `${open} are open after ${done + BATCH} steps`);
			}
			return page.evaluate(() => window.rest());
		};
		const [before, memory] = await batches(HOUR / 2);
		const heap = await page.heap();
		const [after, later] = await batches(HOUR);
		assert.deepEqual(after, before, 'elements of the page and of the timeline, listeners, frames');
		// The greatest picture of all may come late; four hours take no more.
		assert.ok(later - memory <= 65_536, `the wasm’s memory has grown from ${memory} to ${later} bytes`);
		const grown = (await page.heap()) - heap;
		// What was said is remembered, up to 2,000 dates.
		assert.ok(grown < 400_000, `the heap has grown by ${grown} bytes`);
	}, { limit: 240_000 });
}
