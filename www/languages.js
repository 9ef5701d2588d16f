// How languages other than English speak of time, for the programs that read it. In: a language's code. Out: its file, as a text.

import { script } from './load.js';
import { given } from './settings.js';

// English comes with the wasm.
const LANGUAGES = {
	de: () => import('./languages/de.js'),
};

/** The file of a language, the page's own where it has said one. */
export const languageFile = async (code) => (await given('reader', 'languages', code)) ?? (await script(LANGUAGES[code](), `The language file (${code})`)).default;
