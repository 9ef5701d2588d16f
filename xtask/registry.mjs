// What the registry's page needs to know of the repository, which nobody can know before it has an address: `repository`, `homepage` and `bugs` in package.json, and whole
// addresses in the README, whose links are relative to the repository. In: the repository's address, as the publish workflow has it. Out: both files, changed.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [address, version = 'main'] = process.argv.slice(2);
if (!/^https:\/\/\S+[^/]$/.test(address ?? '')) throw new Error('usage: node xtask/registry.mjs https://HOST/OWNER/NAME [TAG]');
const root = path.resolve(process.env.ROOT ?? path.join(import.meta.dirname, '..'));
const change = (name, by) => writeFileSync(path.join(root, name), by(readFileSync(path.join(root, name), 'utf8')));

change('package.json', (text) => {
	const manifest = JSON.parse(text);
	Object.assign(manifest, { repository: { type: 'git', url: `git+${address}.git` }, homepage: `${address}#readme`, bugs: `${address}/issues` });
	return `${JSON.stringify(manifest, undefined, 2)}\n`;
});

// `](docs/…)` is a page to read, `![…](docs/images/…)` a picture to show.
change('README.md', (text) =>
	text.replace(/(!?)(\[[^\]]*\])\((?!https?:|#)([^)]+)\)/g, (_, picture, words, file) => `${picture}${words}(${address}/${picture ? 'raw' : 'blob'}/${version}/${file})`),
);
