// The mark of today: on the axis, in the overview, between the rows of the story; never beyond the span, never on other words.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from './harness.mjs';
import { openTimeline, openWidget, settled } from './widget.mjs';

const STRIKE = {
	articles: [{ headline: 'Strike', published: '2024-03-05' }],
	events: [
		{ id: 'begins', title: 'Strike begins', when: { edtf: '2024-02-26' } },
		{ id: 'talks', title: 'Talks fail', when: { edtf: '2024-03-05' } },
		{ id: 'court', title: 'Court is to decide', status: 'planned', when: { edtf: '2024-03-08' } },
		{ id: 'again', title: 'Trains are to run again', status: 'planned', when: { edtf: '2024-03-20' } },
	],
};

const drawn = (page, url, attributes, timeline = STRIKE) => openTimeline(page, url, timeline, attributes);

const section = (page, work, ...args) => page.evaluate(`(...args) => (${work})(document.querySelector('#timeline').shadowRoot.querySelector('section'), ...args)`, ...args);
const words = (page) => section(page, (section) => [...section.querySelectorAll('.word')].map((word) => word.textContent));

test('today is marked on the axis with its word, and nothing stands on it', async ({ page, url }) => {
	await drawn(page, url, { today: '2024-03-12' });
	assert.equal((await words(page)).filter((word) => word === 'Today').length, 1);
	const { mark, word, others, axis } = await section(page, (section) => {
		const box = (element) => (({ left, right, top, bottom }) => ({ left, right, top, bottom }))(element.getBoundingClientRect());
		const all = [...section.querySelectorAll('.word')];
		const word = all.find((word) => word.textContent === 'Today');
		return { mark: box(section.querySelector('.ground .today')), word: box(word), others: all.filter((other) => other !== word).map(box), axis: box(section.querySelector('.axis')) };
	});
	assert.ok(mark.top < axis.bottom && mark.bottom > axis.bottom && mark.bottom < axis.bottom + 12, 'it crosses the axis and ends before the labels');
	assert.ok(Math.abs((word.left + word.right) / 2 - mark.left) < 2, 'the word stands at it');
	for (const other of others) assert.ok(other.right <= word.left || other.left >= word.right || other.bottom <= word.top || other.top >= word.bottom);
});

test('outside the span, and on the day of publication, there is no mark', async ({ page, url }) => {
	for (const attributes of [{ today: '2024-02-25' }, { today: '2024-03-21' }, { today: '2024-03-05' }, {}]) {
		for (const layout of ['horizontal', 'vertical']) {
			await drawn(page, url, { ...attributes, layout });
			assert.equal(await section(page, (section) => section.querySelectorAll('.today').length), 0, `${attributes.today} ${layout}`);
			assert.ok(!(await words(page)).includes('Today'));
		}
	}
});

test('in the story it is a line between the entries', async ({ page, url }) => {
	await drawn(page, url, { today: '2024-03-08', layout: 'vertical' });
	const rows = await section(page, (section) => [...section.querySelectorAll('.entries > :is(.entry, .published, .today)')].map((row) => row.querySelector('.title')?.textContent ?? row.textContent));
	assert.deepEqual(rows, ['Strike begins', 'Talks fail', 'Published Tuesday 5 March 2024', 'Today', 'Court is to decide', 'Trains are to run again']);
});

test('the word is the language’s own', async ({ page, url }) => {
	for (const [lang, word] of [['de', 'Heute'], ['fr', 'Aujourd’hui'], ['tr', 'Bugün'], ['ja', '今日'], ['ar', 'اليوم']]) {
		await drawn(page, url, { today: '2024-03-12', lang });
		assert.ok((await words(page)).map((word) => word.replace("'", '’')).includes(word), `${lang}: ${await words(page)}`);
	}
});

test('today is the reader’s day, or that of the time zone asked for', async ({ page, url }) => {
	// A span of five days about now; the mark must stand on the day that Intl names.
	for (const timezone of ['', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
		await page.open(url('/tests/widget.html'));
		const today = await page.evaluate((timezone) => {
			const parts = Object.fromEntries(new Intl.DateTimeFormat('en', { timeZone: timezone || undefined, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts().map(({ type, value }) => [type, value]));
			return `${parts.year}-${parts.month}-${parts.day}`;
		}, timezone);
		const at = (days) => new Date(Date.parse(today) + days * 864e5).toISOString().slice(0, 10);
		await drawn(page, url, { timezone, layout: 'vertical' }, { events: [-3, -1, 0, 1, 3].map((days) => ({ title: days === 0 ? 'This' : `${days}`, when: { edtf: at(days) } })) });
		const behind = await section(page, (section) => section.querySelector('.entries > .today')?.nextElementSibling.querySelector('.title').textContent);
		assert.equal(behind, 'This', `${timezone}: ${today}`);
	}
});

test('the element takes today as an attribute', async ({ page, url }) => {
	await openWidget(page, url, { src: 'mosul.json', today: '2016-10-20', layout: 'vertical' });
	assert.equal(await section(page, (section) => section.querySelectorAll('.today').length), 1);
	await page.evaluate(() => document.querySelector('#timeline').setAttribute('today', '2020-10-20'));
	await page.waitFor(() => !document.querySelector('#timeline').shadowRoot.querySelector('.today'));
});

test('a page that stays open past midnight has another today', async ({ page, url, scratch }) => {
	// A clock that can be set forward, and timers that are only noted.
	const clock = `const Real = Date; let ahead = 0;
		globalThis.Date = class extends Real { constructor(...given) { given.length ? super(...given) : super(Real.now() + ahead); } static now() { return Real.now() + ahead; } };
		const wait = setTimeout; globalThis.waits = [];
		globalThis.setTimeout = (work, time, ...rest) => (time > 60000 ? (waits.push({ work, time }), 0) : wait(work, time, ...rest));
		addEventListener('tomorrow', () => { ahead += 864e5; for (const { work } of waits.splice(0)) work(); });
		addEventListener('wake', () => { ahead += 864e5; document.dispatchEvent(new Event('visibilitychange')); });
		document.addEventListener('timeline-ready', () => { document.body.dataset.wait = waits.find(({ work }) => !/promise/.test(work))?.time; }); // a driver waits too`;
	const at = (days) => new Date(Date.now() + days * 864e5).toISOString().slice(0, 10);
	const events = [-4, -2, 2, 4, 6].map((days) => ({ title: `${days}`, when: { edtf: at(days) } }));
	writeFileSync(path.join(scratch, 'dawn.html'), `<!doctype html><meta charset="utf-8"><title>Dawn</title><link rel="icon" href="data:,"><script>${clock}</script><script type="module" src="/open/element.js"></script>
		<article-timeline id="timeline" loading="eager" layout="horizontal" timezone="UTC"><script type="application/json">${JSON.stringify({ events })}</script></article-timeline>`);
	await page.open(url('/open/scratch/dawn.html'));
	const wait = Number(await page.waitFor(() => document.body.dataset.wait));
	assert.ok(wait > 0 && wait <= 864e5 + 1000, `it waits ${wait} ms`);
	const mark = () => section(page, (section) => section.querySelector('.ground .today')?.getBoundingClientRect().left);
	const first = await mark();
	await page.evaluate(() => void dispatchEvent(new Event('tomorrow')));
	await page.waitFor((first) => document.querySelector('#timeline').shadowRoot.querySelector('.ground .today').getBoundingClientRect().left > first + 5, first);
	const second = await mark();
	await page.evaluate(() => void dispatchEvent(new Event('wake')));
	await page.waitFor((second) => document.querySelector('#timeline').shadowRoot.querySelector('.ground .today').getBoundingClientRect().left > second + 5, second);
	// A day that the page has named stays.
	await page.evaluate((today) => document.querySelector('#timeline').setAttribute('today', today), at(-1));
	await page.waitFor((second) => document.querySelector('#timeline').shadowRoot.querySelector('.ground .today').getBoundingClientRect().left < second - 5, second);
	const named = await mark();
	await page.evaluate(() => void dispatchEvent(new Event('wake')));
	await settled(page);
	assert.equal(await mark(), named);
});
