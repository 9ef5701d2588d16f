// The reader: finds a timeline in an article, and the time in a text. In: text, article JSON, Timeline JSON; where there is a page, its elements
// too. Out: plain data. It needs no page: it works in browsers and workers, in Node, Deno and Bun, and at the edge.

import { fail, refuse } from './errors.js';
import { bring, script } from './load.js';
import * as settings from './settings.js';

export { TimelineError } from './errors.js';

/**
 * Says where `reader.wasm` is where it does not stand beside the scripts (`wasm`: an address, a Response, bytes, the compiled module, a promise of one or a
 * function that gives it), and gives `languages` and `models` by their codes. To be called before anything is read.
 */
export const configure = (options) => settings.configure({ reader: options });

/** The same for the wasm alone, which is brought at once. */
export async function init(wasm) {
	configure({ wasm });
	await bring('reader');
}

/** Reads an article (text, accepted JSON, in a page an Element or HTML, or an array of them) and gives its timeline as JSON. */
export async function analyze(article, options = {}) {
	const articles = Array.isArray(article) ? article : [article];
	if (articles.length === 0) await fail('data', article);
	for (const one of articles) await refuseUnread(one);
	const module = bring('reader');
	// What a page has beside is fetched only where there is one: the walk over its elements, and the worker that spares it the reading.
	const { analyze: read } = await script(globalThis.document ? import('./host.js') : import('./reading.js'), 'reader.js');
	return read(module, articles, options);
}

/** The words in a text that speak of time, with what they mean; offsets count as JavaScript strings do. */
export async function tag(text, options) {
	const { tag: read } = await script(import('./reading.js'), 'reader.js');
	return read(bring('reader'), text, options);
}

/** The sentences of a text as trees: for each word its part of speech, the word it hangs on, and how. */
export async function parse(text, options) {
	const { parse: read } = await script(import('./reading.js'), 'reader.js');
	return read(bring('reader'), text, options);
}

/** A timeline in another format: TimelineJS, tables, iCalendar, JSON-LD, static HTML, feeds and others; gives it with what that format can not say. */
export async function convert(data, options) {
	const { convert: write } = await script(import('./exchange.js'), 'exchange.js');
	return write(bring('exchange'), data, options);
}

/** The events of a timeline as an ordered list in HTML, to stand inside <article-timeline> in a page from a server. */
export async function renderToString(timeline, options) {
	const { renderToString: write } = await script(import('./exchange.js'), 'exchange.js');
	return write(bring('exchange'), timeline, options);
}

// Forms of an article that are not read yet say so, instead of being taken for text.
async function refuseUnread(article) {
	if (isOther(article)) await fail('data', article);
	if (!globalThis.document && typeof article === 'string' && /^\s*<(!doctype|html|head|body|article|div|p)\b/i.test(article)) {
		refuse('unsupported', 'HTML is parsed by the browser, and there is none here: give plain text, or let the command line read the page.');
	}
}

// An object that has nothing of an article or a timeline: JSON of something else.
function isOther(data) {
	if (!data || typeof data !== 'object' || data.nodeType) return false;
	return !['events', 'headline', 'text', 'blocks', 'page'].some((name) => name in data);
}
