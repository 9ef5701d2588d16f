// A drawn timeline that is given something else: other options, other data, the same data anew. What a reader has done stays, nothing is fetched or told twice.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { entries, openTimeline, openWidget, ready, rested, settled } from './widget.mjs';

const state = (page) =>
	page.evaluate(() => {
		const element = document.querySelector('#timeline');
		const root = element.shadowRoot;
		const section = root.querySelector('section');
		return {
			open: root.querySelector('.entry.open .title')?.textContent,
			focus: root.activeElement?.querySelector('.title')?.textContent,
			form: section.className.match(/horizontal|vertical/)[0],
			range: said.filter(([type]) => type === 'timeline-view').at(-1)?.[1],
			ready: said.filter(([type]) => type === 'timeline-ready').length,
			fetched: performance.getEntriesByType('resource').filter(({ name }) => name.includes('mosul.json')).length,
			same: element.view === window.view && section === window.section,
		};
	});

/** A timeline in which a reader has gone somewhere. */
async function used(page, url) {
	await openWidget(page, url, { src: 'mosul.json', lang: 'en-GB' });
	await page.evaluate(() => {
		const element = document.querySelector('#timeline');
		Object.assign(window, { view: element.view, section: element.shadowRoot.querySelector('section') });
		element.view.show('2016-10-10', '2016-11-01');
		element.view.select('edge');
	});
	await rested(page);
	await page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelector('.entry.open .label').focus());
	await settled(page);
	return state(page);
}

const set = async (page, name, value) => {
	await page.evaluate((name, value) => document.querySelector('#timeline').setAttribute(name, value), name, value);
	await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
	await settled(page);
};

test('theme, layout, language, today and time zone keep the view, the open entry, the window and the focus; nothing is fetched or told again', async ({ page, url }) => {
	const before = await used(page, url);
	assert.deepEqual([before.open, before.focus, before.ready, before.fetched, before.same], ['Troops reach Mosul’s eastern edge', 'Troops reach Mosul’s eastern edge', 1, 1, true]);
	const seen = { theme: 'dark', lang: 'de', timezone: 'Europe/Berlin', today: '2016-10-20' };
	for (const [name, value] of Object.entries(seen)) {
		await set(page, name, value);
		assert.deepEqual(await state(page), before, name);
	}
	const [className, ground] = await page.evaluate(() => {
		const section = document.querySelector('#timeline').shadowRoot.querySelector('section');
		return [section.className, getComputedStyle(section).backgroundColor];
	});
	assert.match(className, /dark/);
	assert.match(ground, /^rgb\(/, 'a ground of its own: pale words on a white page can not be read');
	assert.equal(await page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelector('h2').textContent), 'Zeitleiste');
	await set(page, 'layout', 'vertical');
	assert.deepEqual(await state(page), { ...before, form: 'vertical' });
	await set(page, 'layout', 'auto');
	assert.deepEqual(await state(page), before);
});

test('a language of the other direction turns it at once, and back', async ({ page, url }) => {
	await used(page, url);
	const places = () => page.evaluate(() => [...document.querySelector('#timeline').shadowRoot.querySelectorAll('.entry .mark')].map((mark) => Math.round(mark.getBoundingClientRect().left)));
	const left = await places();
	await set(page, 'lang', 'ar');
	const turned = await page.evaluate(() => {
		const section = document.querySelector('#timeline').shadowRoot.querySelector('section');
		return [section.dir, section.lang, section.classList.contains('rtl'), getComputedStyle(section).direction];
	});
	assert.deepEqual(turned, ['rtl', 'ar', true, 'rtl']);
	const right = await places();
	assert.equal(left[0] < left.at(-1), right[0] > right.at(-1), `${left} and ${right}`);
	await set(page, 'lang', 'en-GB');
	assert.deepEqual(await places(), left);
	assert.equal(await page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelector('section').hasAttribute('dir')), false);
});

const HOURS = {
	articles: [{ headline: 'Strike', published: '2024-03-05T20:00+03:00' }],
	events: [8, 9, 11, 14, 18].map((hour) => ({ id: `at-${hour}`, title: `At ${hour}`, when: { edtf: `2024-03-05T${`${hour}`.padStart(2, '0')}:00+03:00` } })),
};

test('from one time zone to another the same hours stay in view, by the other clock', async ({ page, url }) => {
	await openTimeline(page, url, HOURS, { timezone: 'Europe/Moscow' });
	await page.evaluate(() => document.querySelector('#timeline').view.show('2024-03-05T08:30+03:00', '2024-03-05T12:00+03:00'));
	await rested(page);
	const view = () => page.evaluate(() => said.filter(([type]) => type === 'timeline-view').at(-1)[1]);
	const dates = () => page.evaluate(() => [...document.querySelector('#timeline').shadowRoot.querySelectorAll('.entry .label .date')].map((date) => date.textContent).join());
	const before = [await view(), await dates()];
	await set(page, 'timezone', 'Asia/Tokyo');
	await page.evaluate(() => document.querySelector('#timeline').view.pan(1));
	await rested(page);
	const after = [await view(), await dates()];
	assert.notEqual(after[1], before[1]);
	assert.ok(Math.abs(after[0].start - before[0].start) < 120_000, `${JSON.stringify(before)} ${JSON.stringify(after)}`);
});

test('another timeline is drawn in the same view, and told once; the same data in another object is not', async ({ page, url }) => {
	await openTimeline(page, url, { events: [{ id: 'a', title: 'A', when: { edtf: '2020-01-01' } }, { id: 'b', title: 'B', when: { edtf: '2020-03-01' } }] });
	const outcome = await page.evaluate(async () => {
		const element = document.querySelector('#timeline');
		const wait = () => new Promise((done) => setTimeout(done, 200));
		const { view } = element;
		view.select('b');
		await wait();
		const count = () => said.filter(([type]) => type === 'timeline-ready').length;
		const first = count();
		element.timeline = structuredClone(element.timeline);
		await wait();
		const same = count();
		element.timeline = { events: [...element.timeline.events, { id: 'c', title: 'C', when: { edtf: '2020-05-01' } }] };
		await wait();
		const more = count();
		const shown = element.shadowRoot.querySelectorAll('.entry').length;
		// Changed within: drawn, and not told as new.
		element.timeline.events.push({ id: 'd', title: 'D', when: { edtf: '2020-06-01' } });
		element.timeline = element.timeline;
		await wait();
		return { first, same, more, shown, pushed: [count(), element.shadowRoot.querySelectorAll('.entry').length], open: element.shadowRoot.querySelector('.entry.open .title').textContent, isSame: view === element.view };
	});
	assert.deepEqual(outcome, { first: 1, same: 1, more: 2, shown: 3, pushed: [2, 4], open: 'B', isSame: true });
});

test('an object made anew in each drawing of a framework does not loop', async ({ page, url }) => {
	await page.open(url('/tests/widget.html'));
	const drawings = await page.evaluate(async () => {
		const element = document.createElement('article-timeline');
		let drawings = 0;
		// As a component does: it draws, hears of it, sets its state, draws again.
		const render = () => {
			drawings++;
			element.timeline = { events: [{ title: 'A', when: { edtf: '2020-01-01' } }, { title: 'B', when: { edtf: '2020-03-01' } }] };
		};
		const start = Float64Array.of(0, 864e5);
		const title = ['A', 'B'];
		element.addEventListener('timeline-ready', render);
		document.querySelector('#main').append(element);
		render();
		await new Promise((done) => setTimeout(done, 800));
		const lists = drawings;
		element.removeEventListener('timeline-ready', render);
		const columns = () => {
			drawings++;
			element.timeline = { columns: { start, title } };
		};
		element.addEventListener('timeline-ready', columns);
		columns();
		await new Promise((done) => setTimeout(done, 800));
		return [lists, drawings - lists, element.shadowRoot.querySelectorAll('.entry').length];
	});
	assert.deepEqual(drawings, [2, 2, 2]);
});

test('another src is fetched, the old timeline stands until it is there; back to what can not be read the fallback stands', async ({ page, url }) => {
	await openWidget(page, url);
	await page.evaluate(() => document.querySelector('#timeline').append(Object.assign(document.createElement('p'), { id: 'fallback', textContent: 'What stands in.' })));
	const least = await page.evaluate(async () => {
		const element = document.querySelector('#timeline');
		let least = Infinity;
		const watch = new MutationObserver(() => (least = Math.min(least, element.shadowRoot.querySelectorAll('.entry').length)));
		watch.observe(element.shadowRoot, { subtree: true, childList: true });
		const json = JSON.stringify({ events: ['2020-01-01', '2020-02-01', '2020-04-01'].map((edtf) => ({ title: edtf, when: { edtf } })) });
		said.length = 0;
		element.setAttribute('src', `data:application/json,${encodeURIComponent(json)}`);
		for (let turn = 0; turn < 40 && !said.length; turn++) await new Promise((done) => setTimeout(done, 50));
		return [said[0][0], said[0][1].kind, least];
	});
	// The test page's policy forbids it in Chromium, as a page's might: then that is said.
	if (least[0] === 'timeline-ready') assert.ok(least[2] >= 3, `${least[2]} entries`);
	else assert.equal(least[1], 'blocked-by-csp');
	await page.evaluate(() => { said.length = 0; document.querySelector('#timeline').setAttribute('src', 'nowhere.json'); });
	await page.waitFor(() => said.some(([type]) => type === 'timeline-error'));
	assert.ok(await page.evaluate(() => document.querySelector('#fallback').getBoundingClientRect().height > 0));
	await page.evaluate(() => { said.length = 0; document.querySelector('#timeline').setAttribute('src', 'mosul.json'); });
	await ready(page);
	assert.equal((await entries(page)).length, 6);
});

test('article marks and deep links come and go with their attributes, in the same view', async ({ page, url }) => {
	await page.open(url('/tests/article.html'));
	await ready(page);
	const outcome = await page.evaluate(async () => {
		const element = document.querySelector('#timeline');
		const wait = () => new Promise((done) => setTimeout(done, 300));
		const marks = () => globalThis.CSS?.highlights?.get('article-timeline-phrase')?.size ?? 0;
		const { view } = element;
		const seen = [marks()];
		element.setAttribute('link', 'off');
		await wait();
		seen.push(marks());
		element.setAttribute('link', 'on');
		await wait();
		seen.push(marks());
		element.toggleAttribute('hash', true);
		await wait();
		view.select(element.timeline.events[1].id);
		await wait();
		const named = location.hash;
		element.toggleAttribute('hash', false);
		await wait();
		view.select(element.timeline.events[0].id);
		await wait();
		return { seen, named: named === `#timeline=${element.timeline.events[1].id}`, kept: location.hash === named, same: view === element.view, ready: said.filter(([type]) => type === 'timeline-ready').length, has: Boolean(globalThis.CSS?.highlights) };
	});
	assert.deepEqual(outcome, { seen: outcome.has ? [3, 0, 3] : [0, 0, 0], named: true, kept: true, same: true, ready: 1, has: outcome.has });
});

test('update of a view takes options, and the last of several wins though its words come first', async ({ page, url }) => {
	await openWidget(page, url);
	const heading = await page.evaluate(async () => {
		const element = document.querySelector('#timeline');
		const { timeline, view } = element;
		await Promise.all([view.update(timeline, { lang: 'ja' }), view.update(timeline, { lang: 'en' })]);
		await new Promise((done) => setTimeout(done, 400));
		return element.shadowRoot.querySelector('h2').textContent;
	});
	assert.equal(heading, 'Timeline');
});
