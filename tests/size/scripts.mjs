// What a script brings with it. In: names of files in dist/. Out: the same, and all that they import at once; what they import when they need it
// is fetched then, if ever.

import { readFileSync } from 'node:fs';
import path from 'node:path';

const dist = path.resolve(import.meta.dirname, '../../dist');

/** The scripts and those that they import, each once. */
export function follow(scripts) {
	const found = [...scripts];
	for (const file of found) {
		const source = readFileSync(path.join(dist, file), 'utf8');
		for (const [, name] of source.matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g)) {
			const next = path.posix.join(path.posix.dirname(file), name);
			if (!found.includes(next)) found.push(next);
		}
	}
	return found;
}
