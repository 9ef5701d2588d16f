// What survives: a change of form, a walk away and back, another shadow root, an iframe, a neighbour, new data.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { entries, openWidget, ready, settled } from './widget.mjs';

// What a reader would miss: the form, the open entry, the focus, the days in view, and how far the open entry is from the top of the window.
const place = (page) =>
	page.evaluate(() => {
		const root = document.querySelector('#timeline').shadowRoot;
		const open = root.querySelector('[aria-expanded=true]');
		const { top, bottom } = open?.getBoundingClientRect() ?? {};
		return {
			form: root.querySelector('section').className.match(/horizontal|vertical/)[0],
			open: open?.querySelector('.title').textContent,
			focus: root.activeElement?.querySelector('.title')?.textContent,
			range: root.querySelector('.range').textContent,
			// A page scrolls by whole pixels of the screen.
			inView: top > -1 && bottom < innerHeight + 1,
		};
	});

const form = (page, name) => page.waitFor((name) => document.querySelector('#timeline').shadowRoot.querySelector(`.${name}`), name);

// A part of a pixel above: where the engine scrolls by whole ones, the entry then stands out of the window by a part of one, and is still in view.
for (const above of [0, 0.25, 0.5, 0.75]) {
	test(`from stage to story and back the open entry, the focus and the window stay, ${above} px further down`, async ({ page, url }) => {
		await page.resize(1000, 500);
		await openWidget(page, url);
		await page.evaluate((above) => {
			const tall = () => Object.assign(document.createElement('div'), { id: 'tall' });
			const fraction = document.createElement('div');
			fraction.style.height = `${above}px`;
			document.querySelector('#main').before(tall(), tall(), fraction);
			document.querySelector('#main').after(tall());
			const element = document.querySelector('#timeline');
			element.view.show('2016-10-20', '2016-11-01');
			element.view.select('edge');
		}, above);
		await settled(page);
		await page.evaluate(() => {
			const label = document.querySelector('#timeline').shadowRoot.querySelector('[aria-expanded=true]');
			label.focus();
			label.scrollIntoView({ block: 'center', behavior: 'instant' });
		});
		await settled(page);
		const before = await place(page);
		assert.deepEqual(before, { form: 'horizontal', open: 'Troops reach Mosul’s eastern edge', focus: 'Troops reach Mosul’s eastern edge', range: before.range, inView: true });

		const change = async (id, name) => {
			await page.evaluate((id) => { document.querySelector('#main > div').id = id; }, id);
			await form(page, name);
			await settled(page);
		};
		await change('narrow', 'vertical');
		const narrow = await place(page);
		assert.deepEqual([narrow.open, narrow.focus, narrow.inView], [before.open, before.focus, true]);
		await change('main', 'horizontal');
		assert.deepEqual(await place(page), before);

		// At the very edge of the window, from where the other form would leave it far outside.
		for (const block of ['start', 'end']) {
			await change('narrow', 'vertical');
			await page.evaluate((block) => {
				document.querySelector('#timeline').shadowRoot.querySelector('[aria-expanded=true]').scrollIntoView({ block, behavior: 'instant' });
			}, block);
			await settled(page);
			await change('main', 'horizontal');
			assert.deepEqual(await place(page), before, `from the ${block} of the window`);
		}
	});
}

test('the reader goes to another page and comes back', async ({ page, url }) => {
	await openWidget(page, url, { src: 'mosul.json', hash: '' });
	await page.open(url('/tests/keep.html'));
	await ready(page);
	await page.evaluate(() => document.querySelector('#timeline').view.select('campaign'));
	await page.waitFor(() => location.hash === '#timeline=campaign');
	await page.evaluate(() => { setTimeout(() => { location.href = 'blank.html'; }); });
	await page.waitFor(() => location.pathname.endsWith('/blank.html') && document.readyState === 'complete');
	await page.evaluate(() => { setTimeout(() => history.back()); });
	await page.waitFor(() => location.pathname.endsWith('/keep.html') && document.querySelector('#timeline')?.view);
	// From the cache or loaded anew: the open entry is there, and everything works.
	await page.waitFor(() => document.querySelector('#timeline').shadowRoot.querySelector('.entry.open'));
	assert.equal((await entries(page)).length, 6);
	await page.click('#timeline >>> .step:last-child');
	await page.waitFor(() => location.hash === '#timeline=killings');
});

test('a page that is frozen and thawed goes on', async ({ page, url }) => {
	await openWidget(page, url);
	await page.evaluate(() => {
		// What a page hears on its way into the cache and out of it, where the driver's engine has none.
		dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
		document.dispatchEvent(new Event('visibilitychange'));
		dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
	});
	await page.click('#timeline >>> .label');
	await page.waitFor(() => document.querySelector('#timeline').shadowRoot.querySelector('.entry.open'));
	await page.evaluate(() => { document.querySelector('#main > div').id = 'narrow'; });
	await form(page, 'vertical');
});

test('moved into another shadow root it goes on, with its style', async ({ page, url }) => {
	await openWidget(page, url);
	await page.evaluate(() => {
		document.querySelector('#timeline').view.select('campaign');
		const host = Object.assign(document.createElement('div'), { id: 'other' });
		document.querySelector('#main').append(host);
		const root = host.attachShadow({ mode: 'open' });
		root.append(document.querySelector('#timeline'));
	});
	await settled(page);
	const state = () =>
		page.evaluate(() => {
			const moved = document.querySelector('#other').shadowRoot.querySelector('#timeline');
			const root = moved.shadowRoot;
			const label = root.querySelector('.stage .label');
			return { entries: root.querySelectorAll('.entry').length, open: root.querySelector('.entry.open .title')?.textContent, position: label && getComputedStyle(label).position, view: Boolean(moved.view) };
		});
	assert.deepEqual(await state(), { entries: 6, open: 'Campaign to retake the city begins', position: 'absolute', view: true });
	await page.click('#other >>> #timeline >>> .step:last-child');
	await settled(page);
	assert.equal((await state()).open, 'IS kills 296 former officers');
});

test('a deep link opens its entry inside an iframe, and the outer address stays', async ({ page, url }) => {
	// The policy of the other pages lets nothing be framed.
	await page.open(url('/open/tests/widget.html'));
	await page.evaluate(() => {
		const frame = Object.assign(document.createElement('iframe'), { id: 'frame', src: '/tests/keep.html#timeline=killings', width: 900, height: 700 });
		document.querySelector('#main').append(frame);
	});
	const inside = () => page.waitFor(() => document.querySelector('#frame').contentDocument.querySelector('#timeline')?.shadowRoot?.querySelector('.entry.open .title')?.textContent);
	assert.equal(await inside(), 'IS kills 296 former officers');
	await page.evaluate(() => { document.querySelector('#frame').contentWindow.location.hash = '#timeline=campaign'; });
	await page.waitFor(() => document.querySelector('#frame').contentDocument.querySelector('#timeline').shadowRoot.querySelector('.entry.open .title').textContent.startsWith('Campaign'));
	await page.evaluate(() => document.querySelector('#frame').contentDocument.querySelector('#timeline').view.select('edge'));
	await page.waitFor(() => document.querySelector('#frame').contentWindow.location.hash === '#timeline=edge');
	assert.equal(await page.evaluate(() => location.hash), '');
});

const many = `(first, count) => ({ events: Array.from({ length: count }, (_, at) => ({ id: first + at, title: first + at, when: { edtf: new Date(Date.UTC(2020, 0, 1 + at % 300)).toISOString().slice(0, 10) } })) })`;

test('two with deep links share one address: each opens its own entries only, and closing one leaves the other alone', async ({ page, url }) => {
	await openWidget(page, url, { src: 'mosul.json', hash: '' });
	await page.evaluate(() => {
		const other = document.createElement('article-timeline');
		other.id = 'other';
		other.setAttribute('hash', '');
		other.timeline = { events: [{ id: 'landing', title: 'The landing', when: { edtf: '1969-07-20' } }, { id: 'return', title: 'The return', when: { edtf: '1969-07-24' } }] };
		document.querySelector('#main').append(other);
	});
	await ready(page, 'other');
	const open = () => page.evaluate(() => ['timeline', 'other'].map((id) => document.getElementById(id).shadowRoot.querySelector('.entry.open .title')?.textContent ?? null));
	await page.evaluate(() => { location.hash = '#timeline=campaign'; });
	await page.waitFor(() => document.querySelector('#timeline').shadowRoot.querySelector('.entry.open'));
	assert.deepEqual(await open(), ['Campaign to retake the city begins', null]);
	await page.evaluate(() => document.querySelector('#other').view.select('landing'));
	await page.waitFor(() => location.hash === '#timeline=landing');
	await page.evaluate(() => document.querySelector('#timeline').view.select(null));
	await settled(page);
	assert.deepEqual(await open(), [null, 'The landing']);
	assert.equal(await page.evaluate(() => location.hash), '#timeline=landing');
});

test('dots of two timelines are painted by patterns of their own', async ({ page, url }) => {
	await openWidget(page, url);
	const found = await page.evaluate(`async () => {
		const many = ${many};
		const { createTimeline } = await modules.index();
		const outcome = [];
		for (const count of [3000, 30000]) {
			const host = document.createElement('div');
			document.querySelector('#main').append(host);
			await createTimeline(host, many('e', count));
			const root = host.shadowRoot;
			const find = () => [...root.querySelectorAll('[fill^="url("]')];
			for (let turn = 0; turn < 40 && find().length === 0; turn++) await new Promise((done) => setTimeout(done, 250));
			const filled = find();
			outcome.push([filled.length > 0, filled.every((path) => root.querySelector(path.getAttribute('fill').slice(4, -1))), document.querySelectorAll('#dots').length]);
		}
		return outcome;
	}`);
	assert.deepEqual(found, [[true, true, 0], [true, true, 0]]);
});

test('update keeps the elements of the entries that stay, and what is said of them changes', async ({ page, url }) => {
	for (const container of ['main', 'narrow']) {
		await openWidget(page, url, { src: 'mosul.json' }, container);
		const outcome = await page.evaluate(async () => {
			const element = document.querySelector('#timeline');
			const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
			const items = () => new Map([...element.shadowRoot.querySelectorAll('.entry')].map((item) => [item.querySelector('.title').textContent, item]));
			element.view.select('campaign');
			await frame();
			const before = items();
			const { timeline } = element;
			const [first, second, ...rest] = timeline.events;
			const more = { id: 'more', title: 'A bridge is taken', when: { edtf: '2016-10-20' } };
			element.view.update({ ...timeline, events: [second, more, { ...rest[0], title: 'IS kills 300' }, ...rest.slice(1)] });
			await frame();
			const after = items();
			const same = [...after].filter(([title, item]) => [...before.values()].includes(item)).map(([title]) => title);
			return { same: same.length, gone: first.title, isGone: !after.has(first.title), renamed: before.get(rest[0].title) === after.get('IS kills 300'), open: element.shadowRoot.querySelector('.entry.open .title').textContent, isOpenSame: before.get(second.title) === after.get(second.title), count: after.size };
		});
		assert.deepEqual(outcome, { same: 5, gone: 'IS overruns Mosul', isGone: true, renamed: true, open: 'Campaign to retake the city begins', isOpenSame: true, count: 6 }, container);
	}
});

test('two timelines with the same entry ids do not meet: the address says whose entry is open', async ({ page, url }) => {
	await openWidget(page, url, { src: 'mosul.json', hash: '' });
	await page.evaluate(() => {
		const other = document.createElement('article-timeline');
		for (const [name, value] of Object.entries({ id: 'other', src: 'mosul.json', hash: '', loading: 'eager' })) other.setAttribute(name, value);
		document.querySelector('#main').append(other);
	});
	await ready(page, 'other');
	const open = () => page.evaluate(() => ['timeline', 'other'].map((id) => document.getElementById(id).shadowRoot.querySelector('.entry.open .title')?.textContent ?? null));
	await page.evaluate(() => { location.hash = '#timeline=campaign&of=other'; });
	await page.waitFor(() => document.querySelector('#other').shadowRoot.querySelector('.entry.open'));
	assert.deepEqual((await open()).map(Boolean), [false, true]);
	await page.evaluate(() => document.querySelector('#timeline').view.select('killings'));
	await page.waitFor(() => location.hash === '#timeline=killings&of=timeline');
	// The other stays as it is, and closing it leaves an address alone that is not its own.
	assert.deepEqual((await open()).map(Boolean), [true, true]);
	await page.evaluate(() => document.querySelector('#other').view.select(null));
	await settled(page);
	assert.equal(await page.evaluate(() => location.hash), '#timeline=killings&of=timeline');
	// An address that does not say whose it is, is the first's.
	await page.evaluate(() => { location.hash = '#timeline=campaign'; });
	await page.waitFor(() => said.filter(([type, { id }, from]) => type === 'timeline-select' && id === 'campaign' && from === 'timeline').length === 1);
	await settled(page);
	assert.deepEqual((await open()).map(Boolean), [true, false]);
});
