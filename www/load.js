// Brings a wasm, and gives each way to fail its name. In: an address, a response, bytes, or what is compiled already. Out: a WebAssembly.Module.
// It knows neither program, and works where there is no page: in workers, Node, Deno, Bun and at the edge.

import { refuse } from './errors.js';

/** The compiled module of a wasm that may be given in any of these ways, or be promised. */
export async function compile(source) {
	const given = await source;
	if (given instanceof WebAssembly.Module) return given;
	const place = given instanceof URL || typeof given === 'string' ? new URL(given, globalThis.document?.baseURI) : undefined;
	const csp = watchPolicy(place);
	try {
		return await (place?.protocol === 'file:' ? compileFile(place) : place ? compileResponse(await get(place)) : compileGiven(given));
	} catch (error) {
		if (await csp.blocked(error)) refuseForbidden();
		throw error;
	} finally {
		csp.end();
	}
}

/** Starts a program by its glue. WebKit lets a forbidden wasm be compiled, and asks the policy only now. */
export async function start(glue, module) {
	try {
		await glue.default(await module);
	} catch (error) {
		if (!error.kind && isPolicy(error)) refuseForbidden();
		throw error;
	}
	return glue;
}

const refuseForbidden = () => refuse('blocked-by-csp', "The page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to script-src.");

const compileGiven = (given) => (globalThis.Response && given instanceof Response ? compileResponse(given) : compileBytes(given, 'What was given as a wasm'));

async function compileResponse(response) {
	// compileStreaming insists on the type; a server that does not know it is still served.
	const isTyped = response.headers.get('content-type')?.startsWith('application/wasm');
	if (!isTyped || !WebAssembly.compileStreaming) return compileBytes(await response.arrayBuffer(), response.url);
	return named(WebAssembly.compileStreaming(response), response.url);
}

const compileBytes = (bytes, name) => named(WebAssembly.compile(bytes), name);

/** The bytes of a file that stands beside the scripts. */
export async function bytes(url) {
	return url.protocol === 'file:' ? readFile(url) : new Uint8Array(await (await get(url)).arrayBuffer());
}

// Node fetches no files. Bundlers for pages would look for its module in vain, so its name is none that they can read, and the comments tell them so.
const FILES = ['node:fs', 'promises'];
async function readFile(url) {
	const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ FILES.join('/'));
	return readFile(url).catch(() => refuse('not-found', `${url} can not be read.`));
}

const compileFile = async (url) => compileBytes(await readFile(url), url);

async function named(compiling, name) {
	try {
		return await compiling;
	} catch (error) {
		if (!(error instanceof WebAssembly.CompileError) || isPolicy(error)) throw error;
		refuse('wrong-type', `${name} is not WebAssembly.`);
	}
}

/** What stands at the address, or a TimelineError. */
export async function get(url, signal) {
	const response = await fetch(url, { signal }).catch(() => refuse('not-found', `${url} can not be fetched.`));
	if (!response.ok) refuse('not-found', `${url} answers ${response.status}.`);
	return response;
}

const isPolicy = (error) => /content.security|csp|unsafe-eval/i.test(error.message);

// Browsers word a policy's refusal differently and Firefox's fetch error not at all; the violation event is common to them. What was once
// forbidden stays so: WebKit tells of a second wasm that is kept away only the first time.
const forbidden = new Set();

function watchPolicy(place) {
	const { document } = globalThis;
	const note = ({ blockedURI }) => forbidden.add(blockedURI);
	document?.addEventListener('securitypolicyviolation', note);
	return {
		async blocked(error) {
			if (document) await new Promise((resolve) => setTimeout(resolve)); // the event comes in a task of its own
			return forbidden.has('wasm-eval') || forbidden.has(place?.href) || isPolicy(error);
		},
		end: () => document?.removeEventListener('securitypolicyviolation', note),
	};
}
