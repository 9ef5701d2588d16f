// For everyone: what axe-core finds in all states and both layouts, what assistive technology is given, and a walk by keyboard alone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from './harness.mjs';
import { entries, focused, openWidget, settled } from './widget.mjs';

const AXE = readFileSync(path.resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core faults in the page's timelines: rule, how grave, where. */
async function violations(page) {
	await page.evaluate(`() => { ${AXE}; globalThis.axe = axe; }`);
	return page.evaluate(async (tags) => {
		const { violations } = await axe.run('article-timeline', { runOnly: tags, resultTypes: ['violations'] });
		return violations.flatMap(({ id, impact, nodes }) => nodes.map(({ target }) => `${id} (${impact}) at ${target.flat().join(' ')}`));
	}, TAGS);
}

const act = (page, work, ...args) => page.evaluate(`(...args) => (${work})(document.querySelector('#timeline'), ...args)`, ...args);

// Each state: attributes, and what is done before looking.
const STATES = {
	'at rest': {},
	'an entry open': { act: (element) => element.view.select('killings') },
	'zoomed in': { act: (element) => element.view.show('2016-10-20', '2016-11-01') },
	searching: { act: (element) => element.shadowRoot.querySelector('.label').dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true })) },
	'in Arabic': { attributes: { lang: 'ar' }, act: (element) => element.view.select('campaign') },
	'with high contrast': { attributes: { theme: 'contrast' }, act: (element) => element.view.select('campaign') },
	'many entries': {
		act: (element) => {
			const day = (place) => new Date(Date.UTC(2020, 0, 1 + ((place * 37) % 400))).toISOString().slice(0, 10);
			element.view.update({ events: Array.from({ length: 300 }, (_, place) => ({ id: `e${place}`, title: `Entry number ${place}`, group: place % 2 ? 'Odd' : 'Even', when: { edtf: day(place) } })) });
		},
	},
	empty: { act: (element) => element.view.update({ events: [] }) },
};

// axe-core looks at the DOM and computed styles, which are the same in all engines: once is enough, and it takes long.
for (const [name, state] of Object.entries(STATES)) {
	test(`axe-core has nothing to fault: ${name}`, async ({ page, url }) => {
		for (const container of ['main', 'narrow']) {
			await openWidget(page, url, { src: 'mosul.json', ...state.attributes }, container);
			if (state.act) await act(page, state.act);
			await settled(page);
			// A colour on its way to another is judged by no one.
			await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))).then(() => true));
			assert.deepEqual(await violations(page), [], container);
		}
	}, { engines: ['chromium'] });
}

// Those far below come as if the page were to be printed.
const allOfDemo = (page) =>
	page.waitFor(() => {
		const elements = ['timeline', 'aside', 'space'].map((id) => document.getElementById(id));
		for (const element of elements) element.setAttribute('loading', 'eager');
		return elements.every(({ view }) => view);
	});

test('axe-core has nothing to fault on the demo page, light and dark', async ({ page, url }) => {
	for (const scheme of ['light', 'dark']) {
		await page.colorScheme(scheme);
		await page.open(url('/'));
		await allOfDemo(page);
		assert.deepEqual(await violations(page), [], scheme);
	}
}, { engines: ['chromium'] });

test('every entry is a list item with a button that reads date, title, certainty, and has its sentence as description', async ({ page, url }) => {
	await openWidget(page, url);
	const items = await act(page, (element) => {
		const list = element.shadowRoot.querySelector('ol');
		return [...list.querySelectorAll('.entry')].map((item) => {
			const button = item.querySelector('button');
			return [item.tagName, list.getAttribute('role'), button.textContent, button.getAttribute('aria-description'), button.getAttribute('aria-expanded')];
		});
	});
	assert.equal(items.length, 6);
	assert.deepEqual(items[3].slice(0, 2), ['LI', 'list']);
	assert.match(items[3][2], /^By Tue 1 Nov.*building is taken.*Reuters.*date worked out from the text$/);
	assert.equal(items[3][3], 'His men have already taken the building of the state broadcaster, he said.');
	assert.equal(items[3][4], 'false');
});

test('of all entries the open one alone says that it is open, and none once it is closed', async ({ page, url }) => {
	for (const container of ['main', 'narrow']) {
		await openWidget(page, url, { src: 'mosul.json' }, container);
		const open = () => page.evaluate(() => [...document.querySelector('#timeline').shadowRoot.querySelectorAll('.label')].filter((label) => label.getAttribute('aria-expanded') === 'true').map((label) => label.closest('.entry').classList.contains('open')));
		assert.deepEqual(await open(), [], container);
		await act(page, (element) => element.view.select('killings'));
		await settled(page);
		assert.deepEqual(await open(), [true], container);
		await act(page, (element) => element.view.select(null));
		await settled(page);
		assert.deepEqual(await open(), [], container);
	}
});

test('of very many entries those drawn say which of how many they are', async ({ page, url }) => {
	await openWidget(page, url);
	await act(page, STATES['many entries'].act);
	await settled(page);
	const places = await act(page, (element) => [...element.shadowRoot.querySelectorAll('.entry')].map((item) => [item.getAttribute('aria-setsize'), item.getAttribute('aria-posinset')]));
	assert.ok(places.length > 0 && places.every(([size, place]) => size === '300' && Number(place) >= 1 && Number(place) <= 300), JSON.stringify(places));
	const header = await act(page, (element) => element.shadowRoot.querySelector('.header').textContent);
	assert.match(header, /300 entries/);
});

for (const container of ['main', 'narrow']) {
	test(`by keyboard alone every entry is reached, read and left (${container})`, async ({ page, url }) => {
		await openWidget(page, url, { src: 'mosul.json' }, container);
		const titles = (await entries(page)).map((entry) => entry.split(': ').slice(1).join(': '));
		await page.evaluate(() => {
			const button = (id) => Object.assign(document.createElement('button'), { id, textContent: id });
			document.querySelector('#main').prepend(button('before'));
			document.querySelector('#main').append(button('after'));
			document.querySelector('#before').focus();
		});
		for (let steps = 0; !(await focused(page)); steps++) {
			assert.ok(steps < 8, 'Tab does not come to an entry');
			await page.key('Tab');
		}
		await page.key('Home');
		await settled(page);
		for (const [place, title] of titles.entries()) {
			assert.equal(await focused(page), title);
			await page.key('Enter');
			// Keys take their time in a browser that is steered from outside.
			const read = await page.waitFor(() => document.querySelector('#timeline').shadowRoot.querySelector('.sentence')?.textContent);
			assert.ok(read.length > 20, `the sentence of ${title}`);
			await page.key('Escape');
			await page.waitFor(() => !document.querySelector('#timeline').shadowRoot.querySelector('.sentence'));
			assert.equal(await focused(page), title, 'Escape goes back to the entry');
			assert.equal(await act(page, (element) => element.shadowRoot.querySelectorAll('.detail').length), 0);
			if (place + 1 === titles.length) continue;
			await page.key(container === 'main' ? 'ArrowRight' : 'ArrowDown');
			await page.waitFor((next) => document.querySelector('#timeline').shadowRoot.activeElement?.querySelector('.title')?.textContent === next, titles[place + 1]);
		}
		await page.key('Tab');
		assert.equal(await page.evaluate(() => document.activeElement.id), 'after', 'one Tab leaves the entries');
	});
}

test('without colour: forced colours keep the open entry and its phrase apart', async ({ page, url }) => {
	await page.media('', { 'forced-colors': 'active' });
	await openWidget(page, url);
	await act(page, (element) => element.view.select('campaign'));
	await settled(page);
	const seen = await act(page, (element) => {
		const colour = (selector, property) => getComputedStyle(element.shadowRoot.querySelector(selector))[property];
		return { phrase: colour('.phrase', 'backgroundColor') !== colour('.sentence', 'backgroundColor'), line: colour('.open .title', 'textDecorationLine'), column: colour('.column', 'borderLeftStyle') };
	});
	await page.media();
	assert.deepEqual(seen, { phrase: true, line: 'underline', column: 'dashed' });
}, { engines: ['chromium'] });

test('at 320 pixels and at twice the size nothing is wider than the window', async ({ page, url }) => {
	for (const [width, size] of [[320, ''], [640, '200%']]) {
		await page.resize(width, 800);
		await page.open(url('/'));
		await allOfDemo(page);
		await page.evaluate((size) => {
			// Through the style sheet: the policy forbids style attributes, not this.
			document.documentElement.style.fontSize = size;
			document.querySelector('#timeline').view.select(document.querySelector('#timeline').timeline.events[1].id);
		}, size);
		await settled(page);
		await settled(page);
		const wide = await page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, ...[...document.querySelectorAll('article-timeline')].map((element) => element.scrollWidth - element.clientWidth)]);
		assert.ok(wide.every((more) => more <= 1), `${width} px: ${wide}`);
	}
});

test('targets are 24 pixels, and 44 in the story', async ({ page, url }) => {
	for (const [container, least] of [['main', 24], ['narrow', 44]]) {
		await openWidget(page, url, { src: 'mosul.json' }, container);
		await act(page, (element) => element.view.select('campaign'));
		await settled(page);
		const small = await act(page, (element, least) => [...element.shadowRoot.querySelectorAll('button, a')].map((target) => [target.className, target.getBoundingClientRect().height]).filter(([, height]) => height < least), least);
		assert.deepEqual(small, [], container);
	}
});

test('print shows the story with every entry and its sentence, and nothing to press', async ({ page, url }) => {
	await openWidget(page, url);
	const paper = await page.evaluate(() => {
		dispatchEvent(new Event('beforeprint'));
		const { shadowRoot } = document.querySelector('#timeline');
		const paper = { form: shadowRoot.querySelector('section').className, sentences: shadowRoot.querySelectorAll('.entry .sentence').length, steps: shadowRoot.querySelectorAll('.steps, .links').length };
		dispatchEvent(new Event('afterprint'));
		return { ...paper, after: shadowRoot.querySelector('section').className };
	});
	assert.match(paper.form, /vertical/);
	assert.deepEqual([paper.sentences, paper.steps], [6, 0]);
	assert.match(paper.after, /horizontal/);
});
