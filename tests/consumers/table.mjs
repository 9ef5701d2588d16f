// docs/consumers.md: what was tried, how it went and what it weighs. In: the results of all rows. Out: the file. It decides nothing.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './workshop.mjs';

const FILE = path.join(ROOT, 'docs/consumers.md');
const RESULTS = path.join(ROOT, 'target/consumers-results.json');
const INTRO = path.join(import.meta.dirname, 'intro.md');
const OTHERS = ['vis-timeline', 'timelinejs'];

/** What came of every row when it was last run, this time or earlier. */
export function remember(results, firstLine) {
	const known = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {};
	for (const { row, library, isGood, bytes, without, error } of results) known[`${row.name} | ${library}`] = { isGood, bytes, without, error: error && firstLine(error) };
	mkdirSync(path.dirname(RESULTS), { recursive: true });
	writeFileSync(RESULTS, JSON.stringify(known, undefined, '\t'));
	return known;
}

/** Writes the file from what is known of these rows. */
export function writeTable(rows, known, minutes) {
	const find = (row, library) => known[`${row.name} | ${library}`] && { ...known[`${row.name} | ${library}`], row, library };
	const plain = known['A page, module script | article-timeline']?.bytes;
	const line = (row) => {
		const ours = find(row, 'article-timeline');
		return `| ${row.name} | ${row.setup ?? 'none'} | ${cell(ours)} | ${beside(ours, plain)} | ${OTHERS.map((library) => cell(find(row, library), ours?.without)).join(' | ')} |`;
	};
	const told = rows.flatMap((row) => ['article-timeline', ...OTHERS].map((library) => find(row, library))).filter((result) => result && !result.isGood);
	const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
	const text = `${readFileSync(INTRO, 'utf8').replaceAll('COMMIT', commit).replaceAll('MINUTES', minutes)}
| consumer | configured for us | article-timeline | beside the plain page, kB | vis-timeline | TimelineJS3 |
| --- | --- | --- | --- | --- | --- |
${rows.map(line).join('\n')}
${told.length > 0 ? `\n## What fails, in its own words\n\n${told.map(({ row, library, error }) => `- ${row.name}, ${library}: ${error.replaceAll('<', '\\<')}`).join('\n')}\n` : ''}`;
	writeFileSync(FILE, text);
}

// What the page weighs without a timeline is known from ours.
function cell(result, without = result?.without) {
	if (!result) return '';
	if (!result.isGood) return 'fails';
	return result.row.weighs ? `works, ${kilo(result.bytes - (without ?? 0))} kB` : 'works';
}

function beside(result, plain) {
	if (!plain || !result?.isGood || !result.row.weighs) return '';
	const difference = result.bytes - (result.without ?? 0) - plain;
	return `${difference < 0 ? '−' : '+'}${kilo(Math.abs(difference))}`;
}

const kilo = (bytes) => (bytes / 1000).toFixed(1);
