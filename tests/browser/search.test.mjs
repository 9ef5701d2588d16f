// Search and filter, and what an entry may bring with it: a picture, a film, a link, a group.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { entries, openWidget, settled } from './widget.mjs';

const act = (page, work, ...args) => page.evaluate(`(...args) => (${work})(document.querySelector('#timeline'), ...args)`, ...args);
const found = (page) => act(page, (element) => element.shadowRoot.querySelector('.found')?.textContent);
const type = async (page, text) => {
	for (const letter of text) await page.key(letter);
	await settled(page);
};

/** The six entries of mosul.json; the first two filed, the fourth with what the test gives it. */
const openFiled = async (page, url, more = {}) => {
	await openWidget(page, url);
	await act(
		page,
		(element, more) => {
			const { timeline } = element;
			const events = timeline.events.map((event, place) => ({ ...event, ...(place < 2 && { group: ['Politics', 'War'][place] }), ...(place === 3 && more) }));
			element.view.update({ ...timeline, events });
		},
		more,
	);
	await settled(page);
};

test('the slash opens the search, words narrow the entries, Escape gives all back', async ({ page, url }) => {
	await openWidget(page, url);
	await act(page, (element) => element.shadowRoot.querySelector('.label').focus());
	await page.key('/');
	await page.waitFor(() => document.querySelector('#timeline').shadowRoot.activeElement?.type === 'search');
	await type(page, 'mosul');
	assert.equal((await entries(page)).length, 2);
	assert.equal(await found(page), '2 of 6 entries');
	assert.equal(await act(page, (element) => element.shadowRoot.querySelector('.found').getAttribute('role')), 'status', 'it is said aloud');
	await type(page, '-+');
	assert.equal(await found(page), 'No entry matches.');
	assert.equal((await entries(page)).length, 2, 'nothing found changes nothing');
	await page.key('Escape');
	await settled(page);
	assert.equal((await entries(page)).length, 6);
	assert.deepEqual(await act(page, (element) => [element.shadowRoot.querySelector('.search').children.length, element.shadowRoot.activeElement?.className]), [0, 'label']);
});

test('a search keeps the open entry, looks into sentences and does without accents', async ({ page, url }) => {
	await openWidget(page, url);
	await act(page, (element) => element.view.select('killings'));
	await act(page, (element) => element.shadowRoot.querySelector('.label').focus());
	await page.key('/');
	await page.waitFor(() => document.querySelector('#timeline').shadowRoot.activeElement?.type === 'search');
	await type(page, 'Sécurity');
	assert.deepEqual(await entries(page), ['Since Tue 25 Oct: IS kills 296 former officers']);
	assert.equal(await act(page, (element) => element.shadowRoot.querySelector('[aria-expanded=true] .title')?.textContent), 'IS kills 296 former officers');
	await page.key('Enter');
	assert.equal(await act(page, (element) => element.shadowRoot.activeElement?.className), 'label', 'Enter goes to what was found');
});

test('status and group are chosen from lists that count', async ({ page, url }) => {
	await openFiled(page, url);
	await page.click('#timeline >>> [data-do=search]');
	await page.waitFor(() => document.querySelector('#timeline').shadowRoot.querySelectorAll('.choice').length === 2);
	const choices = await act(page, (element) => [...element.shadowRoot.querySelectorAll('.choice')].map((choice) => [...choice.options].map(({ text }) => text)));
	// The entries of the page's own update have no search of their own yet: what is searched is what is shown.
	assert.deepEqual(choices, [['Any status', 'Happened (3)', 'Reported (3)'], ['All groups', 'Politics (1)', 'War (1)']]);
	await act(page, (element) => {
		const choice = element.shadowRoot.querySelectorAll('.choice')[1];
		choice.selectedIndex = 2;
		choice.dispatchEvent(new Event('input', { bubbles: true }));
	});
	await settled(page);
	assert.equal((await entries(page)).length, 1);
});

test('a picture comes when its entry is opened, not before; with its words and its maker', async ({ page, url }) => {
	const address = url('/tests/picture.svg');
	await openFiled(page, url, { media: { url: address, alt: 'A street with a wall across it', credit: 'Photograph: A. Nobody' }, url: 'https://example.org/story' });
	const asked = () => page.evaluate((address) => performance.getEntriesByName(address).length, address);
	assert.equal(await asked(), 0);
	await act(page, (element) => element.view.select('broadcaster'));
	await settled(page);
	const shown = await act(page, (element) => {
		const picture = element.shadowRoot.querySelector('.media img');
		return [picture.alt, picture.loading, element.shadowRoot.querySelector('.media figcaption').textContent, element.shadowRoot.querySelector('.detail a').href];
	});
	assert.deepEqual(shown, ['A street with a wall across it', 'lazy', 'Photograph: A. Nobody', 'https://example.org/story']);
	await act(page, (element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
	await page.waitFor((address) => performance.getEntriesByName(address).length > 0, address);
	assert.deepEqual(await page.evaluate(() => counts.violations), []);
});

test('an entry shows its own words, what stands under its picture, and a link to what another site shows; the timeline has its title', async ({ page, url }) => {
	await openWidget(page, url);
	await act(page, (element) => {
		const media = { url: 'https://www.youtube.com/watch?v=abc', caption: 'The pumps at night', credit: 'A. Nobody' };
		const events = element.timeline.events.map((event, place) => ({ ...event, ...(place === 3 && { text: 'Pumps ran for three days.', media }) }));
		element.view.update({ ...element.timeline, title: 'The flood', events });
	});
	await settled(page);
	await act(page, (element) => element.view.select('broadcaster'));
	await settled(page);
	const shown = await act(page, ({ shadowRoot }) => {
		const words = (selector) => shadowRoot.querySelector(selector)?.textContent;
		return [words('.heading'), words('.detail .text') ?? words('.detail .sentence'), words('.media figcaption'), shadowRoot.querySelector('.media a')?.href, shadowRoot.querySelectorAll('.media img').length];
	});
	assert.deepEqual(shown, ['The flood', 'Pumps ran for three days.', 'The pumps at night · A. Nobody', 'https://www.youtube.com/watch?v=abc', 0]);
});

test('a film waits to be asked for', async ({ page, url }) => {
	await openFiled(page, url, { media: { url: '/nowhere/film.mp4', alt: 'Tanks on a road', credit: '' } });
	await act(page, (element) => element.view.select('broadcaster'));
	await settled(page);
	assert.equal(await act(page, (element) => element.shadowRoot.querySelectorAll('video').length), 0);
	await page.click('#timeline >>> [data-do=play]');
	await settled(page);
	assert.equal(await act(page, (element) => element.shadowRoot.querySelector('video').getAttribute('src')), '/nowhere/film.mp4');
	await page.click('#timeline >>> [data-do=later]');
	await settled(page);
	assert.equal(await act(page, (element) => element.shadowRoot.querySelectorAll('video').length), 0);
});

test('addresses that could run become neither link nor picture', async ({ page, url }) => {
	for (const bad of ['javascript:alert(1)', ' javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,<p>', 'blob:x', 'java\nscript:alert(1)']) {
		await openFiled(page, url, { media: { url: bad, alt: '', credit: '' }, url: bad });
		await act(page, (element) => element.view.select('broadcaster'));
		await settled(page);
		assert.deepEqual(await act(page, (element) => [element.shadowRoot.querySelectorAll('.detail').length, element.shadowRoot.querySelectorAll('a, img, video').length]), [1, 0], bad);
	}
});

test('an entry says its group where there is more than one', async ({ page, url }) => {
	await openFiled(page, url);
	const groups = () => act(page, (element) => [...element.shadowRoot.querySelectorAll('.label')].map((label) => label.querySelector('.group')?.textContent.trim() ?? ''));
	assert.deepEqual(await groups(), ['Politics', 'War', ...Array(4).fill('')]);
	await act(page, (element) => element.view.select(element.timeline.events[1].id));
	await settled(page);
	assert.ok((await act(page, (element) => [...element.shadowRoot.querySelectorAll('.detail .status')].map((line) => line.textContent))).includes('War'));
	// A single group tells nobody anything.
	await act(page, (element) => element.view.update({ ...element.timeline, events: element.timeline.events.map((event) => ({ ...event, group: 'War' })) }));
	await settled(page);
	assert.deepEqual(await groups(), Array(6).fill(''));
	assert.ok(!(await act(page, (element) => [...element.shadowRoot.querySelectorAll('.detail .status')].map((line) => line.textContent))).includes('War'));
});
