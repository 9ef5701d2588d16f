// Compiles a wasm that is handed over rather than fetched: a Response, bytes, or a file where there is no page. In: one of these. Out: a WebAssembly.Module.

import { fail } from './errors.js';
import { compileResponse } from './load.js';
import { importFrom } from './settings.js';

/** Whatever `configure` was given but an address of the web or a compiled module. */
export async function compileGiven(given) {
	if (globalThis.Response && given instanceof Response) return compileResponse(given);
	if (!(given instanceof URL)) return compileBytes(given, 'What was given as a wasm');
	const { readFile } = await importFrom(FILES.join('/'));
	return compileBytes(await readFile(given).catch(() => fail('file', given)), given);
}

// Node fetches no files. Bundlers for pages would look for its module in vain, so its name is none that they can read.
const FILES = ['node:fs', 'promises'];

// What is no bytes at all is refused in the same way.
const compileBytes = async (bytes, name) => WebAssembly.compile(bytes).catch(() => fail('bytes', name));
