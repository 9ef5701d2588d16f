// The article is part of it: its time phrases can be pressed, an entry can be followed to its sentence and back, all without touching a node.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { entries, ready, selected, settled } from './widget.mjs';

const act = (page, work, ...args) => page.evaluate(`(...args) => (${work})(document.querySelector('#timeline'), ...args)`, ...args);

/** Opens the article, with something tall between its text and its timeline; false where the engine has no highlights. */
async function openArticle(page, url, attributes = {}) {
	await page.open(url('/tests/article.html'));
	await ready(page);
	await act(
		page,
		(element, attributes) => {
			for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
			document.querySelector('#story').after(element, Object.assign(document.createElement('div'), { id: 'tall' }));
			element.before(Object.assign(document.createElement('div'), { className: 'tall' }));
			document.querySelector('.tall').style.height = '1500px';
		},
		attributes,
	);
	await page.evaluate(() => (said.length = 0));
	await act(page, (element) => element.setAttribute('published', '2021-03-12'));
	// What is read again and says the same is not told again.
	await page.evaluate(() => new Promise((done) => setTimeout(done, 600)));
	return page.evaluate(() => Boolean(globalThis.CSS?.highlights));
}

/** The middle of the first box of these words, in the window. */
const place = (page, words) =>
	page.evaluate((words) => {
		const walker = document.createTreeWalker(document.querySelector('#story'), NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const start = walker.currentNode.data.indexOf(words);
			if (start < 0 || !walker.currentNode.parentElement.closest('#story')) continue;
			const range = document.createRange();
			range.setStart(walker.currentNode, start);
			range.setEnd(walker.currentNode, start + words.length);
			const { left, top, width, height } = range.getClientRects()[0];
			return [left + width / 2, top + height / 2];
		}
	}, words);

const open = (page) => act(page, (element) => element.shadowRoot.querySelector('.open .title')?.textContent);

test('a time phrase of the article, pressed, opens its entry and brings it into view', async ({ page, url }) => {
	if (!(await openArticle(page, url))) return;
	const before = await page.evaluate(() => document.querySelector('#story').innerHTML);
	await page.click(await place(page, 'in 1974'));
	await settled(page);
	assert.match(await open(page), /bridge opened/);
	assert.equal((await selected(page)).length, 1);
	await page.waitFor(() => {
		const { top, bottom } = document.querySelector('#timeline').shadowRoot.querySelector('.open .label').getBoundingClientRect();
		return top >= 0 && bottom <= innerHeight;
	});
	assert.equal(await act(page, (element) => element.shadowRoot.activeElement?.className), 'label', 'the entry has the focus');
	assert.equal(await page.evaluate(() => document.querySelector('#story').innerHTML), before, 'the article is as it was');
});

test('other words, links and selected words are the page’s own', async ({ page, url }) => {
	await openArticle(page, url);
	await page.click(await place(page, 'Workers repaired'));
	await page.evaluate(() => {
		const link = Object.assign(document.createElement('a'), { href: '#elsewhere' });
		const text = [...document.querySelectorAll('#story p')].find((block) => block.textContent.includes('1974')).firstChild;
		text.before(link);
		link.append(text);
	});
	await page.click(await place(page, 'in 1974'));
	await settled(page);
	assert.deepEqual(await selected(page), []);
	assert.equal(await page.evaluate(() => location.hash), '#elsewhere');
});

test('an entry is followed to its sentence and back by keyboard', async ({ page, url }) => {
	await openArticle(page, url);
	await act(page, (element) => {
		element.view.select(element.timeline.events.at(-1).id);
	});
	await settled(page);
	await act(page, (element) => {
		element.scrollIntoView({ block: 'center', behavior: 'instant' });
		element.shadowRoot.querySelector('[data-do=in-article]').focus();
	});
	await page.key('Enter');
	await page.waitFor(() => {
		const block = [...document.querySelectorAll('#story p')].find(({ textContent }) => textContent.includes('closed the'));
		const { top, bottom } = block.getBoundingClientRect();
		return top >= 0 && bottom <= innerHeight;
	});
	assert.equal(await act(page, (element) => element.shadowRoot.activeElement?.dataset.do), 'back', 'the way back has the focus');
	await page.key('Enter');
	await settled(page);
	assert.match(await act(page, (element) => element.shadowRoot.activeElement?.querySelector('.title')?.textContent), /Aller is closed/);
	await page.waitFor(() => {
		const { top, bottom } = document.querySelector('#timeline').shadowRoot.querySelector('.open .label').getBoundingClientRect();
		return top >= 0 && bottom <= innerHeight;
	});
});

test('link="off" leaves the article alone', async ({ page, url }) => {
	await openArticle(page, url, { link: 'off' });
	assert.equal(await page.evaluate(() => globalThis.CSS?.highlights?.size ?? 0), 0);
	await page.click(await place(page, 'in 1974'));
	await act(page, (element) => element.view.select(element.timeline.events[0].id));
	await settled(page);
	assert.equal((await selected(page)).length, 1, 'only what the test chose itself');
	assert.equal(await act(page, (element) => element.shadowRoot.querySelectorAll('[data-do=in-article]').length), 0);
	assert.equal((await entries(page)).length, 3);
});
