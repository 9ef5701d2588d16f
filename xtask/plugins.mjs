// What the builds of dist/ have in common. Out: options and plugins for esbuild.

import { transform } from 'esbuild';
import { readFile } from 'node:fs/promises';

export const BUILT = {
	bundle: true,
	format: 'esm',
	minify: true,
	target: ['chrome97', 'firefox102', 'safari16.4'],
	charset: 'utf8',
	// What Rust has made is given back by the scripts, never by the garbage collector: after a panic it would call into an instance that is in no known
	// state, or free in the next one what was never there.
	define: { FinalizationRegistry: 'undefined', 'Symbol.dispose': 'undefined' },
	logLevel: 'warning',
};

// Small files that nearly every entry wants would be a file for each circle of entries; so they are one for all.
const COMMON = ['beside', 'errors', 'fallback', 'gather', 'load', 'named', 'pace', 'settings', 'sheets'];

export const commonInOne = (dist) => ({
	name: 'common-in-one',
	setup(bundler) {
		const isCommon = new RegExp(`^\\./(${COMMON.join('|')})\\.js$`);
		bundler.onResolve({ filter: isCommon }, ({ namespace }) => (namespace === 'common' ? undefined : { path: 'common', namespace: 'common' }));
		bundler.onLoad({ filter: /./, namespace: 'common' }, () => ({ contents: COMMON.map((name) => `export * from './${name}.js';`).join('\n'), resolveDir: dist }));
	},
});

export const styleAsText = {
	name: 'style-as-text',
	setup: (bundler) =>
		bundler.onLoad({ filter: /\.css$/ }, async ({ path: file }) => ({
			contents: (await transform(await readFile(file, 'utf8'), { loader: 'css', minify: true, charset: 'utf8' })).code.trim(),
			loader: 'text',
		})),
};
