// Runs the browser tests: every test of every *.test.mjs in every engine, one engine after the other. In: BASE, the address of
// the test server (`cargo run -p xtask -- browser` sets it), and words on the command line: engines, and parts of file names.
// Out: a line for each test, a count for each engine, and the closing line; exit status 1 when a test failed.

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ENGINES } from './driver/engines.mjs';
import { launch } from './driver/page.mjs';
import { SCRATCH } from './driver/processes.mjs';
import { tests } from './harness.mjs';

// The packages that a machine lacks, by Debian's names, for whoever may install them.
if (process.argv[2] === '--missing') {
	console.log(Object.values(ENGINES).map((engine) => engine.missing()).join(' '));
	process.exit(0);
}

if (process.argv[2] === '--engines') {
	for (const [name, engine] of Object.entries(ENGINES)) {
		const missing = engine.missing();
		console.log(missing ? `missing  ${name}; Debian's packages: ${missing}` : `found    ${name}`);
	}
	process.exit(0);
}

const base = process.env.BASE;
if (!base) {
	console.error('No BASE: run these with `cargo run -p xtask -- browser`, which builds and serves what they test.');
	process.exit(2);
}

const words = process.argv.slice(2);
const engines = Object.keys(ENGINES).filter((name) => !words.some((word) => word in ENGINES) || words.includes(name));
const parts = words.filter((word) => !(word in ENGINES));

const here = import.meta.dirname;
for (const file of readdirSync(here).filter((name) => name.endsWith('.test.mjs')).sort()) {
	if (parts.length > 0 && !parts.some((part) => file.includes(part))) continue;
	const first = tests.length;
	await import(path.join(here, file));
	for (const test of tests.slice(first)) test.file = file.replace('.test.mjs', '');
}

const scratch = path.resolve(here, '../../target/browser-pages');
rmSync(SCRATCH, { recursive: true, force: true });
mkdirSync(scratch, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
for (const engine of engines) {
	const counts = await runEngine(engine);
	for (const kind of Object.keys(total)) total[kind] += counts[kind];
	console.log(`${engine}: ${closingLine(counts)}`);
}
console.log(closingLine(total));
process.exit(total.failed > 0 ? 1 : 0);

async function runEngine(engine) {
	const counts = { passed: 0, failed: 0, skipped: 0 };
	const own = tests.filter((test) => test.engines?.includes(engine) ?? true);
	const missing = ENGINES[engine].missing();
	if (missing) {
		console.log(`skipped  ${engine}: not installed: ${missing}`);
		return { ...counts, skipped: own.length };
	}
	let page;
	for (const test of own) {
		const began = Date.now();
		const title = `${engine}  ${test.file}: ${test.name}`;
		try {
			page = await freshPage(page, engine);
			await within(test.limit, test.body({ page, engine, scratch, url: (target) => new URL(target, base).href }));
			counts.passed++;
			console.log(`ok       ${title} (${Date.now() - began} ms)`);
		} catch (error) {
			counts.failed++;
			console.log(`FAILED   ${title}\n${indent(error?.stack ?? String(error))}`);
			const picture = path.join(SCRATCH, `${engine}-${test.file}-${test.name}`.replace(/\W+/g, '-') + '.png');
			const taken = await page?.screenshot(picture).then(() => true, () => false);
			if (taken) console.log(indent(`what it looked like: ${path.relative(process.cwd(), picture)}`));
			// Nobody knows in which state a failed test has left its browser.
			await page?.close().catch(() => {});
			page = undefined;
		}
	}
	await page?.close().catch(() => {});
	return counts;
}

async function freshPage(page, engine) {
	if (!page) return launch(engine);
	await page.open('about:blank');
	await page.resize(1200, 800);
	await page.colorScheme('light');
	return page;
}

async function within(limit, work) {
	let timer;
	const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`not done in ${limit} ms`)), limit)));
	await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function closingLine({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function indent(text) {
	return text.replace(/^/gm, '         ');
}
