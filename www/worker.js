// The worker that reads for a page. In: a compiled module and articles, each of these with a number. Out: under the same number its timeline with the places of its blocks, or
// the kind and message of its error; first of all, that it is there. It knows no page.

import { read } from './reading.js';

let give;
// Articles may come before it: the worker starts while the wasm is still on its way.
const module = new Promise((resolve) => (give = resolve));

addEventListener('message', async ({ data }) => {
	if (data.module) return give(data.module);
	const { number, articles, options } = data;
	try {
		postMessage({ number, ...(await read(module, articles, options)) });
	} catch ({ kind = 'crashed', message }) {
		postMessage({ number, kind, message });
	}
});

postMessage({ isThere: true });
