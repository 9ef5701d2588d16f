// How long the demo holds up its page: `npm run bench -- blocking`. In: BASE, the address of a test server (xtask sets it). Out: for the demo as it is, which reads
// two articles, and for the same page with their finished JSON, the blocking time, the longest task, and how long the page's thread had the processor, in turns: with
// the processor six times slower and as it is; where a worker may read, where the page itself must, and where the demo's own policy decides. On a busy machine
// only the last of the three tells anything.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launch } from '../tests/browser/driver/page.mjs';

const root = path.resolve(import.meta.dirname, '..');
const base = process.env.BASE;
if (!base) {
	console.error('No BASE: run this with `npm run bench -- blocking`, which builds and serves what it measures.');
	process.exit(2);
}
const ROUNDS = Number(process.argv[2] ?? 5);
const scratch = path.join(root, 'target/browser-pages');
mkdirSync(scratch, { recursive: true });
// All of it is read and drawn, however far down it stands.
const demo = readFileSync(path.join(root, 'dist/index.html'), 'utf8').replaceAll(/(?=(for|src)="[^"]+" id=)/g, 'loading="eager" ');

// Before anything else of the page.
writeFileSync(path.join(scratch, 'long.js'), "globalThis.long = []; new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });");

const page = await launch('chromium', { width: 1200, height: 1000 });
try {
	await finished();
	const kinds = [['open/', 'in a worker'], ['open/', 'in the page', 'off'], ['', 'under the demo’s policy']];
	for (const [mount, where, worker] of kinds) {
		write(`reads-${where.replaceAll(/\W/g, '')}.html`, mount, (text) => (worker ? text.replaceAll(' for="', ` worker="${worker}" for="`) : text));
		write(`shows-${where.replaceAll(/\W/g, '')}.html`, mount, (text) => text.replaceAll(/for="#(\w+)"/g, `src="/${mount}scratch/$1.json"`));
	}
	for (const rate of [6, 1]) {
		for (const [mount, where] of kinds) {
			const found = { reads: [], shows: [] };
			for (let round = 0; round < ROUNDS; round++) for (const kind of ['reads', 'shows']) found[kind].push(await visit(`${mount}scratch/${kind}-${where.replaceAll(/\W/g, '')}.html`, rate));
			for (const kind of ['reads', 'shows']) console.log(`${`${rate} times slower, ${where}, ${kind}`.padEnd(56)} blocked ${line(found[kind], 'blocked')}   longest task ${line(found[kind], 'longest')}   had the processor ${line(found[kind], 'work')}`);
			const more = (name) => Math.round(middle(found.reads, name) - middle(found.shows, name));
			console.log(`${''.padEnd(56)} blocked ${more('blocked')} ms more, had the processor ${more('work')} ms more`);
		}
	}
} finally {
	await page.close();
}

// The timelines of the demo's articles, as their elements read them.
async function finished() {
	await page.open(new URL('open/', base).href);
	await page.evaluate(() => document.querySelectorAll('article-timeline[for]').forEach((element) => element.setAttribute('loading', 'eager')));
	await page.waitFor(() => [...document.querySelectorAll('article-timeline[for]')].every(({ view }) => view));
	const timelines = await page.evaluate(() => [...document.querySelectorAll('article-timeline[for]')].map((element) => [element.getAttribute('for').slice(1), element.timeline]));
	for (const [name, timeline] of timelines) writeFileSync(path.join(scratch, `${name}.json`), JSON.stringify(timeline));
}

function write(name, mount, change) {
	const moved = demo.replaceAll(/(src|href)="(element\.js|demo\/[\w.]+)"/g, `$1="/${mount}$2"`).replace('<link rel="stylesheet"', `<script src="/${mount}scratch/long.js"></script><link rel="stylesheet"`);
	writeFileSync(path.join(scratch, name), change(moved));
}

async function visit(address, rate) {
	await page.open(new URL('open/tests/blank.html', base).href);
	const before = await page.work();
	await page.throttle(rate);
	await page.open(new URL(address, base).href);
	await page.waitFor(() => [...document.querySelectorAll('article-timeline:not([hidden])')].every(({ view }) => view));
	await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
	const long = await page.evaluate(() => globalThis.long);
	await page.throttle(1);
	return { work: (await page.work()) - before, blocked: long.reduce((sum, time) => sum + time - 50, 0), longest: Math.max(0, ...long) };
}

function middle(visits, name) {
	return visits.map((visit) => visit[name]).sort((one, other) => one - other)[visits.length >> 1];
}

function line(visits, name) {
	const all = visits.map((visit) => Math.round(visit[name])).sort((one, other) => one - other);
	return `${String(all[all.length >> 1]).padStart(5)} ms (${all[0]} to ${all.at(-1)})`;
}
