// Servers for what consumers build: our own for finished files, with the headers of a row, and a bundler's or framework's own where it has one.
// In: a folder or a command. Out: an address and a way to end it.

import { createServer } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { freePort, start } from '../browser/driver/processes.mjs';
import { QUIET, SHOP } from './workshop.mjs';

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript', mjs: 'text/javascript', css: 'text/css', json: 'application/json', wasm: 'application/wasm', svg: 'image/svg+xml' };

/** Serves folders by the beginnings of paths, those named first before those named later, with these headers on every answer. */
export async function serveFolders(folders, headers = {}) {
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url, 'http://localhost');
		const prefix = Object.keys(folders).find((prefix) => pathname.startsWith(prefix));
		const file = find(folders[prefix], pathname.slice(prefix.length));
		if (!file) return response.writeHead(404, headers).end('There is no such file.');
		const type = TYPES[path.extname(file).slice(1)] ?? 'application/octet-stream';
		response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(readFileSync(file));
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${server.address().port}/`,
		async end() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function find(folder, name) {
	if (!folder) return undefined;
	const file = name ? path.join(folder, path.normalize(decodeURIComponent(name))) : folder;
	try {
		return statSync(file).isDirectory() ? find(file, 'index.html') : file;
	} catch {
		return undefined;
	}
}

/** Starts a project's own server; PORT in its words becomes a free one. */
export async function serveProject(folder, command) {
	const port = await freePort();
	const bin = [path.join(folder, 'node_modules/.bin'), path.join(SHOP, 'node_modules/.bin')].find((bin) => exists(path.join(bin, command[0])));
	const words = command.slice(1).map((word) => word.replace('PORT', port));
	const server = start(path.join(bin, command[0]), words, { cwd: folder, env: { ...process.env, ...QUIET, CI: '' } });
	const address = `http://127.0.0.1:${port}/`;
	await answers(address, server);
	return { address, end: () => server.end() };
}

const exists = (file) => statSync(file, { throwIfNoEntry: false }) !== undefined;

async function answers(address, server) {
	for (const end = Date.now() + 60_000; Date.now() < end; ) {
		const response = await fetch(address, { signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
		if (response) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	const error = await server.says(/$^/, 0).catch((error) => error);
	await server.end();
	throw error;
}
