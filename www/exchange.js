// Other people's formats: calls into exchange.wasm. In: a compiled module, a text or an object, names of formats. Out: the same in another format, and what
// that can not say. It knows no page.

import instantiate, { build, convert as write, fetched, guess, missing } from './exchange-glue.js';
import { enter, fail } from './errors.js';
import { languageFile } from './languages.js';
import { start } from './load.js';

let started;

// After a panic nothing of that instance is called again: whoever comes next gets a new one.
const call = (work) => enter(work, () => (started = undefined));

async function ready(module, lang) {
	started ??= start(instantiate, build, module).catch((error) => {
		started = undefined;
		throw error;
	});
	await started;
	const code = typeof lang === 'string' ? call(() => missing(lang)) : undefined;
	if (!code) return;
	const file = await languageFile(code);
	call(() => fetched(file));
}

const textOf = (data) => (typeof data === 'string' ? data : (JSON.stringify(data) ?? ''));

/** The data in another format: an object where that is JSON, else a text. */
export async function convert(module, data, { from, to = 'json', lang } = {}) {
	await ready(module, lang);
	const [written, isJson, lost] = call(() => write(textOf(data), from, to, lang));
	return { data: isJson ? JSON.parse(written) : written, lost };
}

/**
 * The events of a timeline as an ordered list in HTML: what stands inside <article-timeline> until it draws, and where it can not. With `data` the timeline stands
 * behind it as JSON, so that the element need not read the list.
 */
export async function renderToString(module, timeline, { lang, data } = {}) {
	const { data: list } = await convert(module, timeline, { to: 'html', lang });
	if (!data) return list;
	const { data: whole } = await convert(module, timeline, { lang });
	return `${list}<script type="application/json">${JSON.stringify(whole).replaceAll('<', '\\u003c')}</script>\n`;
}

// What a text is when nothing in it tells: what it was sent as, or how its address ends.
const KINDS = [[/csv/, 'csv'], [/tab-separated|\.tsv/, 'tsv'], [/calendar|\.ics/, 'ics']];

/**
 * What was found where a timeline is expected, as `found` and parsed as `data` if it is JSON: in another format it becomes Timeline JSON, and what is in none comes
 * back as it is.
 */
export async function adopt(module, found, data, { where, response, bytes, lang }) {
	await ready(module, lang);
	const text = bytes ? decoded(bytes, found) : textOf(found);
	const sent = response && `${response.headers.get('content-type')} ${new URL(response.url).pathname}`;
	const seen = call(() => guess(text));
	const isText = data === found && typeof found === 'string';
	const from = seen === 'json' && isText ? KINDS.find(([kind]) => kind.test(sent))?.[1] : seen;
	// A text that a page has set may be an article.
	if (!from || from === 'json') return isText && where ? fail('json', where, problemOf(text), text) : data;
	try {
		return (await convert(module, text, { from, lang })).data;
	} catch (error) {
		if (error.kind !== 'bad-input') throw error;
		return fail('format', where ?? 'The timeline property', from, error.message);
	}
}

// Spreadsheets write other encodings than the web's: with a mark in front, or that of Windows, which shows by not being UTF-8.
function decoded(bytes, text) {
	const [first, second] = new Uint8Array(bytes);
	if (first + second === 0x1fd) return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
	return text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text;
}

function problemOf(text) {
	try {
		return JSON.parse(text);
	} catch ({ message }) {
		return message;
	}
}
