// The folder in which consumers are built: target/consumers, with the tools of the lock file and the package as npm installs it from its tarball.
// In: this folder, dist/. Out: projects that can be built. Knows nothing of browsers.

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const HERE = import.meta.dirname;
export const ROOT = path.resolve(HERE, '../..');
export const SHOP = path.join(ROOT, 'target/consumers');
const PACKED = path.join(ROOT, 'target/consumers-packed');
export const PACKAGE = path.join(PACKED, 'node_modules/article-timeline');

/** Packs the package and lets npm install the tarball into an empty project; gives the tarball. */
export function packed() {
	rmSync(PACKED, { recursive: true, force: true });
	mkdirSync(PACKED, { recursive: true });
	writeFileSync(path.join(PACKED, 'package.json'), '{ "name": "user", "private": true, "type": "module" }\n');
	const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', PACKED], ROOT).replace(/^[^[]*(?=\[\s*\{)/, ''));
	npm(['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${filename}`], PACKED);
	return path.join(PACKED, filename);
}

/** Installs the tools, unless those of this lock file are there, and lays the projects anew. */
export function openShop() {
	mkdirSync(SHOP, { recursive: true });
	const lock = readFileSync(path.join(HERE, 'package-lock.json'), 'utf8');
	const done = path.join(SHOP, 'installed-from.json');
	for (const name of ['package.json', 'package-lock.json', '.npmrc', 'apps']) cpSync(path.join(HERE, name), path.join(SHOP, name), { recursive: true });
	for (const name of projects()) layProject(name);
	if (existsSync(done) && readFileSync(done, 'utf8') === lock) return;
	npm(['ci', '--ignore-scripts'], SHOP);
	writeFileSync(done, lock);
}

/** A folder for one page or one walk through a document. */
export function emptyFolder(name) {
	const folder = path.join(ROOT, 'target/consumers-pages', name);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	return folder;
}

const projects = () => readdirSync(path.join(HERE, 'projects'));
export const project = (name) => path.join(SHOP, 'projects', name);

/** A project's own files, and nothing that an earlier build left; its tools stay. */
function layProject(name) {
	const folder = project(name);
	mkdirSync(folder, { recursive: true });
	for (const entry of readdirSync(folder)) if (entry !== 'node_modules') rmSync(path.join(folder, entry), { recursive: true, force: true });
	cpSync(path.join(HERE, 'projects', name), folder, { recursive: true });
}

/** Puts the package into a project as `npm install` would, and the page that shows a timeline by this library, in a variant of the project if it has it. */
export function furnish(name, library, variant) {
	layProject(name);
	const folder = project(name);
	const modules = path.join(folder, 'node_modules');
	for (const cache of ['.vite', '.cache', '.astro', 'article-timeline']) rmSync(path.join(modules, cache), { recursive: true, force: true });
	cpSync(PACKAGE, path.join(modules, 'article-timeline'), { recursive: true });
	const apps = path.join(HERE, 'apps');
	const source = path.join(folder, 'src');
	const target = existsSync(source) ? source : folder;
	for (const file of readdirSync(apps).filter((file) => file.endsWith('.js'))) cpSync(path.join(apps, file), path.join(target, file));
	cpSync(path.join(apps, library), target, { recursive: true, force: false });
	const own = path.join(folder, 'variants', library === 'article-timeline' ? (variant ?? '-') : 'rival');
	// A variant that is the same in several projects stands beside the apps.
	const other = [own, path.join(apps, `${library}-${variant}`)].find(existsSync);
	if (other) cpSync(other, folder, { recursive: true });
	else if (variant && library === 'article-timeline') throw new Error(`${name} has no variant ${variant}`);
	rmSync(path.join(folder, 'variants'), { recursive: true, force: true });
	return folder;
}

/** Runs a tool of a project to its end; a failure is an error with its words. */
export function tool(folder, [command, ...args], limit = 300_000) {
	const bin = [path.join(folder, 'node_modules/.bin'), path.join(SHOP, 'node_modules/.bin'), path.join(ROOT, 'node_modules/.bin')].join(path.delimiter);
	const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, ...QUIET };
	const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8', timeout: limit, maxBuffer: 64e6 });
	if (error) throw error;
	const said = `${stdout}${stderr}`;
	if (status !== 0) throw new Error(`${command} ended with ${status}\n${said}`);
	return said;
}

/** No tool here may speak home, colour its words or wait for a person. */
export const QUIET = { CI: 'true', NO_COLOR: '1', FORCE_COLOR: '0', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', PARCEL_TELEMETRY_DISABLED: '1' };

function npm(args, cwd) {
	return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 600_000, maxBuffer: 64e6 });
}
