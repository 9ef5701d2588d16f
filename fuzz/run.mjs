// Fuzzing by one command: `node fuzz/run.mjs [TARGET...] [--runs=N] [--seconds=N]`, all targets unless named, ten million runs or an hour each,
// whichever comes first. In: the project's own test articles and language files as seeds. Out: libFuzzer's last lines; exit status 1 when
// something was found, which then lies in fuzz/artifacts. Needs the nightly toolchain and `cargo install cargo-fuzz`.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const languages = path.join(root, 'src/temporal/languages');
const articles = path.join(root, 'tests/corpus');

/** Each target with its seeds and the longest input worth trying, in bytes. */
const TARGETS = {
	tag: { seeds: () => tests().map((line) => `\0\0\0${line}`), longest: 400 },
	language: { seeds: () => texts(languages).flatMap((file) => chunks(file, 40)), longest: 2000 },
	article: { seeds: () => texts(articles), longest: 3000 },
	tokens: { seeds: () => texts(articles), longest: 1000 },
	model: { seeds: () => [smallModel()], longest: 4000 },
	timeline_json: { seeds: () => [JSON.stringify(EXAMPLE)], longest: 1500 },
};

const EXAMPLE = {
	articles: [{ headline: 'H', url: null, published: '2016-11-01T14:05+01:00', language: 'en' }],
	events: [
		{ title: 'Later', when: { edtf: '2016-10-25/2016-11-01', bound: 'since', ongoing: true, why: 'because', precision: 'day' }, group: 'War', importance: 0.25, evidence: [{ article: 0, text: 'S.', block: 2, start: 3, end: 5, mention: { text: 'S', start: 3, end: 4 } }] },
		{ id: 'a', title: 'First', when: { edtf: '[2016-10-11..2016-10-17]', bound: 'before' }, media: { url: 'a.png', alt: '', credit: '' } },
		{ title: 'Season', when: { edtf: '2014-22' } },
		{ title: 'Far', when: { edtf: 'Y-120000' }, status: 'planned' },
		{ title: 'Open', when: { edtf: '[..2016-11-01]' } },
	],
	blocks: ['One.', { kind: 'list-item', text: 'Two.' }],
	warnings: [{ kind: 'no-published', message: 'M' }],
};

const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const runs = option('runs', 10_000_000);
const seconds = option('seconds', 3600);
const failed = (named.length > 0 ? named : Object.keys(TARGETS)).filter((target) => !fuzz(target));
console.log(failed.length > 0 ? `found something: ${failed.join(', ')}` : 'no finding');
process.exit(failed.length > 0 ? 1 : 0);

function fuzz(target) {
	if (!TARGETS[target]) throw new Error(`there is no target ${target}; there are ${Object.keys(TARGETS).join(', ')}`);
	const { seeds, longest } = TARGETS[target];
	const folder = path.join(root, 'fuzz/corpus', target);
	mkdirSync(folder, { recursive: true });
	seeds().forEach((seed, number) => writeFileSync(path.join(folder, `seed-${number}`), seed));
	console.log(`-- ${target}`);
	// No sanitizer: the crate has no unsafe code, and without one the overflow checks run twice as often.
	const limits = [`-runs=${runs}`, `-max_total_time=${seconds}`, `-max_len=${longest}`, '-timeout=5', '-rss_limit_mb=2048', '-print_final_stats=1'];
	const ended = spawnSync('cargo', ['+nightly', 'fuzz', 'run', '-s', 'none', target, '--', ...limits], { cwd: root, stdio: 'inherit' });
	return ended.status === 0;
}

/** The sentences that the language files test themselves with. */
function tests() {
	const lines = texts(languages).flatMap((file) => file.split('\n').map((line) => line.trim()));
	return lines.filter((line) => /^[+-] /.test(line)).map((line) => line.slice(2).split('=>')[0]);
}

/** The front of a model file of the smallest sizes: what is missing behind it reads as zeros. */
function smallModel() {
	const words = ['xx', '4 4 4 4 4 4 4 4 4 3 7', '100 100 100', 'NOUN VERB', 'root obj', "'s", 'a|b c.', 'Aa-A', 'A0,0'].join('\n');
	const length = Buffer.alloc(4);
	length.writeUInt32LE(words.length);
	return Buffer.concat([Buffer.from('ATtree\x01\0\0\0\0'), length, Buffer.from(words), Buffer.alloc(64, 'weights')]);
}

function chunks(text, lines) {
	const all = text.split('\n');
	return Array.from({ length: Math.ceil(all.length / lines) }, (_, number) => all.slice(number * lines, (number + 1) * lines).join('\n'));
}

function texts(folder) {
	return readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

function option(name, otherwise) {
	const given = process.argv.find((word) => word.startsWith(`--${name}=`));
	return given ? Number(given.split('=')[1]) : otherwise;
}
