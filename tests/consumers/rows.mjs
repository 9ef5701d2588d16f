// The consumers: how each is built and served, and with which configuration. In: nothing. Out: a list of rows, which run.mjs runs one after the other.
// A row that builds has the commands and the folder of finished files; a row that serves, the command of its own server, where PORT is a free port. `setup` is what a
// user has to configure for us, `paths` are the pages that are looked at, `act` what is done there, `without` says that the page is weighed without the timeline too.

import { blocks } from './blocks.mjs';
import { pages } from './pages.mjs';
import { checks } from './checks.mjs';
import { answersToFramework, readArticles } from './page.mjs';
import { walks } from './walk.mjs';

const ALL = ['article-timeline', 'vis-timeline', 'timelinejs'];
const CLASSIC = '<script src="main.js"></script>';
const LOCAL = ['--port', 'PORT', '--host', '127.0.0.1'];
const VITE = ['vite', ...LOCAL, '--strictPort'];

const vite = ['8', '7', '5'].flatMap((version) => [
	{ name: `Vite ${version}, dev server`, project: `vite-${version}`, serve: VITE, libraries: ALL },
	{ name: `Vite ${version}, build`, project: `vite-${version}`, build: [['vite', 'build']], libraries: ALL, weighs: true },
]);

const webpack = [['no rule for css', 'plain'], ['style-loader and css-loader', 'css-loader'], ['mini-css-extract-plugin', 'mini-css']].map(([title, config]) => ({
	name: `webpack 5, ${title}`,
	project: 'webpack',
	build: [['webpack-cli', '--config', `${config}.config.mjs`]],
	script: CLASSIC,
	libraries: ALL,
	weighs: true,
}));

// An article in English and one in German, read where they stand: the reader, its worker and a language file must have come along.
const reading = [
	...['8', '7', '5'].map((version) => ({ name: `Vite ${version}, build`, project: `vite-${version}`, build: [['vite', 'build']] })),
	{ name: 'Vite 5, dev server', project: 'vite-5', serve: VITE },
	{ name: 'webpack 5', project: 'webpack', build: [['webpack-cli', '--config', 'plain.config.mjs']], script: CLASSIC },
	{ name: 'Parcel 2, build', project: 'parcel', build: [['parcel', 'build', 'index.html', '--no-autoinstall', '--no-cache']] },
].map((row) => ({ ...row, name: `${row.name}: articles are read`, variant: 'read', looks: readArticles }));

const esbuild = (...flags) => [['esbuild', 'main.js', '--bundle', '--minify', '--outdir=dist', ...flags]];
const MODULE = '<script type="module" src="main.js"></script>';

// These two write no file but scripts. A wasm that is copied beside them is found there; a bundle without import.meta.url must be told.
const COPY = [['cp', 'node_modules/article-timeline/dist/widget.wasm', 'dist/']];
const ROLLUP = [['rollup', '--config', 'rollup.config.mjs']];
const bundlers = [
	{ name: 'esbuild, --format=esm --splitting', project: 'esbuild', build: [...esbuild('--format=esm', '--splitting'), ...COPY], script: MODULE, setup: 'copy `widget.wasm` into the output folder', libraries: ALL, weighs: true },
	{ name: 'esbuild, --format=esm --splitting, article-timeline/inline', project: 'esbuild', variant: 'inline', build: esbuild('--format=esm', '--splitting'), script: MODULE, weighs: true },
	{ name: 'esbuild, --format=iife', project: 'esbuild', variant: 'configure', build: [...esbuild('--format=iife'), ...COPY], script: CLASSIC, setup: "copy `widget.wasm`, `configure({ widget: { wasm: 'widget.wasm' } })`", libraries: ALL, weighs: true },
	{ name: 'esbuild, --format=iife, article-timeline/inline', project: 'esbuild', variant: 'inline', build: esbuild('--format=iife'), script: CLASSIC, weighs: true },
	{ name: 'Rollup 4, node-resolve', project: 'rollup', build: [...ROLLUP, ...COPY], script: MODULE, setup: 'copy `widget.wasm` into the output folder', libraries: ALL, weighs: true },
	{ name: 'Rollup 4, node-resolve, article-timeline/inline', project: 'rollup', variant: 'inline', build: ROLLUP, script: MODULE, weighs: true },
	{ name: 'Parcel 2, dev server', project: 'parcel', serve: ['parcel', 'index.html', ...LOCAL, '--no-autoinstall', '--no-cache'], libraries: ALL },
	{ name: 'Parcel 2, build', project: 'parcel', build: [['parcel', 'build', 'index.html', '--no-autoinstall', '--no-cache']], libraries: ALL, weighs: true },
];

const framework = (name, project, more) => [
	{ name: `${name}, dev server`, project, serve: VITE, act: answersToFramework, ...more },
	{ name: `${name}, build`, project, build: [['vite', 'build']], act: answersToFramework, without: true, weighs: true, ...more },
];

const frameworks = [
	...framework('React 19 and Vite 8, article-timeline/react in StrictMode', 'react', { libraries: ALL }),
	{ name: 'React 19 and Vite 8, the element itself', project: 'react', variant: 'raw', build: [['vite', 'build']], act: answersToFramework },
	...framework('Vue 3.5 and Vite 8', 'vue', { setup: 'isCustomElement (Vue asks for it)' }),
	...framework('Svelte 5 and Vite 8', 'svelte'),
	...framework('Preact 11 and Vite 8', 'preact'),
	...framework('Solid 1.9 and Vite 8', 'solid'),
	{ name: 'SvelteKit 2, prerendered and hydrated', project: 'sveltekit', build: [['vite', 'build']], act: answersToFramework, without: true, weighs: true },
	{ name: 'Astro 5, dev server', project: 'astro', serve: ['astro', 'dev', ...LOCAL], libraries: ALL },
	{ name: 'Astro 5, build', project: 'astro', build: [['astro', 'build']], libraries: ALL, weighs: true },
];

const NEXT_PAGES = [
	{ title: 'a server component with article-timeline/react', path: '' },
	{ title: 'a client component with events', path: 'element', act: answersToFramework },
	{ title: 'a server component with JSON in the element', path: 'json' },
	{ title: 'a server component that imports every entry', path: 'imports' },
];
const NEXT = (command, ...flags) => ['next', command, ...flags, '-p', 'PORT', '-H', '127.0.0.1'];
const next = [
	{ name: 'Next 16, Turbopack, next dev', project: 'next', serve: NEXT('dev'), paths: NEXT_PAGES },
	{ name: 'Next 16, Turbopack, next build', project: 'next', build: [['next', 'build']], serve: NEXT('start'), paths: NEXT_PAGES, libraries: ALL, without: true, weighs: true },
	{ name: 'Next 16, webpack, next dev', project: 'next', serve: NEXT('dev', '--webpack'), paths: NEXT_PAGES.slice(0, 1) },
	{ name: 'Next 16, webpack, next build', project: 'next', build: [['next', 'build', '--webpack']], serve: NEXT('start'), paths: NEXT_PAGES, without: true, weighs: true },
];

const types = [
	['React 19', 'react', ['tsc']],
	['React 19, the element itself', 'react', ['tsc'], 'raw'],
	['Vue 3.5', 'vue', ['vue-tsc']],
	['Svelte 5', 'svelte', ['svelte-check', '--fail-on-warnings']],
	['Preact 11', 'preact', ['tsc']],
	['Solid 1.9', 'solid', ['tsc']],
].map(([name, project, command, variant]) => ({ name: `${name}, types: ${command[0]}`, project, variant, build: [command], isBuildAll: true }));

const vitest = ['jsdom', 'happy-dom'].map((place) => ({
	name: `Vitest 4 with ${place}`,
	project: 'vitest',
	build: [['vitest', 'run', '--environment', place]],
	isBuildAll: true,
}));

export const ROWS = [...pages, ...vite, ...webpack, ...bundlers, ...reading, ...frameworks, ...next, ...types, ...vitest, ...walks, ...checks, ...blocks];
