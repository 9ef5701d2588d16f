// The consumers: how each is built and served, and with which configuration. In: nothing. Out: a list of rows, which run.mjs runs one after the other.
// A row that builds gives the folder of finished files; a row that serves, the command of its own server, where PORT is a free port.

import { pages } from './pages.mjs';

const ALL = ['article-timeline', 'vis-timeline', 'timelinejs'];

export const ROWS = [
	...pages,
	...['8', '7', '5'].flatMap((version) => [
		{ name: `Vite ${version}, dev server`, project: `vite-${version}`, serve: ['vite', '--port', 'PORT', '--strictPort', '--host', '127.0.0.1'], libraries: ALL },
		{ name: `Vite ${version}, build`, project: `vite-${version}`, build: [['vite', 'build']], libraries: ALL, weighs: true },
	]),
	...[['no rule for css', 'plain'], ['style-loader and css-loader', 'css-loader'], ['mini-css-extract-plugin', 'mini-css']].map(([title, config]) => ({
		name: `webpack 5, ${title}`,
		project: 'webpack',
		build: [['webpack-cli', '--config', `${config}.config.mjs`]],
		script: '<script src="main.js"></script>',
		libraries: ALL,
		weighs: true,
	})),
	{
		name: 'esbuild, --format=esm --splitting',
		project: 'esbuild',
		build: [['esbuild', 'main.js', '--bundle', '--format=esm', '--splitting', '--minify', '--outdir=dist']],
		script: '<script type="module" src="main.js"></script>',
		libraries: ALL,
		weighs: true,
	},
	{
		name: 'esbuild, --format=iife',
		project: 'esbuild',
		build: [['esbuild', 'main.js', '--bundle', '--format=iife', '--minify', '--outdir=dist']],
		script: '<script src="main.js"></script>',
		libraries: ALL,
		weighs: true,
	},
	{
		name: 'Rollup 4, node-resolve',
		project: 'rollup',
		build: [['rollup', '--config', 'rollup.config.mjs']],
		script: '<script type="module" src="main.js"></script>',
		libraries: ALL,
		weighs: true,
	},
	{ name: 'Parcel 2, dev server', project: 'parcel', serve: ['parcel', 'index.html', '--port', 'PORT', '--host', '127.0.0.1', '--no-autoinstall'], libraries: ALL },
	{ name: 'Parcel 2, build', project: 'parcel', build: [['parcel', 'build', 'index.html', '--no-autoinstall']], libraries: ALL, weighs: true },
];
