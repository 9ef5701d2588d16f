// What is asked of the package itself, without a page: by the registry's linters and by Node. In: the tarball. Out: rows whose check throws when something is said.

import assert from 'node:assert/strict';
import { tool, project, furnish } from './workshop.mjs';

export const checks = [
	{
		name: 'publint --strict',
		check({ tarball }) {
			assert.match(tool(project('registry'), ['publint', 'run', tarball, '--strict']), /All good!/);
		},
	},
	{
		name: '@arethetypeswrong/cli',
		check({ tarball }) {
			tool(project('registry'), ['attw', tarball, '--no-emoji', '--no-color']);
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
