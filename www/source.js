// What an element shows: the first of its property, its src, JSON inside it, the article that `for` names, the one that the page holds. In: the element. Out: data as it was found, and
// the timeline in it. It must never learn how that is drawn.

import { explained, fail } from './errors.js';
import { get, script, typeOf } from './load.js';

/** Where its data comes from: `name` tells one source from another, `load` gives what is there; or `roots` gives the elements of an article in the page. */
export function sourceOf(element, given) {
	if (given) return { name: given, load: () => given };
	const src = element.getAttribute('src');
	if (src !== null) return { name: src, load: (signal) => fetchJson(src, element.baseURI, signal) };
	const json = element.querySelector(':scope > script[type="application/json"]');
	if (json) return { name: json.text, load: () => parseJson(json.text, 'The JSON inside <article-timeline>') };
	return { roots: () => rootsOf(element) };
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
	if (one === other || !one || !other) return false; // the same object is given again because something in it has changed
	const [{ columns, ...rest }, { columns: otherColumns, ...otherRest }] = [one, other];
	try {
		const isEqual = JSON.stringify(rest) === JSON.stringify(otherRest);
		return isEqual && Object.keys({ ...columns, ...otherColumns }).every((name) => columns?.[name] === otherColumns?.[name]);
	} catch {
		return false; // what can't be written is told when it is read
	}
}

async function fetchJson(src, base, signal) {
	const response = await get(await addressOf(src, base), signal);
	const type = await typeOf(response, 'JSON');
	if (/^(image|audio|video|font)\b|pdf|zip/.test(type)) await fail('type', response.url, type);
	return parseJson(await response.text(), response.url);
}

async function addressOf(src, base) {
	try {
		return new URL(src, base);
	} catch {
		return fail('address', src);
	}
}

async function parseJson(text, where) {
	try {
		return JSON.parse(text);
	} catch (error) {
		return fail('json', where, error.message, text);
	}
}
