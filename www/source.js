// What an element shows: the first of its property, its src, data inside it, the article that `for` names, a list inside it, the article that the page holds. In: the element. Out: data as
// it was found, and the timeline in it. It must never learn how that is drawn, nor what other people's formats look like.

import { explained, fail } from './errors.js';
import { bring, get, script, typeOf } from './load.js';

/** Data that stands in an element; what is no JSON is a table or a calendar. */
const INSIDE = ['json', 'csv', 'calendar'].map((end) => `:scope > script[type$="${end}"]`).join();

/** Where its data comes from: `name` tells one source from another, `load` gives what is there; or `roots` gives the elements of an article in the page. */
export function sourceOf(element, given) {
	const source = (name, where) => ({ name, load: () => taken(element, name, where) });
	if (given) return source(given);
	const src = element.getAttribute('src');
	if (src !== null) return { name: src, load: (signal) => fetched(src, element, signal) };
	const inside = element.querySelector(INSIDE);
	if (inside) return source(inside.text, 'The data inside <article-timeline>');
	const list = !element.hasAttribute('for') && element.querySelector(':scope ol time')?.closest('ol');
	if (list) return source(new XMLSerializer().serializeToString(list), 'The list inside <article-timeline>');
	return { roots: () => rootsOf(element) };
}

// Timelines and articles of our own are told at a glance; all else is shown to the program that knows other people's formats, which gives back what is none of them.
async function taken(element, found, where, response, bytes) {
	let data = found;
	try {
		data = JSON.parse(found);
	} catch {} // an object, or no JSON
	const [first] = [data?.events ?? data].flat();
	if (first == null || data.columns || first?.when || first?.blocks || first?.text?.at || first?.nodeType) return data;
	const { adopt } = await script(import('./exchange.js'), 'exchange.js');
	return adopt(bring('exchange'), found, data, { where, response, bytes, lang: element.closest('[lang]')?.lang });
}

// The elements of the article that stands in the page, in order: none, which means the whole page, without `for`; nothing as long as they are not there.
function rootsOf(element) {
	const selector = element.getAttribute('for');
	if (selector === null) return [];
	const found = [element.getRootNode(), document].map((root) => [...root.querySelectorAll(selector)]).find((found) => found.length > 0);
	return found?.filter((root) => !found.some((other) => other !== root && other.contains(root)));
}

/** Why there is no article: an error, to be told when the page has settled. */
export function unmatched(element) {
	const selector = element.getAttribute('for');
	return explained('unmatched', selector, Boolean(document.getElementById(selector)));
}

/** Whether it is drawn as it is; all else is an article to be read. */
export const isFinished = (data) => Boolean(data?.events || data?.columns);

/** How many entries a timeline has. */
export const countOf = ({ events, columns }) => (columns?.start ?? events)?.length ?? 0;

/** The timeline of an article, which is read as the element says. */
export async function read(article, element) {
	const [published, worker] = ['published', 'worker'].map((name) => element.getAttribute(name) ?? undefined);
	const { analyze } = await script(import('./reader.js'), 'reader.js');
	return analyze(article, { published, worker });
}

/** Whether two objects say the same: frameworks make a new one for each drawing of theirs. Columns are too long to be compared but as a whole. */
export function isAlike(one, other) {
	if (typeof (one ?? '') === 'string') return one === other;
	if (one === other || !other) return false; // the same object is given again because something in it has changed
	const [{ columns, ...rest }, { columns: otherColumns, ...otherRest }] = [one, other];
	try {
		const isEqual = JSON.stringify(rest) === JSON.stringify(otherRest);
		return isEqual && Object.keys({ ...columns, ...otherColumns }).every((name) => columns?.[name] === otherColumns?.[name]);
	} catch {
		return false; // what can't be written is told when it is read
	}
}

async function fetched(src, element, signal) {
	const response = await get(await addressOf(src, element.baseURI), signal);
	const type = await typeOf(response);
	if (/html/.test(type)) return (await script(import('./html.js'), 'html.js')).pageAt(response.url);
	if (/^(image|audio|video|font)\b|pdf|zip/.test(type)) await fail('type', response.url, type);
	const bytes = await response.arrayBuffer();
	return taken(element, new TextDecoder().decode(bytes), response.url, response, bytes);
}

async function addressOf(src, base) {
	try {
		return new URL(src, base);
	} catch {
		return fail('address', src);
	}
}
