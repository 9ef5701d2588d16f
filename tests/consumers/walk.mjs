// docs/getting-started.md, walked through from empty directories: what it says to type is typed, what it says to write is written, and the address that comes of it is
// opened. In: the tarball. Out: a row for each section. Names of packages get the versions of this folder's lock file, and `article-timeline` is the tarball.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { drawnEntries } from './page.mjs';
import { serveProject } from './serve.mjs';
import { ROOT, emptyFolder, tool } from './workshop.mjs';

const LOCK = JSON.parse(readFileSync(path.join(import.meta.dirname, 'package-lock.json'), 'utf8')).packages;
const PORT = { vite: ['--port', 'PORT', '--strictPort', '--host', '127.0.0.1'], next: ['-p', 'PORT', '-H', '127.0.0.1'] };

/** The sections of the document: what is to be done, in order. */
function sections() {
	const text = readFileSync(path.join(ROOT, 'docs/getting-started.md'), 'utf8');
	return text.split(/^## /m).slice(1).map((section) => {
		const [title] = section.split('\n');
		const steps = [...section.matchAll(/(?:^`([^`\n]+)`\n\n)?^```(\w+)\n([^]*?)^```$/gm)].map(([, file, language, text]) => ({ file, language, text }));
		return { title, steps };
	});
}

async function walk({ title, steps }, { tarball, page }) {
	const folder = emptyFolder(`getting-started-${title.toLowerCase()}`);
	let server;
	try {
		for (const { file, language, text } of steps) {
			if (file) write(path.join(folder, file), text);
			else if (language !== 'sh') throw new Error(`${title}: a block of ${language} that says no file`);
			else for (const line of text.trim().split('\n')) server = (await type(folder, line, tarball)) ?? server;
		}
		if (!server) throw new Error(`${title} starts no server`);
		return await drawnEntries(page, server.address, 3);
	} finally {
		await server?.end();
	}
}

function write(file, text) {
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, text);
}

async function type(folder, line, tarball) {
	const words = line.split(' ');
	if (words[0] === 'npx') return serveProject(folder, [...words.slice(1), ...PORT[words[1]]]);
	const isInstall = words[1] === 'install';
	tool(folder, isInstall ? [...words.slice(0, 2), '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', ...words.slice(2).map((name) => pinned(name, tarball))] : words);
	return undefined;
}

// Of a package with several versions in the lock file the one that most users get: that which is not inside a project of its own.
function pinned(name, tarball) {
	return name === 'article-timeline' ? tarball : `${name}@${LOCK[`node_modules/${name}`].version}`;
}

export const walks = sections().map((section) => ({ name: `Getting started: ${section.title}`, check: (given) => walk(section, given) }));
