// What the page has said about the files of the package: where each program's wasm is, and words and languages of its own. In: options of
// `configure`. Out: the same, for those who bring the files. It brings nothing itself.

// A classic script (global.js) is told before any module is there.
const settings = globalThis.ArticleTimeline?.settings ?? {};

/** Adds to what was said of the programs: `{ reader: { wasm, languages, models }, widget: { wasm, words } }`. */
export function configure(options) {
	for (const program in options) settings[program] = { ...settings[program], ...options[program] };
}

/** What was said, if anything. */
export const setting = (program, name) => settings[program]?.[name];
