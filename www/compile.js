// Files that a page hands over in ways of its own, and files where there is no page. In: what `configure` was given. Out: a WebAssembly.Module, bytes, or contents.

import { fail } from './errors.js';
import { beside, compileResponse, get, refuseWhereForbidden, typeOf } from './load.js';

/** A wasm: an address, a Response, bytes, the compiled module, what importing one of these gives, a promise of any or a function that gives it. */
export async function compileGiven(source, program) {
	const given = await had(source, `${program}.wasm`);
	if (given instanceof WebAssembly.Module) return given;
	await refuseWhereForbidden();
	const address = addressOf(given);
	if (isResponse(given) || (address && !isFile(address))) return compileResponse(address ? await get(address) : given);
	const bytes = address ? await readFile(address) : given;
	// What is no bytes at all is refused in the same way.
	return (async () => WebAssembly.compile(bytes))().catch(() => fail('bytes', address ?? 'What was given as a wasm'));
}

/** The bytes of a file, given in the same ways; `own` says where it stands unless a page says another place. */
export async function bytesOf(source, own, file) {
	const given = source ? await had(source, file) : await beside(own, file);
	const address = addressOf(given);
	if (address && isFile(address)) return readFile(address);
	const response = address ? await get(address) : given;
	if (!isResponse(response)) return new Uint8Array(response);
	await typeOf(response, 'a model');
	return new Uint8Array(await response.arrayBuffer());
}

/** Words or a language file: the contents, the address of a script that exports them, a promise of either or a function that gives it. */
export async function contentsOf(source, file) {
	const found = await had(source, file);
	if (!(found instanceof URL)) return found;
	const { default: contents } = await importFrom(found.href).catch(({ message }) => fail('script', found.href, message));
	return contents;
}

async function had(source, file) {
	try {
		const given = await (typeof source === 'function' ? source() : source);
		return given.default ?? given; // an import of the file, as bundlers make of it
	} catch (error) {
		return fail('source', file, error.message);
	}
}

const addressOf = (given) => (given instanceof URL || typeof given === 'string' ? new URL(given, globalThis.document?.baseURI) : undefined);
const isFile = ({ protocol }) => protocol === 'file:';
const isResponse = (given) => globalThis.Response && given instanceof Response;

// What no bundler can know beforehand, and none must look for.
const importFrom = (address) => import(/* webpackIgnore: true */ /* @vite-ignore */ address);

// Node fetches no files. Its module is none for pages.
const FILES = ['node:fs', 'promises'];
async function readFile(address) {
	const { readFile } = await importFrom(FILES.join('/'));
	return readFile(address).catch(() => fail('file', address));
}
