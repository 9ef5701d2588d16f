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
	assert.deepEqual(timeline.articles[0], { headline: 'Bridge over the Aller is closed', url: url('/tests/article.html'), published: '2021-03-12', language: 'en' });
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
		[{ src: 'http://' }, 'bad-input'],
		[{ src: 'nowhere.json' }, 'not-found'],
		[{ src: 'widget.html' }, 'wrong-type'],
		[{ src: url('/scratch/broken.json') }, 'bad-input'],
		[{ src: url('/scratch/wrong.json') }, 'bad-input'],
		[{}, 'too-few'],
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
		const [kinds, warned] = [[], []];
		for (const published of [new Date(), 5, {}, 'some day']) {
			warned.push(...(await analyze('The river rose on Monday.', { published })).warnings.map(({ kind }) => kind));
			for (const work of [() => tag('on Monday', { published }), () => createTimeline(host, timeline, { published })]) {
				kinds.push(await work().then(() => 'read', ({ kind, message }) => `${kind}: ${message}`));
			}
		}
		const odd = await createTimeline(host, timeline, { layout: 3, theme: {}, lang: 7, published: null, hash: 'yes', link: 'main' });
		const drawn = host.shadowRoot.querySelectorAll('.entry').length;
		odd.select(null);
		const read = [(await analyze('The river rose on Monday.', { published: null, lang: 3 })).events.length, (await tag('on 3 May 2014', { published: '' })).length];
		return { kinds, warned, drawn, read };
	});
	assert.equal(outcome.kinds.length, 8);
	assert.deepEqual(outcome.warned, Array(4).fill(['bad-published', 'no-published']).flat(), 'an article is read all the same');
	for (const kind of outcome.kinds) assert.match(kind, /^bad-input: The publication date .* should look like 2016-11-01\.$/);
	assert.deepEqual([outcome.drawn, outcome.read], [1, [0, 1]]);
});

// Where a page keeps its own content, and what its element says.
const outcome = (page) =>
	page.evaluate(() => {
		const element = document.querySelector('#timeline');
		return { shown: element.shadowRoot.textContent.trim(), height: element.getBoundingClientRect().height, slot: Boolean(element.shadowRoot.querySelector('slot')), said: said.map(([type, { kind }]) => kind ?? type) };
	});

test('without children nothing is shown of a failure, and no room is taken, whatever margins the page gives', async ({ page, url }) => {
	for (const attributes of [{ for: '#nowhere' }, { for: '#nowhere', quiet: '' }, { src: 'nowhere.json' }]) {
		await page.open(url('/tests/widget.html'));
		const gap = await page.evaluate(async (attributes) => {
			const [above, below] = [0, 1].map(() => Object.assign(document.createElement('p'), { textContent: 'A paragraph of the page.' }));
			const element = document.createElement('article-timeline');
			element.id = 'timeline';
			element.style.margin = '50px 0';
			for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
			document.querySelector('#main').append(above, below);
			const distance = () => below.getBoundingClientRect().top - above.getBoundingClientRect().bottom;
			const before = distance();
			const failed = new Promise((done) => element.addEventListener('timeline-error', done));
			above.after(element);
			await failed;
			return [before, distance(), element.shadowRoot.textContent];
		}, attributes);
		assert.deepEqual(gap, [gap[0], gap[0], '']);
	}
});

test('an article without dates, or with one, leaves what stands in the page, and says so', async ({ page, url }) => {
	const none = '{"headline": "Soup", "published": "2020-02-01", "text": "Soup is warm."}';
	const one = '{"headline": "Dam", "published": "2020-02-01", "text": "The dam was finished in 1974."}';
	for (const [json, attributes, kind, words] of [
		[none, {}, 'too-few', /^There are 0 dated entries where min is 2: .*\.$/],
		[one, {}, 'too-few', /^There is 1 dated entry where min is 2: .*\.$/],
		[one, { min: '5' }, 'too-few', /min is 5/],
		['{"events": []}', {}, 'too-few', /min is 1/],
	]) {
		await page.open(url('/tests/widget.html'));
		await put(page, attributes, json);
		assert.equal(await failure(page), kind);
		assert.ok(await fallback(page), json);
		const { shown, said } = await outcome(page);
		assert.deepEqual([shown, said], ['', ['too-few']], json);
		assert.match(await page.evaluate(() => said[0][1].message), words);
	}
	// What min asks for, it gets; and it may be changed.
	await page.open(url('/tests/widget.html'));
	await put(page, { min: '1' }, one);
	await ready(page);
	assert.equal(await fallback(page), false);
	await page.evaluate(() => document.querySelector('#timeline').setAttribute('min', '2'));
	await failure(page);
	assert.equal(await fallback(page), true);
	await page.evaluate(() => { said.length = 0; document.querySelector('#timeline').setAttribute('min', '0'); });
	await ready(page);
	assert.equal(await fallback(page), false);
});

test('with min="0" a timeline without entries says that there are no dates', async ({ page, url }) => {
	await page.open(url('/tests/widget.html'));
	await put(page, { min: '0' }, '{"headline": "Soup", "published": "2020-02-01", "text": "Soup is warm."}');
	await ready(page);
	assert.match(await page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelector('section').textContent), /no dates/);
	const height = await page.evaluate(() => {
		const element = document.querySelector('#timeline');
		element.toggleAttribute('quiet', true);
		return element.getBoundingClientRect().height;
	});
	assert.equal(height, 0, 'quiet takes no room');
});

test('an article in a language that is not read leaves what stands in the page', async ({ page, url }) => {
	await page.open(url('/tests/widget.html'));
	await page.evaluate(() => {
		const article = document.createElement('article');
		article.lang = 'fr';
		article.append(...['Le pont a été fermé mercredi 10 mars 2021.', 'Il a été ouvert en 1974.'].map((textContent) => Object.assign(document.createElement('p'), { textContent })));
		article.id = 'story';
		document.querySelector('#main').append(article);
	});
	await put(page, { for: '#story' });
	assert.equal(await failure(page), 'unsupported');
	assert.ok(await fallback(page));
	assert.deepEqual((await outcome(page)).said, ['unsupported']);
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
		const unknown = await analyze({ published, language: 'tlh', blocks: ['The river rose on Monday.'] });
		return { before, after: fetched(), mention, warnings: timeline.warnings.map(({ kind }) => kind), unknown: unknown.warnings.map(({ kind }) => kind) };
	});
	assert.equal(outcome.before, 0);
	assert.equal(outcome.after, 1);
	assert.equal(outcome.mention.text, 'vor zwei Wochen');
	assert.ok(!outcome.warnings.includes('unknown-language'), outcome.warnings.join());
	assert.deepEqual(outcome.unknown, ['unknown-language']);
});
