// Files that are handed over rather than fetched as usual: a Response, bytes, or a file where there is no page. In: one of these. Out: a WebAssembly.Module, or the bytes.

import { fail } from './errors.js';
import { compileResponse, get, had, refuseUnlike } from './load.js';
import { importFrom } from './settings.js';

/** Whatever `configure` was given as a wasm, but an address of the web or a compiled module. */
export async function compileGiven(given) {
	if (isResponse(given)) return compileResponse(given);
	const bytes = given instanceof URL ? await readFile(given) : given;
	// What is no bytes at all is refused in the same way.
	return (async () => WebAssembly.compile(bytes))().catch(() => fail('bytes', given instanceof URL ? given : 'What was given as a wasm'));
}

/** The bytes of a file, which may be given in the ways of a wasm; `own` is where it is unless a page says so. */
export async function bytesOf(source, own, file) {
	const given = await had(source ?? own, own, file);
	const address = given instanceof URL || typeof given === 'string' ? new URL(given, globalThis.document?.baseURI) : undefined;
	if (address?.protocol === 'file:') return readFile(address);
	const response = address ? await get(address) : given;
	if (!isResponse(response)) return new Uint8Array(response);
	await refuseUnlike(response, 'a model');
	return new Uint8Array(await response.arrayBuffer());
}

const isResponse = (given) => globalThis.Response && given instanceof Response;

// Node fetches no files. Bundlers for pages would look for its module in vain, so its name is none that they can read.
const FILES = ['node:fs', 'promises'];
async function readFile(address) {
	const { readFile } = await importFrom(FILES.join('/'));
	return readFile(address).catch(() => fail('file', address));
}
