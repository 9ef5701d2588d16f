// How languages other than English speak of time, for the programs that read it: a file each, fetched when the first article in one of them is read. In: a language's
// code. Out: its file, as a text.

import { script } from './load.js';
import { setting } from './settings.js';

// English comes with the wasm.
export const LANGUAGES = {
	de: () => import('./languages/de.js'),
};

/** The file of a language, the page's own where it has said one. */
export async function languageFile(code) {
	const own = setting('reader', 'languages')?.[code];
	const name = `languages/${code}.js`;
	if (!own) return (await script(LANGUAGES[code](), name)).default;
	return (await script(import('./compile.js'), 'compile.js')).contentsOf(own, name);
}
