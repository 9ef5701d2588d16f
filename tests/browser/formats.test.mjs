// Timelines in other people's formats, drawn by the element as they are: by `src`, as data inside it, as its property, as a list; and what is told of broken ones.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from './harness.mjs';
import { entries, failure, openWidget, ready } from './widget.mjs';

const SLIDES = { events: [{ start_date: { year: '1911', month: '3', day: 8 }, text: { headline: 'The first shaft', text: '<p>Dug by <b>hand</b>.</p>' } }, { start_date: { year: 1913 }, text: { headline: 'The tunnel opens' } }] };
const EVENTS = [['1911-03-08', 'The first shaft'], ['1913', 'The tunnel opens']];
const ITEMS = [{ id: 1, content: 'The first shaft', start: '1911-03-08' }, { id: 2, content: 'The tunnel opens', start: '1913-01-01', end: '1913-12-31' }];
const TABLE = 'date,title\n1911-03-08,The first shaft\n1913,The tunnel opens\n';
const CALENDAR = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:19110308', 'SUMMARY:The first shaft', 'END:VEVENT', 'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:19130602', 'SUMMARY:The tunnel opens', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const LD = { '@context': 'https://schema.org', '@type': 'ItemList', itemListElement: EVENTS.map(([startDate, name]) => ({ '@type': 'Event', startDate, name })) };
const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Tunnel</title>${EVENTS.map(([, title], place) => `<entry><id>urn:${place}</id><title>${title}</title><published>191${place + 1}-03-08T10:00:00Z</published></entry>`).join('')}</feed>`;
const LIST = `<ol><li><time datetime="1911-03-08">8 March 1911</time> <b>The first shaft</b> <p>Dug by hand.</p></li><li><time>spring 1913</time> <b>The tunnel opens</b></li></ol>`;
const TITLES = EVENTS.map(([, title]) => title);

const titles = async (page) => (await entries(page)).map((entry) => entry.slice(entry.lastIndexOf(': ') + 2));
const violations = (page) => page.evaluate(() => counts.violations);
const fetched = (page, word) => page.evaluate((word) => performance.getEntriesByType('resource').filter(({ name }) => name.includes(word)).length, word);

/** Opens a page whose source has this inside its element. */
async function openWritten(page, url, scratch, inside) {
	const scripts = ['count', 'watch'].map((name) => `<script src="/tests/${name}.js"></script>`).join('');
	writeFileSync(path.join(scratch, 'written.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Written</title><link rel="icon" href="data:,">${scripts}<script type="module" src="/element.js"></script><article-timeline id="timeline">${inside}</article-timeline></html>`);
	await page.open(url('/scratch/written.html'));
}

/** Opens a page with an element that is given this by a script, and a fallback. */
async function open(page, url, { attributes = {}, list, property }) {
	await page.open(url('/tests/widget.html'));
	await page.evaluate(
		({ attributes, list, property }) => {
			const element = Object.assign(document.createElement('article-timeline'), { id: 'timeline' });
			for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
			element.append(Object.assign(document.createElement('p'), { id: 'fallback', textContent: 'What stands in.' }));
			if (list) {
				const [ol, items] = [document.createElement('ol'), JSON.parse(list)];
				for (const { datetime, date, title, rest } of items) {
					const item = document.createElement('li');
					const time = Object.assign(document.createElement('time'), { textContent: date });
					if (datetime) time.dateTime = datetime;
					item.append(time, ' ', Object.assign(document.createElement('b'), { textContent: title }), ...(rest ? [Object.assign(document.createElement('p'), { textContent: rest })] : []));
					ol.append(item);
				}
				element.append(ol);
			}
			if (property !== undefined) element.timeline = property;
			document.querySelector('#main').append(element);
		},
		{ attributes, list, property },
	);
}

test('a timeline in another format is drawn from its address, under a strict policy, by a program that is fetched then', async ({ page, url, scratch }) => {
	const files = {
		'slides.json': JSON.stringify(SLIDES),
		'slides-old.json': JSON.stringify({ timeline: { headline: 'Tunnel', type: 'default', date: EVENTS.map(([date, headline]) => ({ startDate: date.replaceAll('-', ','), headline })) } }),
		'slides.jsonp.js': `storyjs_jsonp_data(${JSON.stringify(SLIDES)});`,
		'table.csv': TABLE,
		'table.tsv': TABLE.replaceAll(',', '\t'),
		'semicolons.txt': TABLE.replaceAll(',', ';'),
		'sheet.csv': 'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\r\n1911,3,8,,,,,,,The first shaft,Dug by hand.,,,,,,,\r\n1913,,,,,,,,,The tunnel opens,,,,,,,,\r\n',
		'dates.ics': CALENDAR,
		'calendar.bin': CALENDAR,
		'list.jsonld': JSON.stringify(LD),
		'feed.xml': ATOM,
		'feed.json': JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Tunnel', items: EVENTS.map(([, title], place) => ({ id: String(place), title, date_published: `191${place + 1}-03-08T10:00:00Z` })) }),
		'simile.json': JSON.stringify({ dateTimeFormat: 'iso8601', events: EVENTS.map(([start, title]) => ({ start, title })) }),
		'simile-bare.json': JSON.stringify({ events: EVENTS.map(([start, title]) => ({ start, title })) }),
		'simile.xml': `<data>${EVENTS.map(([start, title]) => `<event start="${start}" title="${title}">.</event>`).join('')}</data>`,
		'items.json': JSON.stringify(ITEMS),
		'wikidata.json': JSON.stringify({ results: { bindings: EVENTS.map(([date, value]) => ({ itemLabel: { value }, time: { value: `${date.padEnd(10, '-01-01').slice(0, 10)}T00:00:00Z` }, precision: { value: '9' } })) } }),
		'table-16.csv': Buffer.from(`\ufeff${TABLE}`, 'utf16le'),
	};
	for (const [name, contents] of Object.entries(files)) {
		writeFileSync(path.join(scratch, name), contents);
		await openWidget(page, url, { src: url(`/scratch/${name}`) });
		assert.deepEqual(await titles(page), TITLES, name);
		assert.equal(await fetched(page, 'exchange.wasm'), 1, name);
		assert.deepEqual(await violations(page), [], name);
	}
	writeFileSync(path.join(scratch, 'windows.csv'), Buffer.from('date;title\n1911;Der Schacht für Köln\n', 'latin1'));
	await openWidget(page, url, { src: url('/scratch/windows.csv') });
	assert.deepEqual(await titles(page), ['Der Schacht für Köln']);
}, { limit: 180_000 });

test('what is finished, or an article, is taken without that program', async ({ page, url, scratch }) => {
	writeFileSync(path.join(scratch, 'article.json'), JSON.stringify({ headline: 'Tunnel', published: '1914-01-01', text: 'The first shaft was dug on 8 March 1911. The tunnel was opened in 1913.' }));
	for (const src of ['mosul.json', url('/scratch/article.json')]) {
		await openWidget(page, url, { src });
		assert.ok((await entries(page)).length >= 2);
		assert.equal(await fetched(page, 'exchange'), 0, src);
	}
	await open(page, url, { property: { events: [] } });
	assert.equal(await failure(page), 'too-few');
	assert.equal(await fetched(page, 'exchange'), 0);
});

test('data inside the element, and its property, may be in any format', async ({ page, url, scratch }) => {
	const cases = [
		{ inside: `<script type="application/json">${JSON.stringify(SLIDES)}</script>` },
		{ inside: `<script type="application/json">${JSON.stringify(ITEMS)}</script>` },
		{ inside: `<script type="application/ld+json">${JSON.stringify(LD)}</script>` },
		{ inside: `<script type="text/csv">${TABLE}</script>` },
		{ inside: `<script type="text/calendar">${CALENDAR}</script>` },
		{ inside: `<p>Before.</p>${LIST}` },
		{ property: SLIDES },
		{ property: ITEMS },
		{ property: LD },
		{ property: TABLE },
		{ property: CALENDAR },
		{ property: ATOM },
		{ property: LIST, attributes: { lang: 'en' } },
	];
	for (const given of cases) {
		await (given.inside ? openWritten(page, url, scratch, given.inside) : open(page, url, given));
		await ready(page);
		const hint = JSON.stringify(given).slice(0, 60);
		assert.deepEqual(await titles(page), TITLES, hint);
		assert.equal((await page.evaluate(() => said.find(([type]) => type === 'timeline-ready')[1].timeline.events[0].when.edtf)).slice(0, 4), '1911', hint);
		assert.deepEqual(await violations(page), [], hint);
	}
	// The same again starts nothing; another table is drawn in its place.
	await open(page, url, { property: TABLE });
	await ready(page);
	await page.evaluate((same, other) => {
		const element = document.querySelector('#timeline');
		element.timeline = same;
		said.length = 0;
		element.timeline = other;
	}, TABLE, `${TABLE}1914,The harbour\n`);
	await ready(page);
	assert.deepEqual(await titles(page), [...TITLES, 'The harbour']);
	// An article as text is none of them, whatever commas it has.
	await open(page, url, { property: 'The first shaft was dug on 8 March 1911, by hand, in the rain.\n\nThe tunnel was opened in 1913, after all.' });
	await ready(page);
	assert.equal((await entries(page)).length, 2);
}, { limit: 180_000 });

test('a list written by hand is taken up, in the language of the page', async ({ page, url }) => {
	const list = JSON.stringify([{ datetime: '1911-03-08', date: '8 March', title: 'Der erste Schacht', rest: 'Von Hand gegraben.' }, { date: 'Frühjahr 1913', title: 'Der Tunnel' }]);
	await open(page, url, { list, attributes: { lang: 'de' } });
	await ready(page);
	assert.deepEqual(await titles(page), ['Der erste Schacht', 'Der Tunnel']);
	const { timeline } = await page.evaluate(() => said.find(([type]) => type === 'timeline-ready')[1]);
	assert.deepEqual(timeline.events.map(({ when, text }) => [when.edtf, text]), [['1911-03-08', 'Von Hand gegraben.'], ['1913-21', undefined]]);
	assert.deepEqual(await violations(page), []);
});

test('what is broken is told with entry and field, in one sentence, and the fallback stays', async ({ page, url, scratch }) => {
	const cases = [
		['broken.json', JSON.stringify({ events: [SLIDES.events[0], { text: { headline: 'Hawaii' } }] }), /^http:.*broken\.json can't be read as TimelineJS: event 2 \("Hawaii"\): start_date is missing\.$/],
		['month.json', JSON.stringify({ events: [{ start_date: { year: 1911, month: 13 }, text: { headline: 'A' } }] }), /as TimelineJS: event 1 \("A"\): start_date.*month/],
		['cut.json', `${JSON.stringify(SLIDES, null, '\t').slice(0, -20)}`, /as TimelineJS: /],
		['wrong.ics', CALENDAR.replace('19110308', 'soon'), /as iCalendar: .*DTSTART/],
		['empty.csv', 'title,colour\nThe shaft,red\n', /as a table: /],
		['wrong-simile.json', JSON.stringify({ dateTimeFormat: 'iso8601', events: [{ start: 'someday', title: 'A' }] }), /as SIMILE: event 1 \("A"\): start /],
		['wrong-items.json', JSON.stringify([{ content: 'A', start: 'x' }]), /as items of vis-timeline: .*start/],
		['no-event.jsonld', JSON.stringify({ '@context': 'https://schema.org', '@type': 'Person', name: 'A' }), /as JSON-LD: the JSON-LD has no Event/],
	];
	const told = [];
	for (const [name, contents, words] of cases) {
		writeFileSync(path.join(scratch, name), contents);
		await open(page, url, { attributes: { src: url(`/scratch/${name}`) } });
		assert.equal(await failure(page), 'bad-input', name);
		told.push(await page.evaluate(() => said[0][1].message));
		assert.match(told.at(-1), words);
		assert.match(told.at(-1), /^[^\n]+\.$/);
		assert.ok(await page.evaluate(() => document.querySelector('#fallback').getBoundingClientRect().height > 0), name);
	}
	await open(page, url, { property: { events: [{ text: { headline: 'Hawaii' }, start_date: {} }] } });
	await failure(page);
	assert.match(await page.evaluate(() => said[0][1].message), /^The timeline property can't be read as TimelineJS: event 1 \("Hawaii"\): /);
	await open(page, url, { list: JSON.stringify([{ date: 'whenever', title: 'A' }]) });
	await failure(page);
	assert.match(await page.evaluate(() => said[0][1].message), /^The list inside <article-timeline> can't be read as a list in HTML: item 1: its <time> says "whenever"/);
}, { limit: 120_000 });
