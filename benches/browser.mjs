// How fast articles are read in Chromium, beside chrono-node in the same page: `npm run bench [FILE.jsonl ...]`. In: BASE, the address of a test
// server (xtask sets it), and texts: those of tests/corpus, or files with {"text", "published" or "dct"} a line. Out: a line for each measure,
// medians over rounds that take turns. For comparing in one run on one machine; no test depends on it.

import { build } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launch } from '../tests/browser/driver/page.mjs';

const root = path.resolve(import.meta.dirname, '..');
const scratch = path.join(root, 'target/browser-pages');
const base = process.env.BASE;
if (!base) {
	console.error('No BASE: run this with `npm run bench`, which builds and serves what it measures.');
	process.exit(2);
}

const files = process.argv.slice(2);
const articles = files.length > 0 ? files.flatMap(lines) : corpus();
writeFileSync(path.join(scratch, 'articles.json'), JSON.stringify(articles));
await build({ stdin: { contents: "export { parse } from 'chrono-node';", resolveDir: root }, bundle: true, format: 'esm', minify: true, outfile: path.join(scratch, 'chrono.js') });

const page = await launch('chromium');
try {
	await page.open(new URL('tests/blank.html', base).href);
	const measured = await page.evaluate(measure);
	for (const { name, rounds, amount, unit } of measured) {
		const times = rounds.map((time) => (unit === 'MB/s' ? amount / time / 1000 : time / amount)).sort((one, other) => one - other);
		const median = times[times.length >> 1];
		console.log(`${name.padEnd(64)} ${median.toFixed(2).padStart(8)} ${unit}   (${times[0].toFixed(2)} to ${times.at(-1).toFixed(2)}, ${times.length} rounds)`);
	}
	const speed = (name) => measured.filter((each) => each.name.startsWith(name)).map(({ rounds, amount }) => amount / rounds.sort((one, other) => one - other)[rounds.length >> 1])[0];
	console.log(`ours / chrono-node, article by article: ${(speed('tag, ') / speed('chrono-node, ')).toFixed(1)}`);
} finally {
	await page.close();
}

// Runs in the page; nothing from outside but what it fetches.
async function measure() {
	const { tag, analyze } = await import('/index.js');
	const { parse } = await import('/scratch/chrono.js');
	const articles = await (await fetch('/scratch/articles.json')).json();
	const bytes = (text) => new TextEncoder().encode(text).length;
	const all = articles.map(({ text }) => text).join('\n\n');
	const long = all.repeat(Math.ceil(5_000_000 / bytes(all)));
	const sample = [];
	for (let sum = 0, at = 0; sum < 300_000; at = (at + 1) % articles.length) {
		sample.push(articles[at]);
		sum += bytes(articles[at].text);
	}
	const sampled = sample.reduce((sum, { text }) => sum + bytes(text), 0);
	const article = all.slice(0, 5000);
	const works = [
		{ name: 'tag, one text of 5 MB', amount: bytes(long), unit: 'MB/s', work: () => tag(long, { published: '2016-11-01' }) },
		{ name: 'tag, article by article', amount: sampled, unit: 'MB/s', work: async () => { for (const { text, published } of sample) await tag(text, { published }); } },
		{ name: 'chrono-node, article by article', amount: sampled, unit: 'MB/s', work: () => { for (const { text, published } of sample) parse(text, new Date(published)); } },
		{ name: 'analyze, an article of 5 kB', amount: 20, unit: 'ms', work: async () => { for (let time = 0; time < 20; time += 1) await analyze(article, { published: '2016-11-01' }); } },
	];
	for (const each of works) each.rounds = [];
	for (let round = 0; round < 12; round += 1) {
		for (const { rounds, work } of works) {
			const began = performance.now();
			await work();
			// The first rounds compile.
			if (round > 2) rounds.push(performance.now() - began);
		}
	}
	return works;
}

function corpus() {
	const folder = path.join(root, 'tests/corpus');
	const articles = readdirSync(folder).filter((name) => name.endsWith('.txt'));
	return articles.map((name) => ({ text: readFileSync(path.join(folder, name), 'utf8').split('---\n')[1], published: '2016-11-01' }));
}

function lines(file) {
	const all = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
	return all.map(({ text, published, dct }) => ({ text, published: published ?? dct ?? '2016-11-01' }));
}
