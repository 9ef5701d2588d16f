// The npm package as its users get it: packed, installed into an empty project, imported by Node, checked by TypeScript.
// In: dist/, which the build wrote. Out: a line for each check and the closing line; exit status 1 when one failed.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const project = path.join(root, 'target/package');
const installed = path.join(project, 'node_modules/article-timeline');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

rmSync(project, { recursive: true, force: true });
mkdirSync(project, { recursive: true });
// A project of its own, or npm would install into ours.
writeFileSync(path.join(project, 'package.json'), '{ "name": "user", "private": true, "type": "module" }\n');

let passed = 0;
let failed = 0;

check('packs and installs from the tarball', () => {
	const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], root));
	run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${filename}`], project);
});

check('brings the README, the licences and nothing of the workshop', () => {
	const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const names = files.map((file) => path.relative(installed, path.join(file.parentPath, file.name))).sort();
	for (const wanted of ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE', 'package.json']) assert.ok(names.includes(wanted), `${wanted} is missing`);
	const foreign = names.filter((name) => !/^(README|CHANGELOG)\.md$|^LICENSE-\w+$|^package\.json$|^dist\/((words|languages)\/)?[\w-]+\.(js|d\.ts|wasm|css)$/.test(name));
	assert.deepEqual(foreign, []);
});

check('has every file that its exports name', () => {
	const targets = Object.values(manifest.exports).flatMap((target) => (typeof target === 'string' ? target : Object.values(target)));
	for (const target of targets) assert.ok(existsSync(path.join(installed, target)), `${target} is missing`);
	for (const [name, target] of Object.entries(manifest.exports)) {
		if (typeof target === 'object') assert.equal(Object.keys(target)[0], 'types', `exports['${name}'] must name its types first`);
	}
});

check('has every file that its files import', () => {
	const dist = path.join(installed, 'dist');
	for (const file of readdirSync(dist).filter((name) => name.endsWith('.js'))) {
		const source = readFileSync(path.join(dist, file), 'utf8');
		for (const [, name] of source.matchAll(/(?:from\s+|import\s+|import\(\s*|new URL\(\s*)['"](\.\/[^'"$]+)['"]/g)) {
			assert.ok(existsSync(path.join(dist, name)), `${file} imports ${name}, which is not in the package`);
		}
	}
});

check("holds none of the builder's own folders", () => {
	const wasm = readFileSync(path.join(installed, 'dist/article-timeline.wasm'), 'latin1');
	for (const folder of [process.env.HOME, process.env.CARGO_HOME, root]) {
		if (folder && folder !== '/') assert.ok(!wasm.includes(folder), `${folder} stands in the wasm`);
	}
});

check('is imported by Node, where there is no document', () => {
	for (const [name, { types }] of Object.entries(manifest.exports).filter(([, target]) => target.types)) {
		// Exactly the values that its types promise: one more would be an accident, one less a page that breaks.
		const promised = [...readFileSync(path.join(installed, types), 'utf8').matchAll(/^export (?:declare )?(?:async )?(?:function|class|const) (\w+)/gm)].map(([, value]) => value);
		assert.ok(promised.length > 0, `${types} promises nothing`);
		const script = `console.log(JSON.stringify(Object.entries(await import('${manifest.name}${name.slice(1)}')).map(([name, value]) => [name, typeof value])))`;
		const exported = Object.fromEntries(JSON.parse(run('node', ['--input-type=module', '--eval', script], project)));
		assert.deepEqual(Object.keys(exported).sort(), promised.sort(), name);
		assert.deepEqual(Object.entries(exported).filter(([, type]) => type !== 'function'), [], name);
	}
});

check('tells TypeScript its types', () => {
	writeFileSync(
		path.join(project, 'user.ts'),
		`import { analyze, createTimeline, tag } from 'article-timeline';
import { ArticleTimelineElement } from 'article-timeline/element';

const timeline = await analyze('The bridge fell on 3 May 2021.', { published: '2021-05-04' });
const title: string | undefined = timeline.events[0]?.title;
const mentions = await tag('last week', { published: '2021-05-04', lang: 'en' });
const start: number | undefined = mentions[0]?.start;
const view = await createTimeline(document.body, timeline, { layout: 'vertical' });
view.zoom(2);
view.destroy();
const element: ArticleTimelineElement | null = document.querySelector('article-timeline');
element?.addEventListener('timeline-select', (event) => event.detail.id);
// @ts-expect-error: a layout that does not exist
await createTimeline(document.body, timeline, { layout: 'round' });
export { start, title };
`,
	);
	const flags = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable'];
	const typescript = path.join(root, 'node_modules/typescript/bin/tsc');
	run('node', [typescript, ...flags, '--module', 'nodenext', '--moduleResolution', 'nodenext', 'user.ts'], project);
	run('node', [typescript, ...flags, '--module', 'esnext', '--moduleResolution', 'bundler', 'user.ts'], project);
});

console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed > 0 ? 1 : 0);

function check(title, body) {
	try {
		body();
		passed++;
		console.log(`ok       package: ${title}`);
	} catch (error) {
		failed++;
		console.log(`FAILED   package: ${title}\n${String(error.stdout ?? '')}${String(error.stderr ?? error.stack)}`);
	}
}

function run(program, args, cwd) {
	return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 });
}
