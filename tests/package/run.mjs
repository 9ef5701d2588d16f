// The npm package as its users get it: packed, installed into an empty project, imported by Node, checked by TypeScript.
// In: dist/, which the build wrote. Out: a line for each check and the closing line; exit status 1 when one failed.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checks } from './manifest.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const project = path.join(root, 'target/package');
const installed = path.join(project, 'node_modules/article-timeline');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

rmSync(project, { recursive: true, force: true });
mkdirSync(project, { recursive: true });
// A project of its own, or npm would install into ours.
writeFileSync(path.join(project, 'package.json'), '{ "name": "user", "private": true, "type": "module" }\n');

/** Entries but the first, which has a folder of its own for those who do not read `exports`. */
const ENTRIES = Object.entries(manifest.exports).filter(([name, target]) => target.types && name !== '.').map(([name]) => name.slice(2));

let passed = 0;
let failed = 0;

check('packs and installs from the tarball', () => {
	const [{ filename }] = JSON.parse(packed());
	run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${filename}`], project);
});

check('is packed whole from a clone in which nothing was built, and leaves nothing behind', () => {
	rmSync(path.join(root, 'dist'), { recursive: true, force: true });
	const [{ files }] = JSON.parse(packed());
	assert.ok(files.some(({ path }) => path === 'dist/element.js') && files.some(({ path }) => path === 'dist/widget.wasm'));
	for (const name of ENTRIES) assert.ok(!existsSync(path.join(root, name, 'package.json')), name);
});

check('has a folder for each entry, for resolvers that do not read exports', () => {
	for (const name of ENTRIES) {
		const { main, types } = JSON.parse(readFileSync(path.join(installed, name, 'package.json'), 'utf8'));
		for (const file of [main, types]) assert.ok(existsSync(path.join(installed, name, file)), `${name}: ${file}`);
	}
});

check('tells the registry of its repository, when it has an address', () => {
	const copy = path.join(project, 'registry');
	mkdirSync(copy);
	for (const name of ['README.md', 'package.json']) writeFileSync(path.join(copy, name), readFileSync(path.join(root, name)));
	execFileSync('node', [path.join(root, 'xtask/registry.mjs'), 'https://example.org/owner/name', 'v1.2.3'], { env: { ...process.env, ROOT: copy } });
	const changed = JSON.parse(readFileSync(path.join(copy, 'package.json'), 'utf8'));
	assert.deepEqual([changed.repository.url, changed.homepage, changed.bugs], ['git+https://example.org/owner/name.git', 'https://example.org/owner/name#readme', 'https://example.org/owner/name/issues']);
	const readme = readFileSync(path.join(copy, 'README.md'), 'utf8');
	assert.deepEqual([...readme.matchAll(/\]\((?!https:|#)([^)]*)/g)].map(([, link]) => link), []);
	assert.match(readme, /!\[[^\]]*\]\(https:\/\/example\.org\/owner\/name\/raw\/v1\.2\.3\/docs\/images\/wide\.png\)/);
});

check('knows the hash of every file that a page may load', () => {
	const hashes = JSON.parse(readFileSync(path.join(installed, 'dist/integrity.json'), 'utf8'));
	const files = readdirSync(path.join(installed, 'dist'), { recursive: true }).filter((file) => /\.(js|wasm|css|model)$/.test(file));
	assert.deepEqual(Object.keys(hashes).sort(), files.sort());
	for (const file of files) assert.equal(hashes[file], `sha384-${createHash('sha384').update(readFileSync(path.join(installed, 'dist', file))).digest('base64')}`);
});

check('brings the README, the licences and nothing of the workshop', () => {
	const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const names = files.map((file) => path.relative(installed, path.join(file.parentPath, file.name))).sort();
	// The weights have a licence of their own, which their card tells.
	for (const wanted of ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE', 'package.json', 'dist/models/en.model', 'dist/models/en.md']) assert.ok(names.includes(wanted), `${wanted} is missing`);
	const foreign = names.filter((name) => !/^(README|CHANGELOG)\.md$|^LICENSE-\w+$|^([a-z]+\/)?package\.json$|^custom-elements\.json$|^dist\/integrity\.json$|^dist\/((words|languages)\/)?[\w-]+\.(js|d\.ts|wasm|css)$|^dist\/models\/\w+\.(model|md)$/.test(name));
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

for (const [title, body] of Object.entries(checks)) check(title, body);

check("holds none of the builder's own folders", () => {
	for (const name of ['reader', 'widget']) {
		const wasm = readFileSync(path.join(installed, `dist/${name}.wasm`), 'latin1');
		for (const folder of [process.env.HOME, process.env.CARGO_HOME, root]) {
			if (folder && folder !== '/') assert.ok(!wasm.includes(folder), `${folder} stands in ${name}.wasm`);
		}
	}
});

check('is imported by Node, where there is no document', () => {
	// React's is for who has React: tests/consumers draws with it.
	for (const [name, { types }] of Object.entries(manifest.exports).filter(([name, target]) => target.types && name !== './react')) {
		// Exactly the values that its types promise: one more would be an accident, one less a page that breaks.
		const promised = valuesOf(path.join(installed, types));
		// A classic script exports nothing: what it leaves on a page, tests/browser/files.test.mjs sees.
		assert.equal(promised.length > 0, name !== './global', `${types} promises nothing`);
		const script = `console.log(JSON.stringify(Object.entries(await import('${manifest.name}${name.slice(1)}')).map(([name, value]) => [name, typeof value])))`;
		const exported = Object.fromEntries(JSON.parse(run('node', ['--input-type=module', '--eval', script], project)));
		assert.deepEqual(Object.keys(exported).sort(), promised.sort(), name);
		assert.deepEqual(Object.entries(exported).filter(([, type]) => type !== 'function'), [], name);
	}
});

/** The values that a file of types says a script exports, those of other files that it passes on included. */
function valuesOf(types) {
	const source = readFileSync(types, 'utf8');
	const own = [...source.matchAll(/^export (?:declare )?(?:async )?(?:function|class|const) (\w+)/gm)].map(([, name]) => name);
	const named = [...source.matchAll(/^export \{([^}]*)\} from/gm)].flatMap(([, names]) => names.split(',').map((name) => name.trim()));
	const all = [...source.matchAll(/^export \* from '(.*)\.js'/gm)].flatMap(([, file]) => valuesOf(path.resolve(path.dirname(types), `${file}.d.ts`)));
	return [...new Set([...own, ...named, ...all])];
}

const texts = readdirSync(path.join(root, 'tests/corpus')).filter((name) => name.endsWith('.txt')).map((name) => ({ id: name, text: readFileSync(path.join(root, 'tests/corpus', name), 'utf8'), published: '2016-11-01', lang: 'en' }));
texts.push({ id: 'german', text: 'Am 3. Mai 2014 wurde die Brücke gesperrt. Vor zwei Wochen begann die Reparatur.', published: '2016-11-01', lang: 'de' });
const article = { headline: 'Ferry runs aground', language: 'en', blocks: ['A ferry ran aground on Wednesday.', { kind: 'quote', text: 'It was built in 1974, the captain said.' }] };

check('reads in Node what the command line reads: texts in two languages, and article JSON', () => {
	const given = [...texts, { id: 'article', article, published: '2016-11-01' }];
	const lines = given.map((line) => JSON.stringify(line)).join('\n');
	const expected = run('cargo', ['run', '--quiet', '--', 'build', '--ndjson'], root, lines).trim().split('\n').map((line) => JSON.parse(line).timeline);
	const script = `
		import { analyze } from 'article-timeline/reader';
		const read = [];
		for (const { text, article, published, lang } of ${JSON.stringify(given)}) read.push(await analyze(text ?? article, { published, lang }));
		console.log(JSON.stringify(read));
	`;
	const read = JSON.parse(inNode(script));
	assert.ok(read.flatMap(({ events }) => events).length > 20, 'there is something to compare');
	for (const [number, timeline] of read.entries()) assert.deepEqual(timeline, expected[number], given[number].id);
});

check('tags in Node what the command line tags', () => {
	const lines = texts.map((line) => JSON.stringify(line)).join('\n');
	const tagged = (...options) => run('cargo', ['run', '--quiet', '--', 'tag', '--ndjson', ...options], root, lines).trim().split('\n').map((line) => JSON.parse(line).timexes);
	const script = `
		import { tag } from 'article-timeline/reader';
		const read = [];
		for (const trees of [false, true]) for (const { text, published, lang } of ${JSON.stringify(texts)}) read.push(await tag(text, { published, lang, trees }));
		console.log(JSON.stringify(read));
	`;
	const expected = [...tagged(), ...tagged('--trees')];
	const read = JSON.parse(inNode(script));
	// The command line counts code points, JavaScript units of UTF-16.
	const points = (text, units) => [...text.slice(0, units)].length;
	for (const [number, { id, text }] of [...texts, ...texts].entries()) {
		const counted = read[number].map(({ start, end, ...rest }) => ({ start: points(text, start), end: points(text, end), ...rest }));
		assert.deepEqual(counted, expected[number], id);
	}
});

check('parses in Node as the command line does, to the last arc', () => {
	const script = `
		import { parse } from 'article-timeline/reader';
		const read = [];
		for (const { text } of ${JSON.stringify(texts.filter(({ lang }) => lang === 'en'))}) read.push(...(await parse(text)));
		console.log(JSON.stringify(read));
	`;
	const read = JSON.parse(inNode(script));
	assert.ok(read.length > 500, 'there is something to compare');
	const lines = read.map(({ words }, id) => JSON.stringify({ id, tokens: words.map(({ text }) => text) })).join('\n');
	const expected = run('cargo', ['run', '--quiet', '--', 'parse', '--ndjson'], root, lines).trim().split('\n').map((line) => JSON.parse(line));
	for (const [number, { words }] of read.entries()) {
		const { pos, heads, relations } = expected[number];
		assert.deepEqual(words.map(({ pos }) => pos), pos);
		assert.deepEqual(words.map(({ head }) => (head === null ? 0 : head + 1)), heads);
		assert.deepEqual(words.map(({ relation }) => relation), relations);
	}
});

const slides = { title: { text: { headline: 'Space' } }, events: [
	{ start_date: { year: '1969', month: 7, day: '20' }, text: { headline: '<i>Landing</i>', text: '<p>On the <b>Moon</b>.</p>' }, media: { url: 'https://example.org/moon.jpg', caption: 'The Moon' }, group: 'Moon' },
	{ start_date: { year: 1961 }, end_date: { year: '1975' }, text: { headline: 'Race' } },
] };
const exchanged = [
	...['json', 'csv', 'ics', 'jsonld', 'html', 'timelinejs'].map((to) => ({ data: slides, from: 'timelinejs', to })),
	{ data: 'date,title\n20 July 1969,=Landing\nspring 2004,"Thaw, at last"', to: 'timelinejs' },
	{ data: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20240229\r\nSUMMARY:Leap\r\nRRULE:FREQ=YEARLY;COUNT=3\r\nEND:VEVENT\r\nEND:VCALENDAR', to: 'json' },
	{ data: 'late 19th century', from: 'words', to: 'edtf' },
	{ data: '1850~', from: 'edtf', to: 'words' },
	{ data: '1850~', from: 'edtf', to: 'words', lang: 'de' },
	{ data: 'Anfang Mai 1850', from: 'words', to: 'edtf', lang: 'de' },
	{ data: { events: [{ start_date: { year: 'soon' }, text: { headline: 'Return' } }] }, from: 'timelinejs', to: 'json' },
	{ data: 'x', from: 'runes', to: 'json' },
];

check('converts in Node what the command line converts, and refuses with the same sentence', () => {
	const lines = exchanged.map((line, id) => JSON.stringify({ id, ...line })).join('\n');
	const { stdout } = spawnSync('cargo', ['run', '--quiet', '--', 'convert', '--ndjson'], { cwd: root, input: lines, encoding: 'utf8' });
	const expected = stdout.trim().split('\n').map((line) => JSON.parse(line));
	const script = `
		import { convert } from 'article-timeline/reader';
		const made = [];
		for (const { data, ...options } of ${JSON.stringify(exchanged)}) made.push(await convert(data, options).catch(({ kind, message }) => ({ kind, error: message })));
		console.log(JSON.stringify(made));
	`;
	const made = JSON.parse(inNode(script));
	assert.ok(made.filter(({ data }) => data).length >= 12);
	for (const [number, { data, lost, error }] of expected.entries()) {
		if (error) assert.deepEqual([made[number].error, made[number].kind], [`${error}.`, 'bad-input']);
		else assert.deepEqual(made[number], { data, lost }, JSON.stringify(exchanged[number]));
	}
});

check('renders in Node the list that the command line writes, and its data behind it where that is wanted', () => {
	const written = (lang) => run('cargo', ['run', '--quiet', '--', '-', '--from', 'timelinejs', '--to', 'html', '--lang', lang], root, JSON.stringify(slides));
	const timeline = { title: 'Space', events: [{ title: '</script><b>Landing', when: { edtf: '1969-07-20' } }] };
	const script = `
		import { renderToString } from 'article-timeline';
		import { renderToString as render } from 'article-timeline/reader';
		const slides = ${JSON.stringify(slides)};
		const whole = await render(${JSON.stringify(timeline).replace('</', '<\\/')}, { data: true });
		console.log(JSON.stringify([await renderToString(slides), await render(slides, { lang: 'de' }), whole, await render({ events: [{ title: 'A' }] }).catch(({ message }) => message)]));
	`;
	const [english, german, whole, refused] = JSON.parse(inNode(script));
	assert.deepEqual([english, german].map((list) => list.trim()), ['en', 'de'].map((lang) => written(lang).trim()));
	const [, list, data] = /^(<ol[^]*<\/ol>)\s*<script type="application\/json">(.*)<\/script>\s*$/.exec(whole);
	assert.ok(list.includes('&lt;/script&gt;') && !data.includes('<'), whole);
	assert.deepEqual([JSON.parse(data).title, JSON.parse(data).events[0].title], ['Space', '</script><b>Landing']);
	assert.match(refused, /event 1.*when/);
});

check('says which languages have no trees, and a damaged model', () => {
	const script = `
		import { readFileSync, writeFileSync } from 'node:fs';
		import { parse } from 'article-timeline/reader';
		const file = new URL('models/en.model', import.meta.resolve('article-timeline/reader.wasm'));
		const whole = readFileSync(file);
		const said = [];
		const tell = ({ kind, message }) => said.push(kind + ': ' + message);
		try {
			writeFileSync(file, whole.subarray(0, 999));
			await parse('It rains.').catch(tell);
			writeFileSync(file, '<!doctype html>');
			await parse('It rains.').catch(tell);
		} finally {
			writeFileSync(file, whole);
		}
		await parse('Det regner.', { lang: 'da' }).catch(tell);
		const [{ start, end, words }] = await parse(' Né 🗓 it rains.');
		said.push(JSON.stringify([start, end, words.map(({ start, end, text }) => [start, end, text].join(' '))]));
		console.log(said.join('\\n'));
	`;
	assert.deepEqual(inNode(script).trim().split('\n'), [
		"bad-input: The model of a language can't be read: this model is damaged: load it again.",
		"wrong-type: The model of a language can't be read: this is no model of article-timeline.",
		'unsupported: There are no trees for the language "da" yet.',
		'[1,16,["1 3 Né","4 6 🗓","7 9 it","10 15 rains","15 16 ."]]',
	]);
});

check('takes its wasm as bytes or as a compiled module, as at the edge; what is none is named', () => {
	const script = `
		import { readFileSync, renameSync } from 'node:fs';
		import { analyze, init, tag } from 'article-timeline/reader';
		const file = new URL(import.meta.resolve('article-timeline/reader.wasm'));
		const bytes = readFileSync(file);
		const away = new URL('away.wasm', file);
		renameSync(file, away);
		const said = [];
		try {
			said.push(await tag('in 1974').catch(({ kind }) => kind));
			said.push(await init(Uint8Array.of(1, 2, 3)).catch(({ kind }) => kind));
			await init(bytes);
			said.push((await analyze('The bridge was opened in 1974.')).events.length);
			await init(new WebAssembly.Module(bytes));
			said.push((await tag('in 1974')).length);
			await init(away);
			said.push((await tag('in 1974')).length);
			await init(Promise.resolve(new Response(bytes, { headers: { 'content-type': 'application/wasm' } })));
			said.push((await tag('in 1974')).length);
		} finally {
			renameSync(away, file);
		}
		console.log(said.join());
	`;
	assert.equal(inNode(script).trim(), 'not-found,wrong-type,1,1,1,1');
});

check('reads in a worker thread', () => {
	const script = `
		import { Worker } from 'node:worker_threads';
		const body = "Promise.all([import('article-timeline/reader'), import('node:worker_threads')]).then(async ([{ tag }, { parentPort }]) => parentPort.postMessage((await tag('in 1974'))[0].value))";
		const worker = new Worker(body, { eval: true });
		console.log(await new Promise((done, failed) => worker.on('message', done).on('error', failed)));
	`;
	assert.equal(inNode(script).trim(), '1974');
});

check('is bundled for a page without a word: no module of Node is looked for, nothing is left out', () => {
	const bundled = path.join(project, 'bundled');
	const flags = ['--bundle', '--splitting', '--format=esm', '--log-level=warning', `--outdir=${bundled}`];
	writeFileSync(path.join(project, 'page.js'), `import 'article-timeline/element';\nimport { analyze } from 'article-timeline/reader';\nanalyze('in 1974').then(console.log);\n`);
	assert.equal(run(path.join(root, 'node_modules/.bin/esbuild'), ['page.js', ...flags], project), '');
});

check('tells TypeScript its types', () => {
	writeFileSync(
		path.join(project, 'user.ts'),
		`import { analyze, createTimeline, renderToString, tag } from 'article-timeline';
import { ArticleTimelineElement, configure } from 'article-timeline/element';
import { configure as configureReader, init, type Timeline } from 'article-timeline/reader';
import { type View } from 'article-timeline/widget';
import 'article-timeline/global';
import 'article-timeline/inline';

configure({ widget: { wasm: fetch('/widget.wasm', { integrity: 'sha384-…' }), words: { tlh: { heading: 'qonoS' }, de: () => import('article-timeline/element') } } });
configureReader({ wasm: new Uint8Array(8), languages: { de: new URL('https://example.org/de.js') } });
ArticleTimeline.configure({ reader: { wasm: '/reader.wasm' } });
await init(new URL('https://example.org/reader.wasm'));
const timeline = await analyze('The bridge fell on 3 May 2021.', { published: '2021-05-04' });
const title: string | undefined = timeline.events[0]?.title;
const read: Timeline = await analyze(document.body, { worker: 'off' });
const list: string = await renderToString(read, { lang: 'de', data: true });
const mentions = await tag('last week', { published: '2021-05-04', lang: 'en' });
const start: number | undefined = mentions[0]?.start;
const view: View = await createTimeline(document.body, read, { layout: 'vertical' });
view.zoom(2);
view.destroy();
const element: ArticleTimelineElement | null = document.querySelector('article-timeline');
element?.addEventListener('timeline-select', (event) => event.detail.id);
if (element) element.timeline = 'date,title\\n1969,The landing';
if (element) element.timeline = [{ content: 'The landing', start: '1969-07-20' }];
// @ts-expect-error: a layout that does not exist
await createTimeline(document.body, timeline, { layout: 'round' });
export { list, start, title };
`,
	);
	// Whoever reads where there is no page has none of its types.
	writeFileSync(path.join(project, 'server.ts'), `import { analyze } from 'article-timeline/reader';\nexport const { events } = await analyze('The bridge fell on 3 May 2021.');\n`);
	const flags = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable'];
	const typescript = path.join(root, 'node_modules/typescript/bin/tsc');
	run('node', [typescript, ...flags, '--module', 'nodenext', '--moduleResolution', 'nodenext', 'user.ts'], project);
	run('node', [typescript, ...flags, '--module', 'esnext', '--moduleResolution', 'bundler', 'user.ts'], project);
	run('node', [typescript, '--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022', '--module', 'nodenext', 'server.ts'], project);
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

/** What npm says of the tarball. What is built beforehand goes to the error stream; npm's own words on the scripts stand before the JSON. */
function packed() {
	return run('npm', ['pack', '--json', '--pack-destination', project], root).replace(/^[^]*?(?=^\[$)/m, '');
}

function run(program, args, cwd, input = '') {
	return execFileSync(program, args, { cwd, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], timeout: 300_000, maxBuffer: 64e6 });
}

function inNode(script) {
	return run('node', ['--input-type=module', '--eval', script], project);
}
