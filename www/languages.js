// How languages other than English speak of time, for the programs that read it. In: a language's code. Out: its file, as a text.

import { script } from './load.js';
import { setting } from './settings.js';

// English comes with the wasm.
const LANGUAGES = {
	de: () => import('./languages/de.js'),
};

/** The file of a language, the page's own where it has said one. */
export async function languageFile(code) {
	const own = setting('reader', 'languages')?.[code];
	if (own) return (await script(import('./compile.js'), 'compile.js')).contentsOf(own, `languages/${code}.js`);
	return (await script(LANGUAGES[code](), `languages/${code}.js`)).default;
}
