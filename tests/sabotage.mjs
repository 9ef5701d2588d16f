// Breaks one stage after the other in a clone of the last commit (target/sabotage) and looks whether the tests notice. Out: a
// row for each; exit status 1 when the tests stayed green, or when a line to break is no longer there. Takes about ten minutes:
//
//     node tests/sabotage.mjs [PART OF A NAME]

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const scratch = path.join(root, 'target/sabotage');

const NATIVE = ['cargo', 'test', '--workspace', '--no-fail-fast', '--quiet'];
const BROWSER = ['cargo', 'run', '--quiet', '-p', 'xtask', '--', 'browser', 'chromium'];

// What is broken, where, the line as it is and as it becomes, and the part of `npm test` that must notice.
const DEEDS = [
	['lexer', 'src/temporal/lexer.rs', "b'0'..=b'9' => Class::Digit", "b'1'..=b'9' => Class::Digit", NATIVE],
	['resolver', 'src/temporal/resolve.rs', 'calendar::shifted(day, hundredths, unit)', 'calendar::shifted(day, -hundredths, unit)', NATIVE],
	['ticks', 'src/layout/ticks.rs', 'room(step) >= (width + WORD_GAP)', 'room(step) >= (width - WORD_GAP)', NATIVE],
	['flow of imports', 'src/temporal/mod.rs', '\nuse ', '\nfn _peek(_: crate::timeline::Timeline) {}\nuse ', NATIVE],
	['listener removal', 'www/view.js', '{ signal, passive: false }', '{ passive: false }', BROWSER],
	['fallback', 'www/fallback.js', "root.replaceChildren(document.createElement('slot'))", 'root.replaceChildren()', BROWSER],
	['policy of the server', 'xtask/src/serve.rs', "style-src 'self'; \\\n", "style-src 'self' 'unsafe-inline'; \\\n", BROWSER],
	['policy and wasm', 'xtask/src/serve.rs', " 'wasm-unsafe-eval'; style-src", '; style-src', BROWSER],
];

if (!existsSync(scratch)) execFileSync('git', ['clone', '--quiet', root, scratch]);
execFileSync('git', ['fetch', '--quiet', 'origin', 'HEAD'], { cwd: scratch });
execFileSync('git', ['reset', '--quiet', '--hard', 'FETCH_HEAD'], { cwd: scratch });
if (!existsSync(path.join(scratch, 'node_modules'))) symlinkSync(path.join(root, 'node_modules'), path.join(scratch, 'node_modules'));

// What is red without us would prove nothing.
for (const command of [NATIVE, BROWSER]) {
	const { status, output } = run(command);
	if (status !== 0) {
		console.error(`${command.join(' ')} fails before anything is broken:\n${output.slice(-3000)}`);
		process.exit(2);
	}
}

let unnoticed = 0;
console.log('| broken | noticed by | first to fail |\n| --- | --- | --- |');
for (const [name, file, before, after, command] of DEEDS) {
	if (!name.includes(process.argv[2] ?? '')) continue;
	const target = path.join(scratch, file);
	const source = readFileSync(target, 'utf8');
	if (!source.includes(before)) {
		console.log(`| ${name} | NOT TRIED: ${file} has no line with \`${before}\` | |`);
		unnoticed++;
		continue;
	}
	writeFileSync(target, source.replace(before, after));
	const { status, output } = run(command);
	writeFileSync(target, source);
	const failures = [...output.matchAll(/^test (\S+) (?:- .* )?\.\.\. FAILED|^FAILED +(.+)$|^---- (\S+) stdout|^(\S+) --- FAILED/gm)].map((match) => match.slice(1).find(Boolean));
	const distinct = [...new Set(failures)];
	// A compiler error would be no test's merit.
	const noticed = status !== 0 && distinct.length > 0;
	unnoticed += !noticed;
	console.log(`| ${name} | ${noticed ? `${distinct.length} tests` : `NOTHING (exit status ${status})`} | ${distinct.slice(0, 3).join(', ')} |`);
	if (!noticed) console.log(output.slice(-2000));
}
process.exit(unnoticed > 0 ? 1 : 0);

function run([program, ...args]) {
	const { status, stdout, stderr } = spawnSync(program, args, { cwd: scratch, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, RUST_BACKTRACE: '0', CARGO_TARGET_DIR: path.join(scratch, 'target') } });
	return { status, output: `${stdout}\n${stderr}` };
}
