// The interface words of every language: all keys, all placeholders, all plural forms; and what a page sees of them.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from './harness.mjs';
import { entries, focused, openTimeline, openWidget, settled } from './widget.mjs';

const FOLDER = path.resolve(import.meta.dirname, '../../www/words');
const LANGUAGES = readdirSync(FOLDER).map((file) => path.basename(file, '.js'));
const load = async (language) => (await import(path.join(FOLDER, `${language}.js`))).default;

const texts = (forms) => (typeof forms === 'string' ? [forms] : Object.values(forms).filter((form) => typeof form === 'string'));
/** The places that a text fills in; Roman figures are the first place in other clothes. */
const places = (text) => [...new Set([...text.matchAll(/{(\d|I)}/g)].map(([, place]) => place.replace('I', '0')))].sort().join();

test('every language has every word, with every place to fill in', async () => {
	const english = await load('en');
	assert.ok(LANGUAGES.length >= 18, LANGUAGES.join());
	for (const language of LANGUAGES) {
		const words = await load(language);
		const own = Object.keys(words).filter((key) => !(key.endsWith('Day') && key.slice(0, -3) in english));
		assert.deepEqual(own.sort(), Object.keys(english).sort(), language);
		for (const [key, forms] of Object.entries(words)) {
			const model = places(texts(english[key] ?? english[key.slice(0, -3)]).at(-1));
			for (const text of texts(forms)) {
				assert.ok(text.trim() === text && text.length > 0, `${language} ${key}: "${text}"`);
				// A form for one certain number may leave its figure out; seasons and decades may name one year or two.
				const allowed = typeof forms === 'object' ? [model, ''] : ['winter', 'decade'].includes(key) ? ['0', '0,1'] : [model];
				assert.ok(allowed.includes(places(text)), `${language} ${key}: "${text}" has the places "${places(text)}", not "${model}"`);
			}
		}
	}
});

test('every plural form that a language asks for is there', async () => {
	for (const language of LANGUAGES) {
		for (const [key, forms] of Object.entries(await load(language))) {
			if (typeof forms === 'string') continue;
			const rules = new Intl.PluralRules(language, { type: forms.ordinal ? 'ordinal' : 'cardinal' });
			const asked = new Set(Array.from({ length: 200 }, (_, number) => rules.select(number + 1)));
			// An ordinal's rarer forms may all be said alike.
			const missing = forms.ordinal ? [] : [...asked].filter((form) => !(form in forms));
			assert.deepEqual(missing, [], `${language} ${key}`);
			assert.ok('other' in forms, `${language} ${key}`);
		}
	}
});

test('every file is offered to the page', () => {
	const offered = [...readFileSync(path.join(FOLDER, '../words.js'), 'utf8').matchAll(/import\('\.\/words\/(\w+)\.js'\)/g)].map(([, name]) => name);
	assert.deepEqual(offered.sort(), LANGUAGES.sort());
});

test('the interface speaks the language of its surroundings, and loads no other', async ({ page, url }) => {
	for (const [attributes, heading, date] of [[{ lang: 'de' }, 'Zeitleiste', /Vor Di\.,? 18\. Okt\./], [{ lang: 'fr-CA' }, 'Chronologie', /Avant le mar\. 18 oct\./], [{ lang: 'x' }, 'Timeline', /Before Tue 18 Oct/]]) {
		await openWidget(page, url, { src: 'mosul.json', ...attributes });
		const shown = await page.evaluate(() => {
			const section = document.querySelector('#timeline').shadowRoot.querySelector('section');
			const files = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/words/'));
			return { heading: section.querySelector('h2').textContent, lang: section.lang, files: files.map((name) => name.split('/').at(-1).replace(/-\w+\.js/, '.js')) }; // each has a hash in its name
		});
		assert.equal(shown.heading, heading);
		const own = `${attributes.lang.slice(0, 2)}.js`;
		// The page's own language may have been fetched while it was idle.
		assert.deepEqual(shown.files.filter((name) => name !== 'en.js'), own === 'x.js' ? [] : [own]);
		assert.match((await entries(page)).join('\n'), date);
	}
});

test('single words are replaced by the option', async ({ page, url }) => {
	await openWidget(page, url);
	const heading = await page.evaluate(async () => {
		const { createTimeline } = await modules.index();
		const host = document.createElement('div');
		document.querySelector('#main').append(host);
		const view = await createTimeline(host, document.querySelector('#timeline').timeline, { lang: 'cy', words: { heading: 'Llinell amser' } });
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		const section = host.shadowRoot.querySelector('section');
		const said = [section.querySelector('h2').textContent, section.lang];
		view.destroy();
		return said;
	});
	assert.deepEqual(heading, ['Llinell amser', 'cy']);
});

test('Arabic runs from right to left, and so do its keys', async ({ page, url }) => {
	await openWidget(page, url, { src: 'mosul.json', lang: 'ar' });
	const drawn = await page.evaluate(() => {
		const section = document.querySelector('#timeline').shadowRoot.querySelector('section');
		const x = (selector) => section.querySelector(selector).getBoundingClientRect().left;
		const labels = [...section.querySelectorAll('.label')];
		labels[0].focus();
		return { dir: getComputedStyle(section).direction, firstRight: labels[0].getBoundingClientRect().left > labels.at(-1).getBoundingClientRect().left, tools: x('.tools') < x('.heading'), titles: labels.map((label) => label.querySelector('.title').textContent) };
	});
	assert.deepEqual([drawn.dir, drawn.firstRight, drawn.tools], ['rtl', true, true]);
	await settled(page);
	assert.equal(await focused(page), drawn.titles[0]);
	await page.key('ArrowLeft');
	await settled(page);
	assert.equal(await focused(page), drawn.titles[1], 'ArrowLeft goes to the left: on in time');
	await page.key('ArrowRight');
	await settled(page);
	assert.equal(await focused(page), drawn.titles[0]);
});

test('centuries before Christ are those that historians count, with a year 0 or without one', async ({ page, url }) => {
	const read = (edtf, earliest, latest) => ({ edtf, earliest, latest, end: null, ongoing: false, precision: 'century', bound: 'between', certainty: 'stated', why: '' });
	const events = [
		{ title: 'as it is read', when: read('[-0500-01-01..-0401-12-31]', '-0500-01-01', '-0401-12-31') },
		{ title: 'as historians count', when: read('[-0499-01-01..-0400-12-31]', '-0499-01-01', '-0400-12-31') },
		{ title: 'after', when: { edtf: '04' } },
	];
	await openTimeline(page, url, { events });
	const shown = Object.fromEntries((await entries(page)).map((entry) => entry.split(': ').reverse()));
	assert.deepEqual(shown, { 'as it is read': '5th century BC', 'as historians count': '5th century BC', after: '5th century' });
});

test('figures over columns have the thousands separator of the language', async ({ page, url }) => {
	const start = Array.from({ length: 4321 }, (_, number) => (number < 2500 ? 17000 : 17000 + number) * 864e5);
	const columns = { start, title: start.map((_, number) => `Entry ${number}`) };
	for (const [lang, figure] of [['en-GB', '2,500'], ['de', '2.500'], ['fr', '2 500']]) {
		await openTimeline(page, url, { columns }, { lang });
		const figures = await page.evaluate(() => [...document.querySelector('#timeline').shadowRoot.querySelectorAll('.count')].map((count) => count.textContent));
		assert.ok(figures.map((said) => said.replace(/\s/g, ' ')).includes(figure), `${lang}: ${figures}`);
	}
});
