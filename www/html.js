// HTML as text: parsed by the browser in a document of its own, where no script runs and nothing is fetched. In: HTML, and its address, if it has one. Out: the
// same flat page that is made of a live document. It puts nothing into the page.

import { fail } from './errors.js';
import { flatten } from './page.js';

/** Whether a text is HTML and not an article's plain text. */
export const isMarkup = (text) => typeof text === 'string' && /^\s*<(!doctype|!--|html|head|body|article|main|section|div|h1|p)\b/i.test(text);

/** The flat page of HTML. A piece of it, without a document around, is an article by itself. */
export async function pageOf(html, url) {
	return flat(parse(html) ?? (await fail('markup')), html, url);
}

function flat(parsed, html, url) {
	const named = [];
	if (!/<(!doctype|html|head|body)\b/i.test(html)) {
		const whole = parsed.createElement('div');
		whole.append(...parsed.body.childNodes);
		parsed.body.append(whole);
		named.push(whole);
	}
	// What is parsed here takes the address of the page that it is parsed in.
	return { ...flatten(parsed, named), url };
}

/** The flat page that an address answers with; where it holds no text, a script would have to make it, and the answer is none. */
export async function pageAt(response) {
	const html = await response.text();
	const page = flat(parse(html) ?? (await again(response.url)), html, response.url);
	return page.page.text.trim() ? page : fail('page', response.url, 'JSON');
}

function parse(html) {
	try {
		return new DOMParser().parseFromString(html, 'text/html');
	} catch {
		return undefined; // Trusted Types, where a page demands them
	}
}

// An answer that the browser has parsed itself is allowed all the same.
function again(address) {
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.responseType = 'document';
		request.onload = () => resolve(request.response);
		request.onerror = () => fail('markup').catch(reject);
		request.open('GET', address);
		request.send();
	});
}
