// Reading for a page: in a worker where the page allows one, else here, in tasks that leave the page its turn. In: a compiled module (promised),
// articles, elements of the page among them. Out: Timeline JSON. It reads nothing itself.

import { TimelineError, explained } from './errors.js';
import { LANGUAGES, languageFile } from './languages.js';
import { MODELS, modelFile } from './models.js';
import { script } from './load.js';
import { flatten, keepPlaces } from './page.js';
import { allowsWorker } from './policy.js';
import { setting } from './settings.js';

// Twice the same words, because bundlers look for a worker made in just these.
const makeWorker = () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'article-timeline' });
const address = () => {
	try {
		return new URL('./worker.js', import.meta.url);
	} catch {
		return undefined; // a bundle that has no address
	}
};

/** For so long a worker waits for another article, in ms. */
const IDLE = 30_000;

/** The timeline of articles, which may be documents, elements of the page, HTML, or what `flatten` made of them. `worker: 'off'` reads them here. */
export async function analyze(module, articles, { worker, ...options } = {}) {
	const flat = await Promise.all(articles.map(flattened));
	// Only texts and numbers cross over.
	const given = articles.map((article, place) => (flat[place] ? { page: flat[place].page, url: flat[place].url } : article));
	const { timeline, places } = (worker !== 'off' && (await allowsWorker(address())) && (await ask(module, given, options))) || (await readHere(module, given, options));
	if (places) keepPlaces(timeline, flat.map((article) => article?.texts), places);
	return timeline;
}

async function flattened(article) {
	if (typeof article === 'string' && /^\s*</.test(article)) {
		const { isMarkup, pageOf } = await script(import('./html.js'), 'html.js');
		return isMarkup(article) ? pageOf(article) : undefined;
	}
	if (article?.nodeType === 9) return flatten(article);
	if (article?.nodeType === 1) return flatten(article.ownerDocument, [article]);
	return article?.page && article.texts ? article : undefined;
}

async function readHere(...given) {
	const { read } = await script(import('./reading.js'), 'reader.js');
	return read(...given);
}

let reading;
let isUseless = false;

// Asks the one worker of the page; nothing comes of it where there can be none, or what is to be read cannot leave the page.
async function ask(module, articles, options) {
	if (isUseless) return undefined;
	reading ??= new Reading(module);
	const [answer] = await Promise.all([reading.ask(articles, options), module]); // what keeps the wasm away is told by its own name
	return answer;
}

const codesOf = (kind, known) => Object.keys({ ...known, ...setting('reader', kind) });

/** A worker and what it has been asked. It ends when it is idle for long, and after a crash: the next article gets a new one. */
class Reading {
	#module;
	#worker = makeWorker();
	#asked = new Map();
	#count = 0;
	#isThere = false;
	#idle;

	constructor(module) {
		this.#module = module;
		this.#worker.onmessage = ({ data }) => this.#hear(data);
		this.#worker.onerror = (event) => {
			event.preventDefault(); // whoever asked tells it
			this.#fail();
		};
		module.then((module) => this.#worker.postMessage({ module, languages: codesOf('languages', LANGUAGES), models: codesOf('models', MODELS) }), () => this.#end());
	}

	ask(articles, options) {
		clearTimeout(this.#idle);
		const number = this.#count++;
		try {
			this.#worker.postMessage({ number, articles, options });
		} catch {
			// Functions, getters that throw: it is read in the page, where it is looked at field by field.
			this.#rest();
			return undefined;
		}
		return new Promise((resolve, reject) => this.#asked.set(number, { articles, options, resolve, reject }));
	}

	// The worker is one file, as every bundler wants it; what it needs of languages it is given.
	async #give(file) {
		const [kind, code] = file.split('/');
		try {
			this.#worker.postMessage({ file, contents: await (kind === 'models' ? modelFile : languageFile)(code) });
		} catch ({ kind, message }) {
			this.#worker.postMessage({ file, problem: { kind, message } });
		}
	}

	#hear({ isThere, file, number, timeline, places, kind, message }) {
		if (isThere) return void (this.#isThere = true);
		if (file) return void this.#give(file);
		if (kind === 'blocked-by-csp') {
			// A worker is under the policy that its own file is sent with.
			isUseless = true;
			return this.#passOn();
		}
		const { resolve, reject } = this.#asked.get(number);
		this.#asked.delete(number);
		if (timeline) resolve({ timeline, places });
		else if (kind === 'unexplained') explained(...JSON.parse(message)).then(reject);
		else reject(new TimelineError(kind, message));
		if (kind === 'crashed') this.#passOn();
		else this.#rest();
	}

	#rest() {
		if (this.#asked.size === 0) this.#idle = setTimeout(() => this.#end(), IDLE);
	}

	// It has ended without a word: because of the article it was reading, if it had begun; else nothing can be read in workers here (an old browser,
	// a server that gives the file another type).
	#fail() {
		const [first] = this.#asked.keys();
		if (!this.#isThere) isUseless = true;
		if (this.#isThere && first !== undefined) this.#hear({ number: first, kind: 'crashed', message: 'The reader has stopped because of an error of its own.' });
		else this.#passOn();
	}

	// What is still asked goes to the next worker, or is read here.
	#passOn() {
		this.#end();
		for (const { articles, options, resolve } of this.#asked.values()) resolve(ask(this.#module, articles, options).then((answer) => answer ?? readHere(this.#module, articles, options)));
	}

	#end() {
		this.#worker.terminate();
		if (reading === this) reading = undefined;
	}
}
