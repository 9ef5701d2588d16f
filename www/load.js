// Brings the files of the package: a program's wasm, and scripts that are fetched when they are needed. In: an address, a response, bytes, or what is
// compiled already. Out: a WebAssembly.Module, or an error with a name for each way to fail. It works where there is no page: in workers, Node, Deno, Bun
// and at the edge.

import { BESIDE } from './beside.js';
import { fail } from './errors.js';
import { setting } from './settings.js';

const compiled = new Map();

/** The compiled wasm of a program, once for what it is said to be. A load that failed is tried again by the next caller. */
export function bring(program) {
	const source = setting(program, 'wasm') ?? BESIDE[program];
	if (!compiled.has(source)) {
		const loading = compile(source, program);
		compiled.set(source, loading);
		loading.catch(() => compiled.delete(source)); // told where it is awaited
	}
	return compiled.get(source);
}

async function compile(source, program) {
	if (!globalThis.WebAssembly) await fail('old', 'WebAssembly');
	const address = source === BESIDE[program] && (await beside(source, `${program}.wasm`));
	// All but what is fetched as usual is for those who say where it is, and for Node.
	if (address?.protocol?.startsWith('http')) return refuseWhereForbidden().then(() => get(address)).then(compileResponse);
	const { compileGiven } = await script(import('./compile.js'), 'compile.js');
	return compileGiven(address || source, program);
}

/** The address of a file that stands beside the scripts. */
export async function beside(addressOf, file) {
	try {
		return unmoved(addressOf());
	} catch {
		return fail('nowhere', file); // a bundle without import.meta.url
	}
}

// Vite's dev server before version 8 moves scripts to another folder of node_modules and leaves the files beside them where they are.
const unmoved = (place) => (place.href?.includes('/.vite/deps/') ? new URL(place.href.replace('/.vite/deps/', '/article-timeline/dist/')) : place);

// The smallest module there is. Browsers word a refusal differently, and one asks the policy only when a module is started: so it is tried, before anything is
// fetched in vain.
const SMALLEST = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

export async function refuseWhereForbidden() {
	try {
		new WebAssembly.Instance(new WebAssembly.Module(SMALLEST));
	} catch {
		await fail('forbidden');
	}
}

/** Starts a program by its glue, if both are of one build. */
export async function start(instantiate, own, loading) {
	const module = await loading;
	const [stamp] = WebAssembly.Module.customSections(module, 'build');
	const build = stamp ? new TextDecoder().decode(stamp) : own; // a tool has taken it out
	if (build !== own) await fail('mixed', build, own);
	try {
		await instantiate(module);
	} catch (error) {
		await refuseWhereForbidden();
		throw error;
	}
}

/** The module in an answer. */
export async function compileResponse(response) {
	const type = await typeOf(response, 'WebAssembly');
	// compileStreaming insists on the type; a server that does not know it is still served.
	const compiling = /^application.wasm/.test(type) && WebAssembly.compileStreaming ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
	return compiling.catch(() => fail('bytes', response.url));
}

// What the page's policy has refused, and by which directive: a failed fetch tells neither.
const refused = new Map();
globalThis.document?.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => refused.set(blockedURI, effectiveDirective));

/** What the server answers for the address. */
export const get = (address, signal) => fetch(address, { signal }).catch((error) => (signal?.aborted ? Promise.reject(error) : unreached('unreached', address.href)));

/** The type of an answer. Throws where it is none, or a web page where something else is wanted. */
export async function typeOf({ ok, url, status, headers }, wanted) {
	const type = headers.get('content-type') ?? '';
	if (!ok || (wanted && /html/.test(type))) await fail(ok ? 'page' : 'status', url, ok ? wanted : status);
	return type;
}

/** A script of the package that is fetched when it is needed. */
export const script = (loading, name) => loading.catch(({ message }) => unreached('script', name, message));

async function unreached(...cause) {
	await new Promise((resolve) => setTimeout(resolve)); // the policy's event comes in a task of its own
	return fail('refused', refused, ...cause);
}
