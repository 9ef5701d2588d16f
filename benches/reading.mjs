// What is read, and how it is timed, in Chromium and in Node alike. In: files with texts. Out: articles, and a line for each measure.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The texts of these files ({"text", "published" or "dct"} a line), else those of tests/corpus. */
export function articlesOf(files) {
	return files.length > 0 ? files.flatMap(lines) : corpus();
}

/** Prints a line for each measure: the median of its rounds, and how many times as fast as chrono-node we are. */
export function tell(measured) {
	for (const { name, rounds, amount, unit } of measured) {
		const times = rounds.map((time) => ({ 'MB/s': amount / time / 1000, 'words/s': (amount / time) * 1000, ms: time / amount })[unit]).sort((one, other) => one - other);
		const median = times[times.length >> 1];
		console.log(`${name.padEnd(64)} ${median.toFixed(2).padStart(8)} ${unit}   (${times[0].toFixed(2)} to ${times.at(-1).toFixed(2)}, ${times.length} rounds)`);
	}
	const speed = (name) => measured.filter((each) => each.name.startsWith(name)).map(({ rounds, amount }) => amount / rounds.sort((one, other) => one - other)[rounds.length >> 1])[0];
	console.log(`ours / chrono-node, article by article: ${(speed('tag, article') / speed('chrono-node, ')).toFixed(1)}`);
}

/** Times reading in rounds that take turns. It runs in a page too, so it knows nothing but what it is given. */
export async function measure({ tag, analyze, parse, trees, articles }) {
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
		{ name: 'analyze, an article of 5 kB', amount: 20, unit: 'ms', work: async () => { for (let time = 0; time < 20; time += 1) await analyze(article, { published: '2016-11-01', worker: 'off' }); } },
	];
	if (trees) {
		const text = all.slice(0, 100_000);
		const words = (await trees(text)).reduce((sum, { words }) => sum + words.length, 0);
		works.push({ name: `trees, ${words} words, as objects`, amount: words, unit: 'words/s', work: () => trees(text) });
	}
	for (const each of works) each.rounds = [];
	for (let round = 0; round < 12; round += 1) {
		for (const { rounds, work } of works) {
			const began = performance.now();
			await work();
			// The first rounds compile.
			if (round > 2) rounds.push(performance.now() - began);
		}
	}
	return works.map(({ work, ...measured }) => measured);
}

function corpus() {
	const folder = path.join(root, 'tests/corpus');
	return readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => ({ text: readFileSync(path.join(folder, name), 'utf8'), published: '2016-11-01' }));
}

function lines(file) {
	const all = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
	return all.map(({ text, published, dct }) => ({ text, published: published ?? dct ?? '2016-11-01' }));
}
