// Other people's formats: calls into exchange.wasm. In: a compiled module, a text or an object, names of formats. Out: the same in another format, and what
// that can not say. It knows no page.

import instantiate, { build, convert as write, fetched, missing } from './exchange-glue.js';
import { enter } from './errors.js';
import { languageFile } from './languages.js';
import { start } from './load.js';

let started;

// After a panic nothing of that instance is called again: whoever comes next gets a new one.
const call = (work) => enter(work, () => (started = undefined));

/** The data in another format: an object where that is JSON, else a text. */
export async function convert(module, data, { from, to = 'json', lang } = {}) {
	started ??= start(instantiate, build, module).catch((error) => {
		started = undefined;
		throw error;
	});
	await started;
	const code = typeof lang === 'string' ? call(() => missing(lang)) : undefined;
	if (code) {
		const file = await languageFile(code);
		call(() => fetched(file));
	}
	const text = typeof data === 'string' ? data : JSON.stringify(data);
	const [written, isJson, lost] = call(() => write(text ?? '', from, to, lang));
	return { data: isJson ? JSON.parse(written) : written, lost };
}
