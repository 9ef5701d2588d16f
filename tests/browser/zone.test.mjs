// Time zones: by which clock moments are shown, what milliseconds mean with one, and the publication that the page gives.

import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { test } from './harness.mjs';
import { failure, openTimeline, openWidget, ready, settled } from './widget.mjs';

/** The night that Germany set its clocks back: at 01:00 UTC, 03:00 became 02:00. The third gives no offset, the fourth no time of day. */
const NIGHT = {
	articles: [{ headline: 'Night of the clocks', published: '2016-10-30T09:05Z' }],
	events: [
		{ id: 'summer', title: 'Alarm in summer time', when: { edtf: '2016-10-30T00:50Z' } },
		{ id: 'winter', title: 'Alarm in winter time', when: { edtf: '2016-10-30T01:10Z' } },
		{ id: 'local', title: 'Alarm of nowhere', when: { edtf: '2016-10-30T04:20' } },
		{ id: 'day', title: 'The day itself', when: { edtf: '2016-10-30' } },
		{ id: 'shift', title: 'The night shift', when: { edtf: '2016-10-29/2016-10-30', earliest: '2016-10-29T20:00Z', latest: '2016-10-29T20:00Z', end: '2016-10-30T05:00Z', precision: 'minute', bound: 'exact' } },
	],
};

/** Draws a timeline on a new page, with these attributes. */
const drawn = (page, url, timeline, attributes) => openTimeline(page, url, timeline, { today: '2020-01-01', ...attributes });

const section = (page, work, ...args) => page.evaluate(`(...args) => (${work})(document.querySelector('#timeline').shadowRoot.querySelector('section'), ...args)`, ...args);
const words = (page, selector) => section(page, (section, selector) => [...section.querySelectorAll(selector)].map((element) => element.textContent), selector);
const dateOf = (page, title) =>
	section(page, (section, title) => [...section.querySelectorAll('.label')].find((label) => label.querySelector('.title').textContent === title).querySelector('.date').textContent, title);
const detailOf = async (page, id) => {
	await page.evaluate((id) => document.querySelector('#timeline').view.select(id), id);
	await settled(page);
	return (await words(page, '.when'))[0];
};

/** Shows a stretch of time; gives what the page was told is in view. */
const seen = async (page, start, end) => {
	await page.evaluate((start, end) => document.querySelector('#timeline').view.show(start, end), start, end);
	await settled(page);
	return page.evaluate(() => {
		const view = said.filter(([type]) => type === 'timeline-view').at(-1)[1];
		return [view.start, view.end];
	});
};

test('without a time zone the article keeps its own clock', async ({ page, url }) => {
	await drawn(page, url, NIGHT, {});
	assert.match(await dateOf(page, 'Alarm in summer time'), /\b0?0:50/);
	assert.match(await dateOf(page, 'Alarm in winter time'), /\b0?1:10/);
	assert.doesNotMatch(await detailOf(page, 'summer'), /UTC|GMT|CE/);
});

test('moments are shown by the clock asked for, on both sides of a change of the clocks', async ({ page, url }) => {
	await drawn(page, url, NIGHT, { timezone: 'Europe/Berlin' });
	assert.match(await dateOf(page, 'Alarm in summer time'), /\b0?2:50/);
	assert.match(await dateOf(page, 'Alarm in winter time'), /\b0?2:10/);
	assert.match(await dateOf(page, 'Alarm of nowhere'), /\b0?4:20/, 'no offset, no move');
	assert.doesNotMatch(await dateOf(page, 'The day itself'), /:/, 'days are never moved');
	const detail = [];
	for (const id of ['summer', 'winter', 'local', 'shift']) detail.push(await detailOf(page, id));
	assert.match(detail[0], /\b0?2:50 (CEST|GMT\+2)$/);
	assert.match(detail[1], /\b0?2:10 (CET|GMT\+1)$/);
	assert.match(detail[2], /\b0?4:20$/, 'nobody knows by which clock');
	assert.match(detail[3], /29 October 2016.*22:00.*30 October 2016.*0?6:00/);
});

test('the publication line stands by the clock asked for', async ({ page, url }) => {
	await drawn(page, url, NIGHT, { timezone: 'Europe/Berlin', layout: 'vertical' });
	assert.match((await words(page, '.published'))[0], /^Published Sunday 30 October 2016.* 10:05 (CET|GMT\+1)$/);
	// In the story the label has no zone: the detail has.
	assert.match(await detailOf(page, 'winter'), /\b0?2:10 (CET|GMT\+1)$/);
	await drawn(page, url, NIGHT, { timezone: 'America/New_York', layout: 'vertical' });
	assert.match((await words(page, '.published'))[0], /^Published Sunday 30 October 2016.* 0?5:05 (EDT|GMT-4)$/);
});

test('west of UTC the day may be another', async ({ page, url }) => {
	const timeline = { articles: [{ published: '2016-11-02T02:30Z' }], events: [{ id: 'late', title: 'Polls close', when: { edtf: '2016-11-02T01:00Z' } }, { id: 'day', title: 'Count', when: { edtf: '2016-11-02' } }] };
	await drawn(page, url, timeline, { timezone: 'America/Los_Angeles' });
	assert.match(await detailOf(page, 'late'), /^Tuesday 1 November 2016.* 18:00 (PDT|GMT-7)$/);
	assert.match(await detailOf(page, 'day'), /^Wednesday 2 November 2016$/);
	await drawn(page, url, timeline, { timezone: 'Asia/Kathmandu' });
	assert.match(await detailOf(page, 'late'), /^Wednesday 2 November 2016.* 0?6:45 /);
});

test('the axis tells the hours of the clock asked for', async ({ page, url }) => {
	const ticks = [];
	for (const attributes of [{}, { timezone: 'Europe/Berlin' }]) {
		await drawn(page, url, { events: NIGHT.events.slice(0, 2) }, attributes);
		ticks.push(await words(page, '.axis, .word'));
	}
	const has = (ticks, time) => ticks.some((tick) => tick.padStart(5, '0') === time);
	assert.ok(has(ticks[0], '01:00') && !has(ticks[0], '02:30'), ticks[0].join());
	assert.ok(has(ticks[1], '02:30') && !has(ticks[1], '01:00'), ticks[1].join());
});

test('milliseconds of columns are instants, and so are those of show and timeline-view', async ({ page, url }) => {
	const hours = [0, 6, 12, 30, 54, 78].map((hour) => Date.UTC(2016, 9, 28, hour));
	const columns = { start: hours, title: hours.map((_, place) => `Reading ${place}`), precision: 'minute' };
	await drawn(page, url, { columns }, { timezone: 'America/New_York' });
	assert.match(await dateOf(page, 'Reading 0'), /27 Oct.* 20:00/);
	assert.match(await detailOf(page, 'event-1'), /^Thursday 27 October 2016.* 20:00 (EDT|GMT-4)$/);
	const asked = [Date.UTC(2016, 9, 28, 5), Date.UTC(2016, 9, 28, 13)];
	assert.deepEqual(await seen(page, ...asked), asked);
	assert.deepEqual(await words(page, '.label:not([data-bare]) .title'), ['Reading 1', 'Reading 2']);
	// DATE strings: with an offset they are instants, without one they are read by the clock that is shown.
	for (const dates of [['2016-10-28T05:00Z', '2016-10-28T15:00+02:00'], ['2016-10-28T01:00', '2016-10-28T09:00']]) {
		await seen(page, 0, 1e13);
		assert.deepEqual(await seen(page, ...dates), asked, dates.join());
	}
});

test('columns of whole days are no instants: no time zone moves them', async ({ page, url }) => {
	const days = [1, 3, 8, 20].map((day) => Date.UTC(2016, 9, day));
	const asked = [Date.UTC(2016, 9, 2), Date.UTC(2016, 9, 10)];
	for (const attributes of [{}, { timezone: 'America/Los_Angeles' }]) {
		await drawn(page, url, { columns: { start: days, title: days.map((_, place) => `Day ${place}`) } }, attributes);
		assert.match(await detailOf(page, 'event-1'), /^Saturday 1 October 2016$/);
		assert.deepEqual(await seen(page, ...asked), asked);
	}
});

test('the offset of a time zone is right at every instant, and back', async ({ page, url, scratch }) => {
	const www = path.resolve(import.meta.dirname, '../../www');
	for (const file of ['words.js', 'dates.js', 'beside.js', 'errors.js', 'load.js', 'settings.js', 'words/en.js']) cpSync(path.join(www, file), path.join(scratch, file));
	await page.open(url('/tests/blank.html'));
	const wrong = await page.evaluate(async () => {
		const { loadSpeech } = await import('/scratch/words.js');
		const wrong = [];
		// North and south, half and quarter hours, a change by half an hour, a month without summer time, a day left out (in 2011).
		for (const [timezone, year] of [['Europe/Berlin', 2016], ['America/St_Johns', 2016], ['Australia/Lord_Howe', 2016], ['Asia/Kathmandu', 2016], ['Africa/Casablanca', 2016], ['Pacific/Apia', 2011]]) {
			const speech = await loadSpeech(document.body, { timezone });
			const fields = new Intl.DateTimeFormat('en', { timeZone: timezone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' });
			for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 3.5 * 3_600_000) {
				const { year, month, day, hour, minute } = Object.fromEntries(fields.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
				const shown = Date.UTC(year, month - 1, day, hour, minute);
				const back = shown - speech.offset(shown, true) * 60_000;
				// What the clock shows for the second time comes back as the first.
				if (time + speech.offset(time) * 60_000 !== shown || back > time || back + speech.offset(back) * 60_000 !== shown) wrong.push([timezone, new Date(time).toISOString()]);
			}
		}
		return wrong;
	});
	assert.deepEqual(wrong, []);
});

test('local is the reader’s own time zone', async ({ page, url }) => {
	await drawn(page, url, NIGHT, { timezone: 'local' });
	const own = await page.evaluate(() => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(Date.UTC(2016, 9, 30, 0, 50)));
	assert.match(await detailOf(page, 'summer'), new RegExp(`${own.replace(/^0/, '0?')} \\S+$`));
});

test('an unknown time zone and a wrong date are refused in a sentence', async ({ page, url }) => {
	await page.open(url('/tests/widget.html'));
	const refused = await page.evaluate(async (timeline) => {
		const { createTimeline, TimelineError } = await modules.index();
		const outcomes = [];
		for (const options of [{ timezone: 'Mars/Base' }, { published: 'yesterday' }, { today: 'soon' }]) {
			const host = document.querySelector('#main').appendChild(document.createElement('div'));
			const error = await createTimeline(host, timeline, options).catch((error) => error);
			outcomes.push([error instanceof TimelineError, error.kind, error.message]);
		}
		return outcomes;
	}, NIGHT);
	assert.deepEqual(refused, [
		[true, 'bad-input', 'There is no time zone "Mars/Base".'],
		[true, 'bad-input', 'The publication date "yesterday" was not understood; it should look like 2016-11-01.'],
		[true, 'bad-input', 'There is no day "soon".'],
	]);
});

test('the element takes the time zone, and refuses an unknown one', async ({ page, url }) => {
	await openWidget(page, url, { src: 'mosul.json', timezone: 'Europe/Berlin', lang: 'en-GB' });
	await page.evaluate((timeline) => {
		const element = document.querySelector('#timeline');
		said.length = 0;
		element.timeline = timeline;
	}, NIGHT);
	await ready(page);
	assert.match(await dateOf(page, 'Alarm in winter time'), /\b0?2:10/);
	await page.evaluate(() => document.querySelector('#timeline').setAttribute('timezone', 'America/New_York'));
	await page.waitFor(() => document.querySelector('#timeline').shadowRoot.textContent.includes('21:10'));
	assert.match(await dateOf(page, 'Alarm in winter time'), /21:10/);
	await page.evaluate(() => document.querySelector('#timeline').setAttribute('timezone', 'Nowhere'));
	assert.equal(await failure(page), 'bad-input');
});

test('where no article says when it was published, the page does', async ({ page, url }) => {
	const events = [{ title: 'Strike begins', when: { edtf: '2024-02-26' } }, { title: 'Ferries stand still', when: { edtf: '2024-02-29/..', bound: 'since' } }];
	for (const timeline of [{ events }, { articles: [{ headline: 'Strike' }], events }]) {
		await drawn(page, url, timeline, { published: '2024-03-05' });
		assert.ok((await words(page, '.word')).includes('Published'));
		assert.match((await words(page, '.range'))[0], /5 March 2024$/, 'what goes on runs to it');
	}
	const own = { articles: [{ published: '2024-03-01' }], events };
	await drawn(page, url, own, { published: '2024-03-05', layout: 'vertical' });
	assert.deepEqual(await words(page, '.published'), ['Published Friday 1 March 2024'], 'an article knows better');
	// By update too, and for columns.
	await page.evaluate((events) => document.querySelector('#timeline').view.update({ events }), events);
	await settled(page);
	assert.deepEqual(await words(page, '.published'), ['Published Tuesday 5 March 2024']);
	await drawn(page, url, { columns: { start: [Date.UTC(2024, 1, 26), Date.UTC(2024, 2, 4)], title: ['One', 'Two'] } }, { published: '2024-03-05', layout: 'vertical' });
	assert.deepEqual(await words(page, '.published'), ['Published Tuesday 5 March 2024']);
});

test('the element’s publication date counts for data that has none', async ({ page, url }) => {
	await openWidget(page, url, { src: 'mosul.json', published: '2024-03-05', layout: 'vertical', lang: 'en-GB' });
	assert.deepEqual(await words(page, '.published'), ['Published Tuesday 1 November 2016']);
	await page.evaluate(() => {
		said.length = 0;
		document.querySelector('#timeline').timeline = { events: [{ title: 'Strike begins', when: { edtf: '2024-02-26' } }] };
	});
	await ready(page);
	assert.deepEqual(await words(page, '.published'), ['Published Tuesday 5 March 2024']);
	await page.evaluate(() => document.querySelector('#timeline').setAttribute('published', 'last week'));
	assert.equal(await failure(page), 'bad-input');
});
