// The worker that reads for a page. In: a compiled module and articles, each of these with a number. Out: under the same number its timeline with the places of its blocks, or
// the kind and message of its error; first of all, that it is there. It knows no page.

import { read } from './reading.js';
import { configure } from './settings.js';

let give;
// Articles may come before it: the worker starts while the wasm is still on its way.
const module = new Promise((resolve) => (give = resolve));

// Languages that the page was given itself: it is asked for one when it is needed.
const wanted = {};
const ask = (code) => new Promise((resolve, reject) => {
	wanted[code] = ({ contents, problem }) => (problem ? reject(problem) : resolve(contents));
	postMessage({ code });
});

addEventListener('message', async ({ data }) => {
	if (data.code) return wanted[data.code](data);
	if (data.module) {
		configure({ reader: { languages: Object.fromEntries(data.codes.map((code) => [code, () => ask(code)])) } });
		return give(data.module);
	}
	const { number, articles, options } = data;
	try {
		postMessage({ number, ...(await read(module, articles, options)) });
	} catch ({ kind = 'crashed', message }) {
		postMessage({ number, kind, message });
	}
});

postMessage({ isThere: true });
