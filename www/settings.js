// What the page has said about the files of the package: where each program's wasm is, and words and languages of its own. In: options of
// `configure`. Out: the same, for those who bring the files. It brings nothing itself.

import { fail } from './errors.js';

// A classic script (global.js) is told before any module is there.
const settings = globalThis.ArticleTimeline?.settings ?? {};

/** Adds to what was said of the programs: `{ reader: { wasm, languages, models }, widget: { wasm, words } }`. */
export function configure(options) {
	for (const program in options) settings[program] = { ...settings[program], ...options[program] };
}

/** What was said, if anything. */
export const setting = (program, name) => settings[program]?.[name];

/** A file that the page has said: the contents themselves, the address of a script that exports them, a promise of either or a function that gives it. */
export async function given(program, name, code) {
	const source = setting(program, name)?.[code];
	const found = await (typeof source === 'function' ? source() : source);
	const file = found instanceof URL ? await importFrom(found.href).catch(({ message }) => fail('script', found.href, message)) : found;
	return file?.default ?? file;
}

/** Imports what no bundler can know beforehand, and none must look for. */
export const importFrom = (address) => import(/* webpackIgnore: true */ /* @vite-ignore */ address);
