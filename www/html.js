// HTML as text: parsed by the browser in a document of its own, where no script runs and nothing is fetched. In: HTML, or an address that answers with it. Out: the
// same flat page that is made of a live document. It puts nothing into the page. A request for a document is what strict policies leave of the ways to parse.

import { fail } from './errors.js';
import { flatten } from './page.js';

/** Whether a text is HTML and not an article's plain text. */
export const isMarkup = (text) => typeof text === 'string' && /^\s*<(!doctype|!--|html|head|body|article|main|section|div|h1|p)\b/i.test(text);

/** The flat page of HTML. A piece of it, without a document around, is an article by itself. */
export async function pageOf(html) {
	const address = URL.createObjectURL(new Blob([html], { type: 'text/html;charset=utf-8' }));
	try {
		const parsed = await documentAt(address);
		const named = [];
		if (!/<(!doctype|html|head|body)\b/i.test(html)) {
			const whole = parsed.createElement('div');
			whole.append(...parsed.body.childNodes);
			parsed.body.append(whole);
			named.push(whole);
		}
		return { ...flatten(parsed, named), url: undefined };
	} finally {
		URL.revokeObjectURL(address);
	}
}

/** The flat page of a web page's address; where it holds no text, a script would have to make it, and that is told. */
export async function pageAt(url) {
	const page = { ...flatten(await documentAt(url)), url };
	return page.page.text.trim() ? page : fail('page', url, 'JSON');
}

function documentAt(address) {
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.responseType = 'document';
		const end = () => (request.response ? resolve(request.response) : fail('markup').catch(reject));
		request.addEventListener('load', end);
		request.addEventListener('error', end);
		request.open('GET', address);
		request.send();
	});
}
