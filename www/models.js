// The weights for a language's trees. In: a language's code. Out: the file's bytes, from beside the scripts or from where the page has said.

import { script } from './load.js';
import { setting } from './settings.js';

/** Where they are: addresses that bundlers see, so that they take the files along. */
export const MODELS = {
	en: () => new URL('./models/en.model', import.meta.url),
};

/** The model of a language. */
export async function modelFile(code) {
	const { bytesOf } = await script(import('./compile.js'), 'compile.js');
	return bytesOf(setting('reader', 'models')?.[code], MODELS[code], `models/${code}.model`);
}
