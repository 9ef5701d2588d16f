// What a script brings with it. In: names of files in dist/. Out: the same, and all that they import at once; what they import when they need it
// is fetched then, if ever.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const dist = path.resolve(import.meta.dirname, '../../dist');

/** The file of a script: those that no page imports by name have a hash of their contents in it. */
export function fileOf(script) {
	const hashed = new RegExp(`^${script.replace('.js', '-\\w{8}\\.js')}$`);
	const found = readdirSync(path.join(dist, path.dirname(script))).filter((name) => name === path.basename(script) || hashed.test(path.posix.join(path.dirname(script), name)));
	if (found.length !== 1) throw new Error(`${found.length} files are ${script}: ${found.join()}`);
	return path.posix.join(path.dirname(script), found[0]);
}

/** The scripts and those that they import, each once. */
export function follow(scripts) {
	const found = scripts.map(fileOf);
	for (const file of found) {
		const source = readFileSync(path.join(dist, file), 'utf8');
		for (const [, name] of source.matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g)) {
			const next = path.posix.join(path.posix.dirname(file), name);
			if (!found.includes(next)) found.push(next);
		}
	}
	return found;
}
