// Tries the packed package in the projects of its users, in Chromium. In: dist/, which the build wrote, and words: `--quick` for the rows that take
// seconds and need nothing installed, `--ours` to leave the others away, parts of rows' names; `--table` to write
// the table anew, of other rows with what came of them when they were last run. Out: a line for each row and library, docs/consumers.md when all were run, the closing line.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launch } from '../browser/driver/page.mjs';
import { timeline } from './apps/timeline.js';
import { look, weighAlone } from './page.mjs';
import { ROWS } from './rows.mjs';
import { serveFolders, serveProject } from './serve.mjs';
import { remember, writeTable } from './table.mjs';
import { PACKAGE, emptyFolder, furnish, openShop, packed, tool } from './workshop.mjs';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isQuick = process.argv.includes('--quick');
const isOurs = process.argv.includes('--ours');
const isAll = !isOurs && words.length === 0 && !isQuick;
const rows = ROWS.filter(({ name, quick }) => (!isQuick || quick) && (words.length === 0 || words.some((word) => name.toLowerCase().includes(word.toLowerCase()))));
const titles = timeline.events.map(({ title }) => title);
const began = Date.now();

const tarball = packed();
if (!isQuick) openShop();
// What is fetched from here comes from another origin.
const cdn = await serveFolders({ '/npm/article-timeline/': PACKAGE }, { 'access-control-allow-origin': '*' });
let page = await launch('chromium');
let passed = 0;
let failed = 0;
const results = [];

for (const row of rows) {
	for (const library of isQuick || isOurs ? ['article-timeline'] : (row.libraries ?? ['article-timeline'])) {
		const start = Date.now();
		const result = await run(row, library).then((found) => ({ isGood: true, ...found }), (error) => ({ isGood: false, error }));
		if (row.without && result.isGood && library === 'article-timeline') result.without = (await weighWithout(row)).bytes;
		if (/invalid session id|browser has closed|ECONNREFUSED/.test(result.error?.message)) page = await launch('chromium'); // it is gone; the row has failed, and the next one has another
		results.push({ row, library, ...result });
		// Of the others it is only told how they fare.
		const isOwn = library === 'article-timeline';
		if (isOwn) result.isGood ? passed++ : failed++;
		const verdict = result.isGood ? 'ok      ' : isOwn ? 'FAILED  ' : 'fails   ';
		const weight = result.bytes ? `, ${((result.bytes - (result.without ?? 0)) / 1000).toFixed(1)} kB` : '';
		console.log(`${verdict} consumers: ${row.name}: ${library}${weight} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
		if (!result.isGood) console.log(isOwn ? result.error.stack?.slice(0, 3000) : firstLine(result.error));
	}
}

await page.close();
await cdn.end();
const known = remember(results, firstLine);
if (isAll || process.argv.includes('--table')) writeTable(ROWS.filter(({ name }) => !name.startsWith('README')), known, ((Date.now() - began) / 60_000).toFixed(0));
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed > 0 ? 1 : 0);

async function run(row, library) {
	if (row.check) return row.check({ tarball, page, cdn: cdn.address });
	if (row.isBuildAll) return build(row, library, row.variant);
	const server = row.page ? await servePage(row, library) : await serveRow(row, library, row.variant);
	try {
		if (row.looks) return await row.looks(page, server.address);
		// The pages of the others have no more than one.
		const paths = library === 'article-timeline' ? (row.paths ?? [{ path: '', act: row.act }]) : [{ path: '' }];
		let first;
		for (const { title, path, act } of paths) {
			const found = await look(page, `${server.address}${path}`, library, { titles, act }).catch((error) => {
				throw new Error(`${title ? `${title}: ` : ''}${error.message}`, { cause: error });
			});
			first ??= found;
		}
		return first;
	} finally {
		await server.end();
	}
}

async function weighWithout(row) {
	const server = await serveRow(row, 'article-timeline', 'none');
	try {
		return await weighAlone(page, server.address);
	} finally {
		await server.end();
	}
}

function build(row, library, variant) {
	const folder = furnish(row.project, library, variant);
	for (const command of row.build ?? []) tool(folder, command);
	return folder;
}

async function serveRow(row, library, variant) {
	const folder = build(row, library, variant);
	if (row.serve) return serveProject(folder, row.serve);
	const out = path.join(folder, row.out ?? 'dist');
	if (row.script) {
		const page = readFileSync(path.join(folder, 'index.html'), 'utf8').replace(/<script.*<\/script>/, row.script);
		writeFileSync(path.join(out, 'index.html'), page.replace('</head>', `${styleSheets(out)}</head>`));
	}
	return serveFolders({ '/': out });
}

// What a bundler writes as a style sheet of the page, the page has to name.
function styleSheets(out) {
	return exists(path.join(out, 'main.css')) ? '<link rel="stylesheet" href="main.css">' : '';
}

async function servePage(row, library) {
	const { files, mounts, headers } = library === 'article-timeline' ? row.page(cdn.address) : row.rival(library);
	const folder = emptyFolder('page');
	cpSync(path.join(import.meta.dirname, 'apps'), folder, { recursive: true });
	for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
	return serveFolders({ ...mounts, '/': folder }, headers);
}

function exists(file) {
	try {
		return readFileSync(file).length > 0;
	} catch {
		return false;
	}
}

function firstLine(error) {
	const lines = String(error?.message ?? error).split('\n').map((line) => line.trim()).filter(Boolean);
	return (lines.find((line) => /error|resolve|fail/i.test(line)) ?? lines[0] ?? '').slice(0, 200);
}
