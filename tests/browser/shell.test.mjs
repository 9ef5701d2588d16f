// The served page itself: the strict policy reaches it, the wasm starts under it, and the policy forbids what it promises to forbid.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';

test('both programs start under the strict policy', async ({ page, url }) => {
	await page.open(url('/tests/blank.html'));
	const outcome = await page.evaluate(async () => {
		const [{ tag }, { createTimeline }] = await Promise.all([import('/reader.js'), import('/widget.js')]);
		const [mention] = await tag('It opened on 3 May 2009.');
		const host = document.body.appendChild(document.createElement('div'));
		await createTimeline(host, { events: [{ title: 'It opens', when: { edtf: mention.value } }] });
		return [mention.value, host.shadowRoot.querySelectorAll('.entry').length];
	});
	assert.deepEqual(outcome, ['2009-05-03', 1]);
});

test('words are as wide as the fonts of the tests make them, whatever else is installed', async ({ page, url }) => {
	if (process.platform !== 'linux') return; // see driver/fonts.mjs
	await page.open(url('/tests/blank.html'));
	const widths = await page.evaluate(() => {
		const context = document.createElement('canvas').getContext('2d');
		const families = ['serif', 'sans-serif', 'system-ui', 'monospace', 'Georgia, "Noto Serif", serif', 'Roboto, Arial, sans-serif'];
		return families.map((family) => {
			context.font = `1000px ${family}`;
			return Math.round(context.measureText('mmmmm').width / 5);
		});
	});
	// The letter m of DejaVu Serif, Sans, Sans, Sans Mono, Serif and Sans, in thousandths of the font's size.
	assert.deepEqual(widths, [948, 974, 974, 602, 948, 974]);
});

test('the policy forbids inline style and strings that become script', async ({ page, url }) => {
	await page.open(url('/tests/blank.html'));
	const outcome = await page.evaluate(() => {
		const paragraph = document.body.appendChild(document.createElement('p'));
		paragraph.setAttribute('style', 'color: rgb(1, 2, 3)');
		const script = document.createElement('script');
		const refused = (work) => {
			try {
				work();
				return false;
			} catch {
				return true;
			}
		};
		return {
			colour: getComputedStyle(paragraph).color,
			script: refused(() => (script.textContent = 'globalThis.ran = true')),
			markup: refused(() => (paragraph.innerHTML = '<b>bold</b>')),
			// Firefox knows them from 148 on; before that, nothing holds that part of the policy.
			isTyped: 'trustedTypes' in globalThis,
		};
	});
	assert.notEqual(outcome.colour, 'rgb(1, 2, 3)', 'an inline style was applied');
	assert.equal(outcome.script, outcome.isTyped, 'a string became a script');
	assert.equal(outcome.markup, outcome.isTyped, 'a string became markup');
});

test('without wasm-unsafe-eval no wasm starts', async ({ page, url }) => {
	for (const [path, expected] of [['/tests/', 'started'], ['/no-wasm/tests/', 'refused'], ['/open/tests/', 'started']]) {
		await page.open(url(`${path}wasm.html`));
		const said = await page.waitFor(() => document.body.textContent.trim());
		assert.equal(said.split(':')[0], expected, `${path} says ${said}`);
	}
});
