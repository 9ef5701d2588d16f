// The worker that reads for a page. In: a compiled module and articles, each of these with a number. Out: under the same number its timeline with the places of its blocks, or
// the kind and message of its error; first of all, that it is there. It knows no page.

import { read } from './reading.js';
import { configure } from './settings.js';

let give;
// Articles may come before it: the worker starts while the wasm is still on its way.
const module = new Promise((resolve) => (give = resolve));

// Language files and models: the page is asked for one when it is needed.
const wanted = {};
const ask = (file) => new Promise((resolve, reject) => {
	wanted[file] = ({ contents, problem }) => (problem ? reject(problem) : resolve(contents));
	postMessage({ file });
});
const asked = (kind, codes) => Object.fromEntries(codes.map((code) => [code, () => ask(`${kind}/${code}`)]));

addEventListener('message', async ({ data }) => {
	if (data.file) return wanted[data.file](data);
	if (data.module) {
		configure({ reader: { languages: asked('languages', data.languages), models: asked('models', data.models) } });
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
