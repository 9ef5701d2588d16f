// HTML that stands in no page: given as text, or by its address. And a page that comes back.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from './harness.mjs';
import { entries, failure, openWidget, ready } from './widget.mjs';

const BRIDGE = '<p>The city closed the bridge over the Aller on Wednesday.</p><p>The bridge was opened in 1974, and it was repaired in the summer of 2009.</p>';
const PAGE = `<!doctype html><html lang="en"><title>Bridge over the Aller is closed</title><nav><a href="/">The fair opened in 1961.</a></nav>
	<article><h1>Bridge over the Aller is closed</h1><p><time datetime="2021-03-12">12 March 2021</time></p>${BRIDGE}<img src="nowhere.png" onerror="document.title = 'ran'"></article>
	<script>document.title = 'ran'</script></html>`;

test('HTML as text is read, a piece of it and a whole page, and nothing of it runs', async ({ page, url }) => {
	await page.open(url('/open/tests/widget.html'));
	const read = await page.evaluate(async (piece, whole) => {
		const { analyze } = await import('/open/index.js');
		const before = document.title;
		const told = async (html) => {
			const { articles, events } = await analyze(html);
			return [articles[0].headline, articles[0].published, articles[0].url ?? null, events.map(({ when }) => when.edtf)];
		};
		const texts = [await told(piece), await told(whole), await told('<3 people came to the harbour on 3 May 2014.')];
		return { texts, ran: document.title !== before, images: document.images.length };
	}, BRIDGE, PAGE);
	const [piece, whole, plain] = read.texts;
	assert.deepEqual(piece[3].sort(), ['1974', '2009-22'], 'without a day, what is dated in full');
	assert.deepEqual(whole.slice(0, 3), ['Bridge over the Aller is closed', '2021-03-12', null]);
	assert.deepEqual(whole[3].sort(), ['1974', '2009-22', '2021-03-10']);
	assert.deepEqual(plain[3], ['2014-05-03'], 'a text that begins with a sign is no HTML');
	assert.ok(!read.ran && read.images === 0);
});

test('where a policy forbids the request that parses HTML, the sentence says what to do', async ({ page, url }) => {
	await page.open(url('/tests/widget.html'));
	const told = await page.evaluate(async (piece) => {
		const { analyze } = await import('/index.js');
		return analyze(piece).then(({ events }) => events.length, ({ kind, message }) => `${kind}: ${message}`);
	}, BRIDGE);
	assert.match(told, /^blocked-by-csp: The page's Content-Security-Policy forbids parsing HTML: add blob: to connect-src/);
});

test('a page by its address is read; one whose text a script would make says so', async ({ page, url, scratch }) => {
	writeFileSync(path.join(scratch, 'story.html'), PAGE);
	writeFileSync(path.join(scratch, 'shell.html'), '<!doctype html><title>App</title><div id="root"></div><noscript>It needs JavaScript.</noscript>');
	await openWidget(page, url, { src: '/scratch/story.html' });
	await ready(page);
	const shown = await entries(page);
	assert.equal(shown.length, 3, shown.join(' | '));
	const [article] = await page.evaluate(() => document.querySelector('#timeline').timeline.articles);
	assert.deepEqual([article.published, article.url], ['2021-03-12', url('/scratch/story.html')]);
	await page.evaluate(() => document.querySelector('#timeline').setAttribute('src', '/scratch/shell.html'));
	assert.equal(await failure(page), 'wrong-type');
	const message = await page.evaluate(() => said.find(([type]) => type === 'timeline-error')[1].message);
	assert.match(message, /shell\.html is a web page, not JSON/);
});

test('a page to which a reader comes back goes on, and reads what has changed since', async ({ page, url }) => {
	await page.open(url('/tests/article.html'));
	await ready(page);
	const before = await entries(page);
	await page.evaluate(() => void setTimeout(() => (location.href = 'blank.html')));
	await page.waitFor(() => location.pathname.endsWith('/blank.html') && document.readyState === 'complete');
	await page.evaluate(() => void setTimeout(() => history.back()));
	await page.waitFor(() => location.pathname.endsWith('/article.html') && document.querySelector('#timeline')?.view);
	assert.deepEqual(await entries(page), before);
	await page.evaluate(() => document.querySelector('#story').append(Object.assign(document.createElement('p'), { textContent: 'A second bridge was built in 1988 beside the first.' })));
	await page.waitFor(() => document.querySelector('#timeline').timeline.events.some(({ when }) => when.edtf === '1988'));
	assert.equal((await entries(page)).length, before.length + 1);
});
