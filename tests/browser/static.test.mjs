// A page from a server that has the timeline as a list: whole without scripts, and taken up by the element with no jump and no frame without it.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from './harness.mjs';
import { entries, ready } from './widget.mjs';

const TIMELINE = {
	title: 'The tunnel',
	events: [
		{ id: 'shaft', title: 'The first shaft is dug', text: 'By hand, and in the rain.', when: { edtf: '1911-03-08' }, url: 'https://example.org/shaft' },
		{ id: 'flood', title: 'Water <comes> in & "stays"', when: { edtf: '1911-04~' }, status: 'reported', source: 'the town' },
		{ id: 'works', title: 'Pumps', when: { edtf: '1911-06/1912-02' }, group: 'Works', evidence: [{ text: 'Pumps ran from June 1911 to February 1912.' }] },
		{ id: 'open', title: 'The tunnel opens', when: { edtf: '1913-21' } },
	],
};
const BY_HAND = `<ol><li><time datetime="1911-03-08">8 March 1911</time>: <a href="https://example.org/shaft">The first shaft is dug</a></li>
<li><time datetime="1912">A year later</time> <strong>Water comes in</strong><p>And stays.</p></li>
<li><time>spring 1913</time> The tunnel opens</li></ol>`;

/** A page as a server would write it; `head` may hold the rules by which its room is held from the first frame on. */
function written(scratch, list) {
	const scripts = ['shift', 'frames', 'count', 'watch'].map((name) => `<script src="/tests/${name}.js"></script>`).join('');
	const text = '<p>Nobody knows when it will be closed again, and the ferry takes twelve people at a time.</p>';
	writeFileSync(
		path.join(scratch, 'static.html'),
		`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Static</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/tests/widget.css"><link rel="stylesheet" href="/tests/shift.css">${scripts}<script type="module" src="/element.js"></script><main><h1>The tunnel</h1>${text}<article-timeline id="timeline">${list}</article-timeline><p id="below">The page goes on.</p>${text}</main></html>`,
	);
}

const renderToString = async (...given) => (await import('../../dist/reader.js')).renderToString(...given);

test('a list from renderToString is taken up whole, with no jump and no frame in which neither it nor the timeline is seen', async ({ page, url, scratch }) => {
	const many = { events: Array.from({ length: 60 }, (_, place) => ({ title: `Stone ${place + 1}`, when: { edtf: String(1850 + place) } })) };
	for (const [list, titles] of [
		[await renderToString(TIMELINE), TIMELINE.events.map(({ title }) => title)],
		[await renderToString(TIMELINE, { lang: 'de', data: true }), TIMELINE.events.map(({ title }) => title)],
		[BY_HAND, ['The first shaft is dug', 'Water comes in', 'The tunnel opens']],
		[await renderToString(many), undefined],
	]) {
		written(scratch, list);
		for (const [width, height] of [[1200, 1000], [1000, 700]]) {
			await page.resize(width, height);
			await page.open(url('/scratch/static.html'));
			await ready(page);
			await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
			const { seen, shifts: jumped, violations } = await page.evaluate(() => ({ seen: frames_seen, shifts, violations: counts.violations }));
			const hint = `${list.slice(0, 40)} at ${width} x ${height}`;
			assert.deepEqual(violations, [], hint);
			assert.deepEqual(jumped, [], hint);
			assert.deepEqual([...new Set(seen.map(({ below }) => below))], [seen[0].below], `the page below stands still: ${hint}`);
			for (const [place, { items, drawn }] of seen.entries()) assert.ok((items > 0) !== (drawn > 0), `frame ${place} of ${seen.length} has ${items} items and ${drawn} entries: ${hint}`);
			assert.ok(seen[0].items > 0 && seen.at(-1).drawn > 0, hint);
			if (titles) assert.deepEqual((await entries(page)).map((entry) => entry.slice(entry.lastIndexOf(': ') + 2)), titles, hint);
		}
	}
}, { limit: 120_000 });

test('what the list says of an entry is what the timeline has; with its data beside it, no other program is fetched', async ({ page, url, scratch }) => {
	const opened = async (options) => {
		written(scratch, await renderToString(TIMELINE, options));
		await page.open(url('/scratch/static.html'));
		await ready(page);
		return page.evaluate(() => ({ timeline: said.find(([type]) => type === 'timeline-ready')[1].timeline, exchange: performance.getEntriesByType('resource').filter(({ name }) => name.includes('exchange')).length }));
	};
	const bare = await opened();
	const told = bare.timeline.events.map(({ id, title, when, status, source, group, url, text }) => JSON.parse(JSON.stringify({ id, title, edtf: when.edtf, status, source, group, url, text })));
	assert.deepEqual(told, [
		{ id: 'shaft', title: 'The first shaft is dug', edtf: '1911-03-08', status: 'happened', url: 'https://example.org/shaft', text: 'By hand, and in the rain.' },
		{ id: 'flood', title: 'Water <comes> in & "stays"', edtf: '1911-04~', status: 'reported', source: 'the town' },
		{ id: 'works', title: 'Pumps', edtf: '1911-06/1912-02', status: 'happened', group: 'Works', text: 'Pumps ran from June 1911 to February 1912.' },
		{ id: 'open', title: 'The tunnel opens', edtf: '1913-21', status: 'happened' },
	]);
	assert.ok(bare.exchange > 0);
	const whole = await opened({ data: true });
	assert.equal(whole.exchange, 0);
	assert.equal(whole.timeline.title, 'The tunnel');
	assert.equal(whole.timeline.events[2].evidence[0].text, 'Pumps ran from June 1911 to February 1912.');
});
