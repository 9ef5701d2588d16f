// Makes every script of dist/ smaller: comments and long names are for the repository. Each by itself, none joined, so that
// bundlers still see every `import` and `new URL`.

import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { shortenImports } from './imports.mjs';

const dist = path.resolve(import.meta.dirname, '../dist');
shortenImports(dist);
const scripts = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.js'));

await build({
	entryPoints: scripts.map((file) => path.join(dist, file)),
	outdir: dist,
	outbase: dist,
	allowOverwrite: true,
	minify: true,
	target: ['chrome97', 'firefox102', 'safari16.4'],
	charset: 'utf8',
	logLevel: 'warning',
});
