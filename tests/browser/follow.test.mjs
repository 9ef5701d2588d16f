// An article that comes late, grows, or gives way to another: it is read when it is there and quiet, and again when it has changed.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { entries, ready, settled } from './widget.mjs';

const FERRY = ['Ferry runs aground', '2021-03-12', 'A ferry ran aground off the coast in the night of 10 March 2021, and all on board were brought to land.', 'It was built in 1974, and it was repaired in the summer of 2009 when a storm had torn its bow away.'];
const DAM = ['Dam is repaired', '2021-05-20', 'Workers have repaired the dam, which had cracked in the winter of 2019 and was watched since by night.', 'It was finished in June 1961, and the valley above it was flooded in the spring of 1962, against much anger.'];

/** Opens an empty page with a timeline in it. */
async function open(page, url, attributes = {}) {
	await page.open(url('/tests/widget.html'));
	await page.evaluate((attributes) => {
		window.show = ([headline, day, ...texts], { hidden } = {}) => {
			const article = document.createElement('article');
			article.id = 'story';
			const add = (name, textContent, more) => article.appendChild(Object.assign(document.createElement(name), { textContent, ...more }));
			add('h1', headline);
			add('time', day, { dateTime: day });
			for (const text of texts) add('p', text);
			if (hidden) article.className = hidden;
			document.querySelector('#story')?.remove();
			document.querySelector('#main').prepend(article);
		};
		const element = Object.assign(document.createElement('article-timeline'), { id: 'timeline' });
		for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
		document.querySelector('#main').append(element);
	}, attributes);
}

const shows = (page, words) => page.waitFor((words) => [...(document.querySelector('#timeline').shadowRoot?.querySelectorAll('.title') ?? [])].some(({ textContent }) => textContent.includes(words)), words);
const marks = (page) => page.evaluate(() => [...(globalThis.CSS?.highlights?.get('article-timeline-phrase') ?? [])].map((range) => [String(range), range.startContainer.isConnected]));

for (const attributes of [{}, { for: '#story' }]) {
	const how = attributes.for ? 'by name' : 'by itself';
	test(`an article that comes late is found, ${how}, and nothing is said before`, async ({ page, url }) => {
		await open(page, url, attributes);
		await page.evaluate((article) => new Promise((done) => setTimeout(() => done(show(article)), 1_200)), FERRY);
		await ready(page);
		const shown = await entries(page);
	for (const date of [/1974/, /2009/, /10 Mar/]) assert.ok(shown.some((words) => date.test(words)), `${date} in ${shown.join(' | ')}`);
		assert.deepEqual(await page.evaluate(() => said.map(([type]) => type)), ['timeline-ready']);
	});

	test(`another article in its place is read, ${how}; no mark stays on what is gone`, async ({ page, url }) => {
		await open(page, url, attributes);
		await page.evaluate((article) => show(article), FERRY);
		await ready(page);
		await page.evaluate((article) => show(article), DAM);
		await shows(page, 'dam');
		await settled(page);
		assert.ok(!(await entries(page)).some((words) => /ferry/i.test(words)));
		for (const [words, isThere] of await marks(page)) assert.ok(isThere && words, words);
	});
}

test('a page that builds the same words anew keeps its marks and its timeline', async ({ page, url }) => {
	await open(page, url);
	await page.evaluate((article) => show(article), FERRY);
	await ready(page);
	const before = await marks(page);
	await page.evaluate((article) => {
		show(article);
		return new Promise((done) => setTimeout(done, 1_500));
	}, FERRY);
	await page.waitFor(() => [...(globalThis.CSS?.highlights?.get('article-timeline-phrase') ?? [])].every((range) => range.startContainer.isConnected));
	assert.deepEqual(await marks(page), before);
	assert.equal(await page.evaluate(() => said.filter(([type]) => type === 'timeline-ready').length), 1);
});

test('what joins the article joins the timeline, and what is open stays open', async ({ page, url }) => {
	await open(page, url);
	await page.evaluate((article) => show(article), FERRY);
	await ready(page);
	await page.evaluate(() => {
		const { view, timeline } = document.querySelector('#timeline');
		view.select(timeline.events[0].id);
	});
	await settled(page);
	const opened = await page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelector('.open .title').textContent);
	await page.evaluate(() => {
		document.querySelector('#story').append(Object.assign(document.createElement('p'), { textContent: 'Its captain had left the navy in October 1998 after a fire, as he told the court on 2 March 2021.' }));
	});
	await shows(page, 'navy');
	assert.equal(await page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelector('.open .title')?.textContent), opened);
	const count = (await entries(page)).length;
	assert.ok(count > 3, String(count));
});

test('a text that a class has hidden is read when it is shown', async ({ page, url }) => {
	await open(page, url);
	await page.evaluate((article) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('.locked { display: none }');
		document.adoptedStyleSheets = [sheet];
		show(article, { hidden: 'locked' });
	}, FERRY);
	await page.evaluate(() => new Promise((done) => setTimeout(done, 700)));
	assert.equal(await page.evaluate(() => said.length), 0);
	await page.evaluate(() => document.querySelector('#story').classList.remove('locked'));
	await ready(page);
	const shown = await entries(page);
	for (const date of [/1974/, /2009/, /10 Mar/]) assert.ok(shown.some((words) => date.test(words)), `${date} in ${shown.join(' | ')}`);
});

test('a page without an article says so to its author alone, and goes on looking', async ({ page, url }) => {
	await open(page, url);
	const told = await page.waitFor(() => said.find(([type]) => type === 'timeline-error')?.[1]);
	assert.equal(told.kind, 'too-few');
	assert.equal(await page.evaluate(() => document.querySelector('#timeline').shadowRoot?.textContent.trim() ?? ''), '');
	assert.ok((await page.evaluate(() => document.querySelector('#timeline').getBoundingClientRect().height)) <= 1, 'it takes no room');
	await page.evaluate((article) => show(article), FERRY);
	await ready(page);
});

test('an element that is gone looks no more', async ({ page, url }) => {
	await open(page, url);
	await page.evaluate((article) => show(article), FERRY);
	await ready(page);
	await page.evaluate((article) => {
		document.querySelector('#timeline').remove();
		show(article);
	}, DAM);
	await page.evaluate(() => new Promise((done) => setTimeout(done, 1_000)));
	assert.equal(await page.evaluate(() => said.filter(([type]) => type === 'timeline-ready').length), 1);
	assert.deepEqual(await marks(page), []);
});
