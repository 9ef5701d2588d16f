// Reading for a page: in a worker where the page allows one, else here, in tasks that leave the page its turn. In: a compiled module, articles,
// elements of the page among them. Out: Timeline JSON. It reads nothing itself.

import { TimelineError } from './errors.js';
import { readPage } from './page.js';
import { allowsWorker } from './policy.js';

// In one place, and in just these words, because bundlers look for them.
const makeWorker = () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'article-timeline' });
const SCRIPT = new URL('./worker.js', import.meta.url);

/** For so long a worker waits for another article, in ms. */
const IDLE = 30_000;

/** The timeline of articles, which may be elements of the page. `worker: 'off'` reads them here. */
export async function analyze(module, articles, { worker, ...options } = {}) {
	const read = articles.map((article) => (article?.nodeType === 1 ? readPage(article).article : article));
	const inWorker = worker !== 'off' && (await allowsWorker(SCRIPT)) && canLeave(read, options);
	// A worker that does not even start (an old browser, a server that gives its file another type) is no reason to give up.
	const timeline = inWorker && (await ask(await module, read, options));
	if (timeline) return timeline;
	const { analyze: readHere } = await import('./reading.js');
	return readHere(module, read, options);
}

// What a page has made may hold what cannot leave it, as functions and getters that throw. It is read here, where it is looked at field by field.
function canLeave(...data) {
	try {
		return Boolean(structuredClone(data));
	} catch {
		return false;
	}
}

let worker;
let hasFailed = false;

/** Reads in the one worker of the page; nothing when there can be none. */
function ask(module, articles, options) {
	if (hasFailed) return undefined;
	worker ??= new Reading(module);
	return worker.read(articles, options);
}

/** A worker and what it has been asked. It takes its own leave when it is idle for long, or after a crash: the next article gets a new one. */
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
			event.preventDefault(); // it is told by the element, not by the console
			this.#fail();
		};
		this.#worker.postMessage({ module });
	}

	read(articles, options) {
		clearTimeout(this.#idle);
		return new Promise((resolve, reject) => {
			const number = this.#count++;
			this.#asked.set(number, { articles, options, resolve, reject });
			this.#worker.postMessage({ number, articles, options });
		});
	}

	#hear({ isThere, number, timeline, kind, message }) {
		if (isThere) return void (this.#isThere = true);
		const { resolve, reject } = this.#asked.get(number);
		this.#asked.delete(number);
		if (timeline) resolve(timeline);
		else reject(new TimelineError(kind, message));
		if (kind === 'crashed') this.#leave();
		else if (this.#asked.size === 0) this.#idle = setTimeout(() => this.#leave(), IDLE);
	}

	// Without a word the whole worker has ended: because of the article it was reading, if it had begun to.
	#fail() {
		const [first] = this.#asked.keys();
		if (this.#isThere && first !== undefined) return this.#hear({ number: first, kind: 'crashed', message: 'The timeline has stopped because of an error of its own.' });
		hasFailed = !this.#isThere;
		this.#leave();
	}

	// The articles still asked for go to the next worker, or are read in the page.
	#leave() {
		this.#worker.terminate();
		if (worker === this) worker = undefined;
		for (const { articles, options, resolve, reject } of this.#asked.values()) Promise.resolve(ask(this.#module, articles, options)).then(resolve, reject);
		this.#asked.clear();
	}
}
