// What is asked of the package itself, without a page: by the registry's linters and by Node. In: the tarball. Out: rows whose check throws when something is said.

import assert from 'node:assert/strict';
import { tool, project, furnish } from './workshop.mjs';

// Files that are no modules; and that the package has no second copy of itself in CommonJS, which Node 20.19 and 22.12 no longer need: their require() takes modules.
const ATTW = ['--exclude-entrypoints', 'reader.wasm', 'widget.wasm', 'exchange.wasm', 'article-timeline.css', 'custom-elements.json', 'integrity.json', '--ignore-rules', 'cjs-resolves-to-esm'];

export const checks = [
	{
		name: 'publint --strict',
		check({ tarball }) {
			assert.match(tool(project('registry'), ['publint', 'run', tarball, '--strict']), /All good!/);
		},
	},
	{
		name: '@arethetypeswrong/cli --ignore-rules cjs-resolves-to-esm',
		check({ tarball }) {
			tool(project('registry'), ['attw', tarball, '--no-emoji', '--no-color', ...ATTW]);
		},
	},
	{
		name: 'Node 20: every entry is imported, an article is read',
		check() {
			const folder = furnish('registry', 'article-timeline');
			const script = `
				for (const entry of ['', '/element', '/reader', '/widget']) await import('article-timeline' + entry);
				const { analyze } = await import('article-timeline');
				console.log((await analyze('The bridge fell on 3 May 2021. It was built in 1974.')).events.map(({ when }) => when.edtf).join());`;
			assert.equal(tool(folder, ['node', '--input-type=module', '--eval', script]).trim(), '1974,2021-05-03');
		},
	},
];
