// Gives the files of a folder names with a hash of what they all contain, so that a cache can not mix them with the scripts of another version. In: a folder of small
// scripts, and the script that imports them. Out: both, with the new names. One hash for all: a list of many would weigh more than some of the files.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export function nameByContents(dist, folder, importer) {
	const files = readdirSync(path.join(dist, folder));
	const hash = createHash('sha256');
	for (const name of files) hash.update(name).update(readFileSync(path.join(dist, folder, name)));
	const end = `-${hash.digest('hex').slice(0, 8)}.js`;
	const script = path.join(dist, importer);
	let text = readFileSync(script, 'utf8');
	for (const name of files) {
		const [before, after] = [name, name.replace('.js', end)].map((name) => `'./${folder}/${name}'`);
		if (!text.includes(before)) throw new Error(`xtask/hashed.mjs: ${importer} does not import ${before}`);
		text = text.replace(before, after);
		renameSync(path.join(dist, folder, name), path.join(dist, folder, name.replace('.js', end)));
	}
	writeFileSync(script, text);
}
