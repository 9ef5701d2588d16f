// Breaks one stage after the other in a clone of the last commit (target/sabotage) and looks whether the tests notice: `npm run sabotage`.
// In: deeds.json beside it (what is broken, where, the text as it is and as it becomes, the test that must notice), and parts of stage names
// on the command line; none: all. Out: a row for each deed; exit status 1 when tests stayed green, 2 when a deed no longer hits one place.
//
// A deed's `test` is what `cargo test` is told to run (`--test corpus`), or `browser` and a part of a file's name, which runs in Chromium.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const scratch = path.join(root, 'target/sabotage');
const words = process.argv.slice(2);
const deeds = JSON.parse(readFileSync(path.join(import.meta.dirname, 'deeds.json'), 'utf8')).filter(({ stage }) => words.length === 0 || words.some((word) => stage.includes(word)));

if (!existsSync(scratch)) execFileSync('git', ['clone', '--quiet', root, scratch]);
execFileSync('git', ['fetch', '--quiet', 'origin', 'HEAD'], { cwd: scratch });
execFileSync('git', ['reset', '--quiet', '--hard', 'FETCH_HEAD'], { cwd: scratch });
// Its npm packages the clone gets for itself: a link to ours would be emptied by `npm ci`.

const sources = deeds.map(({ file }) => readFileSync(path.join(scratch, file), 'utf8'));
const stale = deeds.filter(({ before }, number) => sources[number].split(before).length !== 2);
for (const { stage, file, before } of stale) console.error(`${stage}: \`${before}\` does not stand exactly once in ${file}`);
if (deeds.length === 0) console.error('no deed has such a stage');
if (stale.length > 0 || deeds.length === 0) process.exit(2);

// What is red without us would prove nothing.
for (const test of new Set(deeds.map((deed) => deed.test))) {
	const { status, output } = run(test);
	if (status === 0) continue;
	console.error(`${test} fails before anything is broken:\n${output.slice(-3000)}`);
	process.exit(2);
}

let unnoticed = 0;
console.log('| broken | change | noticed by | first to fail |\n| --- | --- | --- | --- |');
deeds.forEach(({ stage, change, file, before, after, test }, number) => {
	const target = path.join(scratch, file);
	// By a function, because a replacing text may have a meaning of its own.
	writeFileSync(target, sources[number].replace(before, () => after));
	const { status, output } = run(test);
	writeFileSync(target, sources[number]);
	const failures = [...output.matchAll(/^test (\S+) (?:- .* )?\.\.\. FAILED|^FAILED +(.+)$/gm)].map((match) => match.slice(1).find(Boolean));
	const distinct = [...new Set(failures)];
	// A compiler error would be no test's merit.
	const noticed = status !== 0 && distinct.length > 0;
	if (!noticed) unnoticed += 1;
	console.log(`| ${stage} | ${change} | ${noticed ? `\`${test}\`: ${distinct.length}` : `NOTHING (\`${test}\`, exit status ${status})`} | ${distinct[0] ?? ''} |`);
	if (!noticed) console.error(output.slice(-2000));
});
console.log(`\n${deeds.length - unnoticed} of ${deeds.length} noticed`);
process.exit(unnoticed > 0 ? 1 : 0);

function run(test) {
	const [kind, name] = test.split(' ');
	const command = kind === 'browser' ? ['run', '--quiet', '-p', 'xtask', '--', 'browser', 'chromium', `${name}.test`] : ['test', '--no-fail-fast', ...test.split(' ')];
	const env = { ...process.env, RUST_BACKTRACE: '0', CARGO_TARGET_DIR: path.join(scratch, 'target') };
	const { status, stdout, stderr } = spawnSync('cargo', command, { cwd: scratch, encoding: 'utf8', maxBuffer: 1 << 28, env });
	return { status, output: `${stdout}\n${stderr}` };
}
