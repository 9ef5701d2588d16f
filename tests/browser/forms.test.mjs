// Where a timeline comes from: src, a JSON child, an article in the page, the property; and what is said when it can't be read.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from './harness.mjs';
import { entries, failure, openWidget, ready } from './widget.mjs';

const fallback = (page) => page.evaluate(() => {
	const own = document.querySelector('#fallback');
	return own.getBoundingClientRect().height > 0;
});

/** Puts an element with a fallback of its own into a page. */
const put = (page, attributes, json) =>
	page.evaluate(
		(attributes, json) => {
			const element = document.createElement('article-timeline');
			element.id = 'timeline';
			for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
			const own = Object.assign(document.createElement('p'), { id: 'fallback', textContent: 'What stands in for the timeline.' });
			element.append(own);
			if (json !== null) element.append(Object.assign(document.createElement('script'), { type: 'application/json' }));
			if (json !== null) element.lastChild.append(json);
			document.querySelector('#main').append(element);
		},
		attributes,
		json ?? null,
	);

test('an article in the page is read where it stands', async ({ page, url }) => {
	await page.open(url('/tests/article.html'));
	await ready(page);
	const shown = await entries(page);
	assert.equal(shown.length, 3, shown.join('\n'));
	for (const [place, date] of [/1974/, /Summer 2009/, /Mar/].entries()) assert.match(shown[place], date);
	assert.equal(await fallback(page), false, 'the fallback gives way');
	const timeline = await page.evaluate(() => document.querySelector('#timeline').timeline);
	assert.deepEqual(timeline.articles[0], { headline: 'Bridge over the Aller is closed', url: null, published: '2021-03-12', language: 'en' });
});

test('the words of the article are marked, and no node of it is touched', async ({ page, url }) => {
	await page.open(url('/tests/article.html'));
	await ready(page);
	const outcome = await page.evaluate(async () => {
		if (!globalThis.CSS?.highlights) return 'unsupported';
		const words = (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString().replace(/\s+/g, ' '));
		const before = document.querySelector('#story').innerHTML;
		const { view, timeline } = document.querySelector('#timeline');
		const rest = words('article-timeline-phrase');
		view.select(timeline.events.at(-1).id);
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		const open = [words('article-timeline-sentence'), words('article-timeline-open')];
		view.destroy();
		return { rest, open, same: before === document.querySelector('#story').innerHTML, left: CSS.highlights.size, sheets: document.adoptedStyleSheets.length };
	});
	if (outcome === 'unsupported') return;
	assert.equal(outcome.rest.length, 3);
	assert.deepEqual(outcome.open, [['The city closed the bridge over the Aller on Wednesday.'], ['on Wednesday']]);
	assert.ok(outcome.same);
	assert.deepEqual([outcome.left, outcome.sheets], [0, 0]);
});

test('JSON from an address, inside the element, and by property', async ({ page, url }) => {
	await openWidget(page, url, { src: 'mosul.json' });
	assert.equal((await entries(page)).length, 6);
	await page.open(url('/tests/widget.html'));
	await put(page, {}, '{"headline": "Dam", "published": "2020-02-01", "text": "The dam was finished in 1974. It was repaired in 2009."}');
	await ready(page);
	assert.equal((await entries(page)).length, 2);
	await page.evaluate(() => {
		said.length = 0;
		document.querySelector('#timeline').timeline = { events: [{ title: 'The landing', when: { edtf: '1969-07-20' } }] };
	});
	await ready(page);
	assert.equal((await entries(page)).length, 1, 'the property goes before the child');
});

test('what can not be read keeps the fallback and says why', async ({ page, url, scratch }) => {
	writeFileSync(path.join(scratch, 'broken.json'), '{"events": [');
	writeFileSync(path.join(scratch, 'wrong.json'), '{"events": [{"title": "A", "when": {"edtf": "some day"}}]}');
	const cases = [
		[{ for: '#nowhere' }, 'not-found'],
		[{ for: '][' }, 'bad-input'],
		[{ src: 'nowhere.json' }, 'not-found'],
		[{ src: 'widget.html' }, 'wrong-type'],
		[{ src: url('/scratch/broken.json') }, 'bad-input'],
		[{ src: url('/scratch/wrong.json') }, 'bad-input'],
		[{ for: 'main', published: 'last week' }, 'bad-input'],
		[{}, 'unsupported'],
		[{}, 'bad-input', '{"events":'],
	];
	for (const [attributes, kind, json] of cases) {
		await page.open(url('/tests/widget.html'));
		await put(page, attributes, json);
		assert.equal(await failure(page), kind, JSON.stringify(attributes));
		assert.ok(await fallback(page), `the fallback of ${JSON.stringify(attributes)}`);
		const message = await page.evaluate(() => said[0][1].message);
		assert.match(message, /^[^\n]+\.$/, `not one sentence: ${message}`);
	}
});

test('a field of another type is missing, what is missing is null, and letters of any length keep their places', async ({ page, url }) => {
	await page.open(url('/tests/blank.html'));
	const outcome = await page.evaluate(async () => {
		const { analyze } = await import('/index.js');
		const when = { edtf: '2016-05-04', ongoing: null, why: '𝔚𝔥𝔶 — “é”\nand on the next line' };
		const whole = {
			id: 'one', title: 'Überfahrt 🗓 nach Köln', status: 'reported', source: '日本', importance: 0.25, when, group: 'A', url: null, media: null,
			evidence: [{ article: 0, text: 'S 🗓.', block: 3, start: 2, end: 7, mention: { text: '🗓', start: 4, end: 6 } }, null, { text: 'T', mention: null }],
		};
		const odd = { id: 5, title: 'Odd', status: undefined, importance: '0.9', source: {}, when: { edtf: '2016-05-05', why: 3 }, evidence: 'none', colour: 'red' };
		const said = (timeline) => analyze(timeline).catch(({ kind, message }) => [kind, message]);
		const throws = { title: 'Trap', when: { get edtf() { throw new Error('not today'); } } };
		return [await said({ articles: [null, { headline: '“Ö”', published: '2016-06-01' }], events: [whole, odd], warnings: [{ kind: 'x', message: 'M' }] }), await said({ events: [throws] }), await said({ events: [{ title: 7 }] }), await said({ events: 3 })];
	});
	const [{ articles, events, warnings }, throws, untitled, none] = outcome;
	assert.deepEqual(articles.map(({ headline }) => headline), ['“Ö”']);
	assert.equal(warnings[0].message, 'M');
	const [whole, odd] = events;
	assert.deepEqual([whole.title, whole.source, whole.group, whole.when.why, whole.importance], ['Überfahrt 🗓 nach Köln', '日本', 'A', '𝔚𝔥𝔶 — “é”\nand on the next line', 0.25]);
	assert.deepEqual(whole.evidence.map(({ text, block, mention }) => [text, block, mention]), [['S 🗓.', 3, { text: '🗓', start: 4, end: 6 }], ['T', null, null]]);
	assert.deepEqual([odd.id, odd.status, odd.importance, odd.source, odd.evidence], ['event-2', 'happened', 0.5, undefined, []]);
	assert.deepEqual(throws, ['bad-input', 'A field of the timeline throws when it is read.']);
	assert.deepEqual(untitled, ['bad-input', 'The timeline can\'t be read: event 1 (""): title is missing.']);
	assert.deepEqual(none.events, []);
});

test('options of another type are refused or left out, and stop nothing', async ({ page, url }) => {
	await page.open(url('/tests/blank.html'));
	const outcome = await page.evaluate(async () => {
		const { analyze, tag, createTimeline } = await import('/index.js');
		const host = document.body.appendChild(document.createElement('div'));
		const timeline = { events: [{ title: 'The landing', when: { edtf: '1969-07-20' } }] };
		const kinds = [];
		for (const published of [new Date(), 5, {}, 'some day']) {
			for (const work of [() => analyze('It rained on Monday.', { published }), () => tag('on Monday', { published }), () => createTimeline(host, timeline, { published })]) {
				kinds.push(await work().then(() => 'read', ({ kind, message }) => `${kind}: ${message}`));
			}
		}
		const odd = await createTimeline(host, timeline, { layout: 3, theme: {}, lang: 7, published: null, hash: 'yes', link: 'main' });
		const drawn = host.shadowRoot.querySelectorAll('.entry').length;
		odd.select(null);
		const read = [(await analyze('It rained on Monday.', { published: null, lang: 3 })).events.length, (await tag('on 3 May 2014', { published: '' })).length];
		return { kinds, drawn, read };
	});
	assert.equal(outcome.kinds.length, 12);
	for (const kind of outcome.kinds) assert.match(kind, /^bad-input: The publication date .* should look like 2016-11-01\.$/);
	assert.deepEqual([outcome.drawn, outcome.read], [1, [0, 1]]);
});

test('without children a failure is one sentence, and quiet is nothing', async ({ page, url }) => {
	await page.open(url('/tests/widget.html'));
	const heights = await page.evaluate(async () => {
		const heights = [];
		for (const quiet of [false, true]) {
			const element = document.createElement('article-timeline');
			element.setAttribute('for', '#nowhere');
			element.toggleAttribute('quiet', quiet);
			const failed = new Promise((done) => element.addEventListener('timeline-error', done));
			document.querySelector('#main').append(element);
			await failed;
			heights.push([element.getBoundingClientRect().height > 0, element.shadowRoot.textContent]);
		}
		return heights;
	});
	assert.deepEqual(heights, [[true, 'Nothing on this page matches for="#nowhere".'], [false, '']]);
});

test('an article without dates says so and is no failure', async ({ page, url }) => {
	await page.open(url('/tests/widget.html'));
	await put(page, {}, '{"headline": "Soup", "published": "2020-02-01", "text": "Soup is warm."}');
	await ready(page);
	const text = await page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelector('section').textContent);
	assert.match(text, /no dates/);
	assert.equal(await page.evaluate(() => said.some(([type]) => type === 'timeline-error')), false);
	const height = await page.evaluate(() => {
		const element = document.querySelector('#timeline');
		element.toggleAttribute('quiet', true);
		return element.getBoundingClientRect().height;
	});
	assert.equal(height, 0, 'quiet takes no room');
});

test('a language but English is fetched once, when an article in it is read', async ({ page, url }) => {
	await page.open(url('/tests/blank.html'));
	const outcome = await page.evaluate(async () => {
		const { analyze, tag } = await import('/index.js');
		const fetched = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/languages/')).length;
		const published = '2016-11-01';
		await tag('They met last Tuesday.', { published });
		const before = fetched();
		const [mention] = await tag('Sie trafen sich vor zwei Wochen in Bonn.', { published, lang: 'de-AT' });
		const timeline = await analyze({ published, language: 'de', blocks: ['Am 3. Mai 2014 wurde die Brücke gesperrt.'] });
		const unknown = await analyze({ published, language: 'tlh', blocks: ['It rained on Monday.'] });
		return { before, after: fetched(), mention, warnings: timeline.warnings.map(({ kind }) => kind), unknown: unknown.warnings.map(({ kind }) => kind) };
	});
	assert.equal(outcome.before, 0);
	assert.equal(outcome.after, 1);
	assert.equal(outcome.mention.text, 'vor zwei Wochen');
	assert.ok(!outcome.warnings.includes('unknown-language'), outcome.warnings.join());
	assert.deepEqual(outcome.unknown, ['unknown-language']);
});
