// What a reader first sees: the demo's timeline, all forms of data, the two layouts, two timelines on a page.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { entries, openWidget, ready, settled } from './widget.mjs';

test('the demo shows the four dates of its article', async ({ page, url }) => {
	await page.open(url('/'));
	await page.waitFor(() => document.querySelector('#timeline').view);
	const shown = (await entries(page)).join('\n');
	for (const date of [/Summer 2014/, /Before Tue,? 18 Oct/, /Since Tue,? 25 Oct/, /(^|\n)Tue,? 1 Nov/]) assert.match(shown, date);
	const sentences = await page.evaluate(() => document.querySelector('#timeline').timeline.events.map((event) => event.evidence[0].text));
	const article = await page.evaluate(() => document.querySelector('#article').textContent);
	for (const sentence of sentences) assert.ok(article.includes(sentence), `not in the article: ${sentence}`);
});

test('entries stand in one list in the order of time', async ({ page, url }) => {
	await openWidget(page, url);
	const titles = (await entries(page)).map((entry) => entry.split(': ')[1]);
	assert.equal(titles.length, 6);
	assert.equal(titles[0], 'IS overruns Mosul');
	const lists = await page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelectorAll('ol').length);
	assert.equal(lists, 1);
});

test('uncertain dates are drawn as what they are', async ({ page, url }) => {
	await openWidget(page, url);
	const marks = await page.evaluate(() =>
		Object.fromEntries(
			[...document.querySelector('#timeline').shadowRoot.querySelectorAll('.entry')].map((entry) => [
				entry.querySelector('.title').textContent,
				[...entry.querySelectorAll('.mark path')].map((path) => path.getAttribute('class')).join(' '),
			]),
		),
	);
	assert.match(marks['IS overruns Mosul'], /^strokes$/);
	assert.match(marks['Campaign to retake the city begins'], /strokes.*stop|stop.*strokes/);
	assert.match(marks['IS kills 296 former officers'], /hollow/);
	assert.match(marks['Troops reach Mosul’s eastern edge'], /solid/);
});

test('a narrow container gets the story, a wide one the stage, without a new element', async ({ page, url }) => {
	await openWidget(page, url);
	const form = () => page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelector('section').className.match(/horizontal|vertical/)[0]);
	assert.equal(await form(), 'horizontal');
	await page.evaluate(() => {
		window.list = document.querySelector('#timeline').shadowRoot.querySelector('ol');
		document.querySelector('#main > div').id = 'narrow';
	});
	await page.waitFor(() => document.querySelector('#timeline').shadowRoot.querySelector('.vertical'));
	assert.equal((await entries(page)).length, 6);
	assert.ok(await page.evaluate(() => window.list === document.querySelector('#timeline').shadowRoot.querySelector('ol')), 'another list');
	const overflow = await page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelector('section').scrollWidth);
	assert.ok(overflow <= 321, `${overflow} px wide in 320 px`);
});

test('words do not stand on words', async ({ page, url }) => {
	for (const width of [720, 860, 1000]) {
		await page.resize(width, 800);
		await openWidget(page, url);
		const clashes = await page.evaluate(() => {
			const boxes = [...document.querySelector('#timeline').shadowRoot.querySelectorAll('.stage .label')].map((label) => [label.textContent, label.getBoundingClientRect()]);
			const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
			return boxes.flatMap(([one, a], place) => boxes.slice(place + 1).filter(([, b]) => meet(a, b)).map(([other]) => `${one} / ${other}`));
		});
		assert.deepEqual(clashes, [], `at ${width} px`);
	}
});

test('two timelines on a page do not know each other', async ({ page, url }) => {
	await openWidget(page, url);
	await page.evaluate(() => {
		const other = document.createElement('article-timeline');
		other.id = 'other';
		other.timeline = { events: [{ id: 'landing', title: 'The landing', when: { edtf: '1969-07-20' } }] };
		document.querySelector('#main').append(other);
	});
	await ready(page, 'other');
	await page.evaluate(() => document.querySelector('#timeline').view.select('campaign'));
	await settled(page);
	const open = (id) => page.evaluate((id) => document.getElementById(id).shadowRoot.querySelectorAll('[aria-expanded=true]').length, id);
	assert.deepEqual([await open('timeline'), await open('other')], [1, 0]);
	assert.deepEqual(await entries(page, 'other').then((all) => all.length), 1);
});

test('the functions work without the element', async ({ page, url }) => {
	await page.open(url('/tests/widget.html'));
	const outcome = await page.evaluate(async () => {
		const { analyze, createTimeline, tag } = await modules.index();
		const timeline = await analyze('The dam was finished in 1974. It was repaired on 3 May 2009.', { lang: 'en' });
		const mentions = await tag('It 🗓 was repaired on 3 May 2009.', { lang: 'en' });
		const host = document.querySelector('#main');
		const view = await createTimeline(host, timeline);
		const drawn = host.shadowRoot.querySelectorAll('.entry').length;
		view.destroy();
		return { events: timeline.events.length, drawn, mention: mentions[0], left: host.shadowRoot.innerHTML };
	});
	assert.equal(outcome.events, 2);
	assert.equal(outcome.drawn, 2);
	assert.equal('It 🗓 was repaired on 3 May 2009.'.slice(outcome.mention.start, outcome.mention.end), '3 May 2009');
	assert.equal(outcome.mention.value, '2009-05-03');
	assert.equal(outcome.left, '<slot></slot>');
});

test('an open entry is told by a line under its title too, not by colour alone', async ({ page, url }) => {
	await openWidget(page, url);
	await page.evaluate(() => document.querySelector('#timeline').view.select('campaign'));
	await settled(page);
	const line = await page.evaluate(() => {
		const style = getComputedStyle(document.querySelector('#timeline').shadowRoot.querySelector('.entry.open .title'));
		return [style.textDecorationLine, style.textDecorationThickness];
	});
	assert.deepEqual(line, ['underline', '2px']);
});

test('no words of the stage stand on other words', async ({ page, url }) => {
	await page.open(url('/'));
	await page.waitFor(() => document.querySelector('#timeline').view);
	const meeting = await page.evaluate(() => {
		const labels = [...document.querySelector('#timeline').shadowRoot.querySelectorAll('.stage .label:not([data-bare])')];
		const boxes = labels.map((label) => {
			const range = document.createRange();
			range.selectNodeContents(label.querySelector('.title'));
			return { ...range.getBoundingClientRect().toJSON(), room: label.getBoundingClientRect().width, words: label.textContent };
		});
		const wide = boxes.filter((box) => box.width > box.room + 0.5).map((box) => box.words);
		// A title of few words takes as few lines as it was measured with: more of them stand on what is below.
		const stage = document.querySelector('#timeline').shadowRoot.querySelector('.stage').getBoundingClientRect();
		const low = boxes.filter((box) => box.bottom > stage.bottom).map((box) => box.words);
		const pairs = boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1).map((b) => `${a.words} / ${b.words}`));
		const lines = labels.map((label) => Math.round(label.querySelector('.title').getBoundingClientRect().height / parseFloat(getComputedStyle(label.querySelector('.title')).lineHeight)));
		const cut = labels.filter((label) => label.querySelector('.title').scrollHeight > label.querySelector('.title').clientHeight + 2).map((label) => label.textContent);
		return { wide, low, pairs, cut, most: Math.max(...lines) <= 4 };
	});
	assert.deepEqual(meeting, { wide: [], low: [], pairs: [], cut: [], most: true });
});
