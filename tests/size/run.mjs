// The size gate: what a reader's browser fetches, as a server with brotli sends it. In: dist/. Out: a table and the closing
// line; exit status 1 when something is over its limit. `--inside FILE ...` adds what each wasm (with names) is made of; `--compare TITLE FILE ...`
// only weighs these.

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { follow } from './scripts.mjs';
import { dissect, home } from './wasm.mjs';

/**
 * Bytes; a kB is a thousand. A page that shows finished JSON loads the first group and nothing else (tests/browser/reader.test.mjs holds that), but for the words of
 * its language; a page that reads an article loads the second too (in a worker; without one it loads reading.js, which is less). The limits stand just above what they weigh today, so that it can only become less.
 */
const GROUPS = [
	{ name: 'a page with finished JSON', limit: 99_000, wasm: 'widget.wasm', scripts: ['element.js', 'widget.js'] },
	{ name: 'the reader, with English', limit: 200_000, wasm: 'reader.wasm', scripts: ['reader.js', 'host.js', 'worker.js'] },
	{ name: 'other formats, with English', limit: 230_000, wasm: 'exchange.wasm', scripts: ['exchange.js'] },
];

const dist = path.resolve(import.meta.dirname, '../../dist');
const brotli = (bytes) => zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

if (process.argv[2] === '--compare') {
	for (let at = 3; at < process.argv.length; at += 2) {
		const bytes = readFileSync(process.argv[at + 1]);
		console.log(`${process.argv[at].padEnd(44)} ${String(bytes.length).padStart(9)} B raw ${kilo(brotli(bytes)).padStart(7)} kB brotli`);
	}
	process.exit(0);
}

console.log('file                             raw B   brotli B');
let failed = 0;
const counted = new Set();
for (const { name, limit, wasm, scripts } of GROUPS) {
	let sum = 0;
	for (const file of [wasm, ...follow(scripts)]) {
		counted.add(file);
		const bytes = readFileSync(path.join(dist, file));
		const size = brotli(bytes);
		sum += size;
		console.log(`${file.padEnd(28)} ${String(bytes.length).padStart(9)} ${String(size).padStart(10)}`);
	}
	failed += sum > limit;
	console.log(`${sum > limit ? 'FAILED  ' : 'ok      '} ${name}, in all: ${kilo(sum)} of ${kilo(limit)} kB brotli\n`);
}
for (const file of readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.js') && !file.startsWith('demo') && !counted.has(file)).sort()) {
	console.log(`(${file}: ${kilo(brotli(readFileSync(path.join(dist, file))))} kB brotli, fetched when it is needed)`);
}

if (process.argv[2] === '--inside') {
	for (const file of process.argv.slice(3)) {
		console.log(`\n${path.basename(path.dirname(file))}`);
		tellInside(readFileSync(file));
	}
}

console.log(`${GROUPS.length - failed} passed, ${failed} failed, 0 skipped`);
process.exit(failed > 0 ? 1 : 0);

function tellInside(bytes) {
	const { sections, functions } = dissect(bytes);
	sections.delete('custom: name');
	table('section', sections);
	table('module or crate (code)', sum(functions, ({ name }) => home(name)), 30);
	table('function', sum(functions, ({ name }) => name), 40);
}

function sum(functions, key) {
	const sums = new Map();
	for (const each of functions) sums.set(key(each), (sums.get(key(each)) ?? 0) + each.size);
	return sums;
}

function table(title, sizes, most = Infinity) {
	console.log(`\n${title.padEnd(70)} raw B`);
	for (const [name, size] of [...sizes].sort((a, b) => b[1] - a[1]).slice(0, most)) console.log(`${name.slice(0, 66).padEnd(66)} ${String(size).padStart(9)}`);
	console.log();
}

function kilo(bytes) {
	return (bytes / 1000).toFixed(1);
}
