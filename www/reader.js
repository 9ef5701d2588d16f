// The reader: finds a timeline in an article, and the time in a text. In: text, article JSON, Timeline JSON; where there is a page, its elements
// too. Out: plain data. It needs no page: it works in browsers and workers, in Node, Deno and Bun, and at the edge.

import { refuse } from './errors.js';
import { compile } from './load.js';

export { TimelineError } from './errors.js';

let source = new URL('./reader.wasm', import.meta.url);
let compiled;

/** Says where reader.wasm is, where it does not stand beside this file: an address, a Response, bytes, or (at the edge) the compiled module. */
export async function init(wasm) {
	source = wasm;
	compiled = undefined;
	await bring();
}

// Once. A load that failed is tried again by the next caller.
function bring() {
	compiled ??= compile(source).catch((error) => {
		compiled = undefined;
		throw error;
	});
	return compiled;
}

/** Reads an article (text, accepted JSON, in a page an Element, or an array of them) and gives its timeline as JSON. */
export async function analyze(article, options = {}) {
	const articles = Array.isArray(article) ? article : [article];
	for (const one of articles) refuseUnread(one);
	const module = bring();
	module.catch(() => {}); // told where it is awaited
	// What a page has beside is fetched only where there is one: the walk over its elements, and the worker that spares it the reading.
	const { analyze: read } = await (globalThis.document ? import('./host.js') : import('./reading.js'));
	return read(module, articles, options);
}

/** The words in a text that speak of time, with what they mean; offsets count as JavaScript strings do. */
export async function tag(text, options) {
	const { tag: read } = await import('./reading.js');
	return read(bring(), text, options);
}

/** The sentences of a text as trees: for each word its part of speech, the word it hangs on, and how. */
export async function parse(text, options) {
	const { parse: read } = await import('./reading.js');
	return read(bring(), text, options);
}

// Forms of an article that are not read yet say so, instead of being taken for text.
function refuseUnread(article) {
	if (article?.nodeType === 9) refuse('unsupported', 'Whole pages are not read yet: give the element that holds the article.');
	if (typeof article === 'string' && /^\s*<(!doctype|html|head|body|article|div|p)\b/i.test(article)) {
		refuse('unsupported', 'HTML text is not read yet: give the element that holds the article, or its plain text.');
	}
}
