// What `npm pack` and `npm publish` do first, so that a tarball is never without its contents: builds dist/, writes the hash of every file, and makes a folder for each entry, for resolvers that do not
// read `exports` (Parcel without a setting, TypeScript's node10). `--after` takes these folders away again.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const { exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const entries = Object.entries(exports).filter(([name, target]) => target.types && name !== '.').map(([name, target]) => [path.join(root, name), target]);

if (process.argv[2] === '--after') {
	for (const [folder] of entries) rmSync(folder, { recursive: true, force: true });
	process.exit(0);
}

// What the build prints would stand in what `npm pack --json` prints.
const { status } = spawnSync('cargo', ['run', '--quiet', '--package', 'xtask', '--', 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
if (status !== 0) process.exit(status ?? 1);

// What a page names that checks what it loads: the hash of every file.
const dist = path.join(root, 'dist');
const files = readdirSync(dist, { recursive: true }).filter((file) => /\.(js|wasm|css|model)$/.test(file) && !file.startsWith('demo')).sort();
const hash = (file) => `sha384-${createHash('sha384').update(readFileSync(path.join(dist, file))).digest('base64')}`;
writeFileSync(path.join(dist, 'integrity.json'), `${JSON.stringify(Object.fromEntries(files.map((file) => [file.split(path.sep).join('/'), hash(file)])), undefined, 1)}\n`);

for (const [folder, { types, default: main }] of entries) {
	for (const file of [types, main]) if (!existsSync(path.join(root, file))) throw new Error(`${file} is named by package.json and was not built`);
	mkdirSync(folder, { recursive: true });
	writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify({ main: `.${main}`, types: `.${types}` }, undefined, 2)}\n`);
}
