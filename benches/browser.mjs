// How fast articles are read in Chromium, beside chrono-node in the same page: `npm run bench [FILE.jsonl ...]`. In: BASE, the address of a test
// server (xtask sets it), and texts: those of tests/corpus, or files with {"text", "published" or "dct"} a line. Out: a line for each measure,
// medians over rounds that take turns. For comparing in one run on one machine; no test depends on it.

import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { launch } from '../tests/browser/driver/page.mjs';
import { articlesOf, measure, tell } from './reading.mjs';

const root = path.resolve(import.meta.dirname, '..');
const scratch = path.join(root, 'target/browser-pages');
const base = process.env.BASE;
if (!base) {
	console.error('No BASE: run this with `npm run bench`, which builds and serves what it measures.');
	process.exit(2);
}

writeFileSync(path.join(scratch, 'articles.json'), JSON.stringify(articlesOf(process.argv.slice(2))));
writeFileSync(path.join(scratch, 'measure.js'), `export const measure = ${measure};`);
await build({ stdin: { contents: "export { parse } from 'chrono-node';", resolveDir: root }, bundle: true, format: 'esm', minify: true, outfile: path.join(scratch, 'chrono.js') });

const page = await launch('chromium');
try {
	await page.open(new URL('tests/blank.html', base).href);
	const measured = await page.evaluate(async () => {
		const [{ tag, analyze }, { parse }, { measure }] = await Promise.all([import('/reader.js'), import('/scratch/chrono.js'), import('/scratch/measure.js')]);
		return measure({ tag, analyze, parse, articles: await (await fetch('/scratch/articles.json')).json() });
	});
	tell(measured);
} finally {
	await page.close();
}
