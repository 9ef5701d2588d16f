// What a page pays for a timeline that nobody comes near: nothing. And that it is there when somebody does, prints, or searches the page.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { ready } from './widget.mjs';

const files = (page) => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((name) => /\.(wasm|json)$|widget.*\.js|words/.test(name) && !name.startsWith('/tests/widget')));
const wait = (page, ms) => page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), ms);

/** An element with a fallback, so many px down the page. */
async function below(page, url, px, attributes = {}) {
	await page.open(url('/tests/widget.html'));
	await page.evaluate(
		(px, attributes) => {
			const space = document.createElement('div');
			space.id = 'space';
			space.style.height = `${px}px`;
			const element = document.createElement('article-timeline');
			element.id = 'timeline';
			for (const [name, value] of Object.entries({ src: 'mosul.json', ...attributes })) element.setAttribute(name, value);
			const own = Object.assign(document.createElement('p'), { id: 'fallback', textContent: 'What stands in for the timeline.' });
			element.append(own);
			const after = Object.assign(document.createElement('p'), { id: 'after', textContent: 'What comes after.' });
			document.querySelector('#main').append(space, element, after);
		},
		px,
		attributes,
	);
	await wait(page, 600);
}

const isDrawn = (page) => page.evaluate(() => Boolean(document.querySelector('#timeline').view));

test('the script alone brings nothing but itself', async ({ page, url }) => {
	await page.open(url('/tests/widget.html'));
	await wait(page, 600);
	assert.deepEqual(await files(page), []);
});

test('an element far below brings nothing, and holds its room; within two screens it comes', async ({ page, url }) => {
	await page.resize(1000, 600);
	await below(page, url, 4000);
	assert.deepEqual([await files(page), await isDrawn(page)], [[], false]);
	const height = await page.evaluate(() => document.querySelector('#timeline').getBoundingClientRect().height);
	assert.ok(height > 400, `${height} px held`);
	assert.ok(await page.evaluate(() => document.querySelector('#fallback').getBoundingClientRect().height > 0), 'its own content is there to be found and printed');
	// Two screens and a half above it: still nothing. Less than two: there it is, before it is seen.
	await page.evaluate(() => scrollTo(0, 4000 - 600 * 3.6));
	await wait(page, 400);
	assert.equal(await isDrawn(page), false);
	await page.evaluate(() => scrollTo(0, 4000 - 600 * 2.5));
	await ready(page);
	assert.ok(await page.evaluate(() => document.querySelector('#timeline').getBoundingClientRect().top > innerHeight), 'it is drawn out of sight');
});

test('near the top it comes at once; loading="eager" comes however far, and may be set later', async ({ page, url }) => {
	await below(page, url, 100);
	await ready(page);
	await below(page, url, 9000, { loading: 'eager' });
	await ready(page);
	await below(page, url, 9000);
	assert.equal(await isDrawn(page), false);
	await page.evaluate(() => document.querySelector('#timeline').setAttribute('loading', 'eager'));
	await ready(page);
});

test('a deep link to an entry brings it from afar', async ({ page, url }) => {
	await page.open(url('/tests/widget.html#timeline=campaign'));
	await page.evaluate(() => {
		const space = document.createElement('div');
		space.style.height = '9000px';
		const element = document.createElement('article-timeline');
		element.id = 'timeline';
		element.setAttribute('src', 'mosul.json');
		element.setAttribute('hash', '');
		document.querySelector('#main').append(space, element);
	});
	await ready(page);
});

test('a reader who prints, or searches the page, finds it', async ({ page, url }) => {
	const ways = [
		() => dispatchEvent(new Event('beforeprint')),
		() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true })),
		() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', metaKey: true, bubbles: true })),
		() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F3', bubbles: true })),
	];
	for (const way of ways) {
		await below(page, url, 9000);
		assert.equal(await isDrawn(page), false);
		await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', bubbles: true })));
		await wait(page, 100);
		assert.equal(await isDrawn(page), false, 'a letter is no search');
		await page.evaluate(way);
		await ready(page);
		// In the page's own text, where its search looks.
		const found = await page.evaluate(() => document.querySelector('#timeline').shadowRoot.querySelector('.entries').innerText.includes('IS overruns Mosul'));
		assert.ok(found);
	}
});

test('what waits leaves no listener behind when it is taken out', async ({ page, url }) => {
	await below(page, url, 9000);
	const left = await page.evaluate(async () => {
		const before = counts.listeners;
		const others = Array.from({ length: 5 }, () => {
			const element = document.createElement('article-timeline');
			element.setAttribute('src', 'mosul.json');
			document.querySelector('#main').append(element);
			return element;
		});
		const during = counts.listeners;
		for (const element of others) element.remove();
		await new Promise((done) => setTimeout(done, 50));
		return [during > before, counts.listeners - before];
	});
	assert.deepEqual(left, [true, 0]);
});

test('a hidden element waits until it is shown', async ({ page, url }) => {
	await below(page, url, 10, { hidden: '' });
	assert.deepEqual([await files(page), await isDrawn(page)], [[], false]);
	await page.evaluate(() => { document.querySelector('#timeline').hidden = false; });
	await ready(page);
});

test('nothing below it jumps when it comes from afar', async ({ page, url }) => {
	await page.resize(1000, 600);
	await below(page, url, 3000);
	const before = await page.evaluate(() => {
		scrollTo(0, 3000 - 600 * 2.5);
		return document.querySelector('#after').getBoundingClientRect().top + scrollY;
	});
	await ready(page);
	const after = await page.evaluate(() => document.querySelector('#after').getBoundingClientRect().top + scrollY);
	assert.ok(after <= before + 1, `${before} ${after}: what was held is enough`);
});
