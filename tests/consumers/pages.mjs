// Consumers without a build: pages that name the package's files in a tag, from their own origin or another, under policies. In: nothing. Out: rows, whose `page`
// gives files, headers and mounts when the package is packed; CDN is the address of a second origin, which serves the package under /npm.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { PACKAGE, SHOP } from './workshop.mjs';

const GIVEN = "import { timeline } from './timeline.js';\ndocument.querySelector('article-timeline').timeline = timeline;\n";
const OWN = '/npm/article-timeline/dist';
const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const html = (head, place = '<article-timeline><p>November 2018: the town council asks for a new library</p></article-timeline>', given = '<script type="module" src="/given.js"></script>') => `<!doctype html>
<html lang="en">
	<head><meta charset="utf-8"><title>The harbour library</title><link rel="icon" href="data:,">${head}</head>
	<body>${place}${given}</body>
</html>
`;

const page = (head, { headers, given } = {}) => ({ files: { 'index.html': html(head, undefined, given), 'given.js': GIVEN }, mounts: { '/npm/article-timeline/': PACKAGE }, headers });
const module = (address, more = '') => `<script type="module" src="${address}"${more}></script>`;
const hash = (file) => `sha384-${createHash('sha384').update(readFileSync(path.join(PACKAGE, 'dist', file))).digest('base64')}`;
const csp = (policy) => ({ 'content-security-policy': policy });

/** Every script of the package with its hash, as an import map has them. */
function integrity(cdn) {
	const scripts = readdirSync(path.join(PACKAGE, 'dist'), { recursive: true }).filter((file) => file.endsWith('.js'));
	return Object.fromEntries(scripts.map((file) => [`${cdn}npm/article-timeline/dist/${file.split(path.sep).join('/')}`, hash(file)]));
}

const ours = [
	{ name: 'A page, module script', page: () => page(module(`${OWN}/element.js`)), weighs: true },
	{ name: 'A page, classic script (dist/global.js)', page: () => page(`<script src="${OWN}/global.js"></script>`), weighs: true },
	{ name: 'A page, import() in a classic script', page: () => page(`<script>import('${OWN}/element.js')</script>`), weighs: true },
	{ name: 'Another origin with CORS', page: (cdn) => page(module(`${cdn}${OWN.slice(1)}/element.js`)), weighs: true },
	{ name: 'Another origin, integrity of the script', page: (cdn) => page(module(`${cdn}${OWN.slice(1)}/element.js`, ` integrity="${hash('element.js')}" crossorigin`)), weighs: true },
	{
		name: 'Another origin, integrity of all scripts by an import map',
		page(cdn) {
			const map = { imports: { 'article-timeline/element': `${cdn}npm/article-timeline/dist/element.js` }, integrity: integrity(cdn) };
			return page(`<script type="importmap">${JSON.stringify(map)}</script><script type="module">import 'article-timeline/element';</script>`);
		},
		weighs: true,
	},
	{ name: 'Another origin, classic script with integrity', page: (cdn) => page(`<script src="${cdn}npm/article-timeline/dist/global.js" integrity="${hash('global.js')}" crossorigin></script>`), weighs: true },
	{
		name: "Strict policy and Trusted Types: script-src 'self' 'wasm-unsafe-eval'; style-src, connect-src 'self'",
		page: () => page(module(`${OWN}/element.js`), { headers: csp(STRICT) }),
		weighs: true,
	},
	{ name: 'Strict policy and Trusted Types, classic script', page: () => page(`<script src="${OWN}/global.js"></script>`, { headers: csp(STRICT) }), weighs: true },
	{
		name: 'Policy that names another origin: script-src, connect-src',
		page: (cdn) => page(module(`${cdn}${OWN.slice(1)}/element.js`), { headers: csp(STRICT.replace("'self' 'wasm", `'self' ${new URL(cdn).origin} 'wasm`).replace("connect-src 'self'", `connect-src ${new URL(cdn).origin}`)) }),
		weighs: true,
	},
	{
		name: "Policy with a nonce and 'strict-dynamic'",
		page: () => page(module(`${OWN}/element.js`, ' nonce="r4nd0m"'), { headers: csp("script-src 'nonce-r4nd0m' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'nonce-r4nd0m'; base-uri 'none'"), given: '<script type="module" nonce="r4nd0m" src="/given.js"></script>' }),
		weighs: true,
	},
	{
		name: 'A module worker that reads an article, and a page that shows it',
		page: () => ({
			...page(module(`${OWN}/element.js`)),
			files: {
				'index.html': html(module(`${OWN}/element.js`)),
				'given.js': `new Worker('/worker.js', { type: 'module' }).onmessage = ({ data }) => (document.querySelector('article-timeline').timeline = data);`,
				'worker.js': `import { analyze } from '${OWN}/reader.js';\nimport { timeline } from './timeline.js';\nawait analyze('It opened on 3 May 2021.');\npostMessage(await analyze(timeline));`,
			},
		}),
	},
].map((row) => ({ ...row, quick: true }));

// What the others' documentation has for a page without a build.
const SHOW = {
	'vis-timeline': `const items = new vis.DataSet(timeline.events.map(({ id, title, when }) => ({ id, content: title, start: dated(when.edtf)[0] })));\nnew vis.Timeline(document.querySelector('#timeline'), items, {});`,
	timelinejs: `const events = timeline.events.map(({ id, title, when }) => {\n\tconst [year, month, day] = dated(when.edtf)[0].split('-').map(Number);\n\treturn { unique_id: id, start_date: { year, month, day }, text: { headline: title, text: '' } };\n});\nnew TL.Timeline(document.querySelector('#timeline'), { events }, { script_path: new URL('/timelinejs/js/', location.href).href });`,
};
const TAGS = {
	'vis-timeline': '<link rel="stylesheet" href="/vis/styles/vis-timeline-graph2d.min.css"><script src="/vis/standalone/umd/vis-timeline-graph2d.min.js"></script>',
	timelinejs: '<link rel="stylesheet" href="/timelinejs/css/timeline.css"><script src="/timelinejs/js/timeline.js"></script>',
};
const rival = (library, headers) => ({
	files: {
		'index.html': html(`<link rel="stylesheet" href="/page.css">${TAGS[library]}`, '<div id="timeline"></div>'),
		'page.css': '#timeline { height: 600px; }',
		'given.js': `import { dated } from './dated.js';\nimport { timeline } from './timeline.js';\n${SHOW[library]}\n`,
	},
	mounts: { '/vis/': path.join(SHOP, 'node_modules/vis-timeline'), '/timelinejs/': path.join(SHOP, 'node_modules/@knight-lab/timelinejs/dist') },
	headers,
});
const RIVALS = ['vis-timeline', 'timelinejs'];

for (const [name, headers] of [['A page, classic script (dist/global.js)'], ['Strict policy and Trusted Types, classic script', csp(`${STRICT}; font-src 'self'`)]]) {
	const row = ours.find((row) => row.name === name);
	row.libraries = ['article-timeline', ...RIVALS];
	row.rival = (library) => rival(library, headers);
}

export const pages = ours;
