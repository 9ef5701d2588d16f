// The worker that reads for a page. In: the compiled module, then articles, each with a number. Out: under the same number its timeline, or the
// kind and message of its error; first of all, that it is there. It knows no page.

import { analyze } from './reading.js';

let module;

addEventListener('message', async ({ data }) => {
	if (data.module) return void (module = data.module);
	const { number, articles, options } = data;
	try {
		postMessage({ number, timeline: await analyze(module, articles, options) });
	} catch ({ kind = 'crashed', message }) {
		postMessage({ number, kind, message });
	}
});

postMessage({ isThere: true });
