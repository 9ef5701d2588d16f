// Browsers and drivers as processes: each has a home of its own inside target/, says which port it took, and is ended
// with its children, by its pid. In: a command. Out: a handle that ends it.

import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fontConfiguration } from './fonts.mjs';

const ROOT = path.resolve(import.meta.dirname, '../../..');
export const SCRATCH = path.join(ROOT, 'target/browser');

/** A new empty folder in target/, removed by `remove`. */
export function newHome(name) {
	mkdirSync(SCRATCH, { recursive: true });
	const home = mkdtempSync(path.join(SCRATCH, `${name}-`));
	return { path: home, remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}

/** The environment of a process that must leave nothing outside the checkout, and see no fonts but ours. */
export function environment(home, more = {}) {
	return { ...process.env, FONTCONFIG_FILE: fontConfiguration(), HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home, TMPDIR: home, ...more };
}

const running = new Set();
// Nothing outlives the tests, however they end.
process.on('exit', () => running.forEach(kill));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** Starts a program as the leader of a group of its own, so that ending it ends what it has started. */
export function start(program, args, { cwd, env, watch = [] } = {}) {
	const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe', ...watch] });
	running.add(child);
	let said = '';
	const gone = new Promise((resolve) => {
		child.once('exit', resolve);
		child.once('error', resolve);
	});
	gone.then(() => running.delete(child));
	for (const stream of child.stdio.slice(1)) stream?.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-20_000)));
	return {
		/** Waits for the program to print what the pattern matches, and gives the match. */
		async says(pattern, limit) {
			const end = Date.now() + limit;
			while (Date.now() < end && child.exitCode === null) {
				const match = pattern.exec(said);
				if (match) return match;
				await new Promise((resolve) => setTimeout(resolve, 20));
			}
			throw new Error(`${program} did not start:\n${said}`);
		},
		async end() {
			kill(child);
			await gone;
		},
	};
}

function kill(child) {
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		// Already gone.
	}
}

/** The first of these programs that is installed: names are looked for in PATH. */
export function installed(...candidates) {
	const places = candidates.flatMap((name) => (path.isAbsolute(name) ? [name] : (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name))));
	return places.find((place) => {
		try {
			accessSync(place, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}

/** A port that is free now. */
export function freePort() {
	return new Promise((resolve, reject) => {
		const server = net.createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}
