// docs/consumers.md: what was tried, how it went and what it weighs. In: the results of all rows. Out: the file. It decides nothing.

import { readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './workshop.mjs';

const INTRO = path.join(import.meta.dirname, 'intro.md');
const OTHERS = ['vis-timeline', 'timelinejs'];

export function writeTable(results, milliseconds, firstLine) {
	const names = [...new Set(results.map(({ row }) => row.name))];
	const find = (name, library) => results.find((result) => result.row.name === name && result.library === library);
	const plain = find('A page, module script', 'article-timeline')?.bytes;
	const lines = names.map((name) => {
		const ours = find(name, 'article-timeline');
		const others = OTHERS.map((library) => cell(find(name, library)));
		return `| ${name} | ${ours.row.setup ?? 'none'} | ${cell(ours)} | ${beside(ours, plain)} | ${others.join(' | ')} |`;
	});
	const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
	const notes = results.filter(({ isGood }) => !isGood).map(({ row, library, error }) => `- ${row.name}, ${library}: ${firstLine(error)}`);
	const text = `${readFileSync(INTRO, 'utf8').replaceAll('COMMIT', commit).replaceAll('MINUTES', (milliseconds / 60_000).toFixed(1))}
| consumer | configured for us | article-timeline | beside the plain page | vis-timeline | TimelineJS3 |
| --- | --- | --- | --- | --- | --- |
${lines.join('\n')}

${notes.length > 0 ? `## What fails, in its own words\n\n${notes.join('\n')}\n` : ''}`;
	writeFileSync(path.join(ROOT, 'docs/consumers.md'), text);
}

function cell(result) {
	if (!result) return '';
	if (!result.isGood) return 'fails';
	return result.row.weighs ? `works, ${kilo(result.bytes - (result.without ?? 0))} kB` : 'works';
}

function beside(result, plain) {
	if (!plain || !result.isGood || !result.row.weighs) return '';
	const difference = result.bytes - (result.without ?? 0) - plain;
	return `${difference < 0 ? '−' : '+'}${kilo(Math.abs(difference))}`;
}

const kilo = (bytes) => (bytes / 1000).toFixed(1);
