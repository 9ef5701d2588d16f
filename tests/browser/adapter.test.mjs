// Pages with an adapter for custom elements of old: it calls constructors as functions, which a class does not take.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from './harness.mjs';
import { entries, ready } from './widget.mjs';

test('an adapter that calls constructors as functions does not stop the element', async ({ page, url, scratch }) => {
	const text = '<h1>Ferry runs aground</h1><time datetime="2021-03-12">12 March 2021</time><p>A ferry ran aground off the coast on Wednesday, and all on board were brought to land.</p><p>It was built in 1974, and it was repaired in the summer of 2009 when a storm had torn its bow away.</p>';
	const scripts = ['adapter', 'watch'].map((name) => `<script src="/open/tests/${name}.js"></script>`).join('');
	writeFileSync(path.join(scratch, 'adapter.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Ferry runs aground</title>${scripts}<script type="module" src="/open/element.js"></script><main>${text}<article-timeline id="timeline"></article-timeline></main>`);
	await page.open(url('/open/scratch/adapter.html'));
	// It is there, and does what it does to others.
	const isThere = await page.evaluate(() => {
		try {
			customElements.define('x-modern', class extends HTMLElement {});
			document.createElement('x-modern');
		} catch (error) {
			return String(error);
		}
		return customElements.get('x-modern').name;
	});
	assert.match(isThere, /StandIn|constructor/);
	await ready(page);
	assert.ok((await entries(page)).length >= 2);
});
