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
	const given = await had(source, BESIDE[program], `${program}.wasm`);
	if (globalThis.WebAssembly && given instanceof WebAssembly.Module) return given;
	await refuseWhereForbidden();
	const isAddress = given instanceof URL || typeof given === 'string';
	const address = isAddress && new URL(given, globalThis.document?.baseURI);
	if (isAddress && address.protocol !== 'file:') return compileResponse(await get(address));
	// All else is for those who say where it is, and for Node.
	const { compileGiven } = await script(import('./compile.js'), 'A script');
	return compileGiven(address || given);
}

/** What a source gives, be it a promise or a function; `own` is the one that is taken unless a page says another. */
export async function had(source, own, file) {
	try {
		const given = await (typeof source === 'function' ? source() : source);
		return given.default ?? given; // an import of the file, as bundlers make of it
	} catch (error) {
		return source === own ? fail('nowhere', file) : fail('source', file, error.message);
	}
}

// The smallest module there is. Browsers word a refusal differently, and one asks the policy only when a module is started: so it is tried, before anything is
// fetched in vain.
const SMALLEST = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

async function refuseWhereForbidden() {
	if (!globalThis.WebAssembly) await fail('old', 'WebAssembly');
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

export async function compileResponse(response) {
	await refuseUnlike(response, 'WebAssembly');
	// compileStreaming insists on the type; a server that does not know it is still served.
	const isTyped = response.headers.get('content-type')?.startsWith('application/wasm') && WebAssembly.compileStreaming;
	return (isTyped ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())).catch(() => fail('bytes', response.url));
}

// What the page's policy has refused, and by which directive: a failed fetch tells neither.
const refused = new Map();
globalThis.document?.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => refused.set(blockedURI, effectiveDirective));

/** What the server answers for the address. */
export const get = (address, signal) =>
	fetch(address, { signal }).catch((error) => (signal?.aborted ? Promise.reject(error) : unreached(address.origin, 'unreached', address.href)));

/** Throws where an answer is none, or a web page where something else should be. */
export async function refuseUnlike(response, wanted) {
	if (!response.ok) await fail('status', response.url, response.status);
	if (/html/.test(response.headers.get('content-type'))) await fail('page', response.url, wanted);
}

/** A script of the package that is fetched when it is needed. */
export const script = (loading, name) => loading.catch(({ message }) => unreached(undefined, 'script', name, message));

// What of it the policy has refused; else the cause.
async function unreached(origin, ...cause) {
	await new Promise((resolve) => setTimeout(resolve)); // the policy's event comes in a task of its own
	for (const [address, directive] of refused) if (cause.includes(address) || address === origin || (!origin && /^script/.test(directive) && /^http/.test(address))) await fail('policy', address, directive);
	return fail(...cause);
}
