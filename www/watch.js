// When an article that stands in the page is to be read: as soon as it is there, and again when its text has changed and been quiet for a moment. In: who
// finds the article. Out: the article, flattened, each time that there is something new to read. It says nothing to anybody, and reads nothing.

import { flatten } from './page.js';
import { whenIdle } from './pace.js';

/** For so long a page has to be quiet, and after so long it is read even if it is not; ms. */
const [QUIET, LATEST] = [300, 2_000];
/** A page that has been there and quiet for so long has nothing more to come, as far as anybody can tell. */
const SETTLED = 3_000;
/** A page that changes all the time, but not what it says, is looked at less and less often. */
const RAREST = 10_000;

// What makes text appear and disappear without a node that comes or goes.
const HEARD = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['class', 'hidden', 'style', 'open', 'aria-hidden', 'content'] };

/**
 * The article again and again, as `flatten` gives it, with a `name` that changes with it and the `root` that it stands in; once nothing, when the page has settled and everything that there is has been given. `find` gives
 * the elements of the article (none: the whole page), or nothing as long as they are not there.
 */
export async function* readings(find, signal) {
	const page = new Watch(signal);
	let before;
	let texts = [];
	let isTold = false;
	let pause = QUIET;
	while (!signal.aborted) {
		const roots = find();
		const article = roots && flatten(document, roots);
		const name = article && [article.url, article.page.text, article.page.values, roots.length].join('\n');
		page.hearAlso(article?.shadows ?? []);
		// A page may build the same words anew: what was marked in it is gone then.
		const isNew = article && (name !== before || !texts.every(({ isConnected }) => isConnected));
		pause = isNew ? QUIET : Math.min(pause * 2, RAREST);
		if (isNew) {
			before = name;
			({ texts } = article);
			yield { ...article, name, root: roots.length === 1 ? roots[0] : document.documentElement };
		} else if (page.isSettled && !isTold) {
			isTold = true;
			yield undefined;
		}
		await page.change(pause, isTold ? Infinity : SETTLED);
	}
}

class Watch {
	#signal;
	#heard = new WeakSet();
	#last = performance.now();
	#since;
	#wake;
	#observer = new MutationObserver((records) => records.some(({ target }) => !isOurs(target)) && this.#changed());

	constructor(signal) {
		this.#signal = signal;
		this.hearAlso([document]);
		signal.addEventListener('abort', () => {
			this.#observer.disconnect();
			this.#wake?.();
		});
		// A page that comes back from where browsers keep it, and one that is complete only now.
		for (const type of ['pageshow', 'load']) addEventListener(type, () => this.#changed(), { signal });
	}

	hearAlso(roots) {
		for (const root of roots) {
			if (this.#heard.has(root)) continue;
			this.#heard.add(root);
			this.#observer.observe(root, HEARD);
		}
	}

	get isSettled() {
		return document.readyState === 'complete' && performance.now() - this.#last >= SETTLED;
	}

	/** Waits for a change and for so long a quiet behind it, or until nothing has changed for `settled` ms. */
	change(quiet, settled) {
		return new Promise((resolve) => {
			let timer;
			const done = () => {
				clearTimeout(timer);
				this.#wake = undefined;
				this.#since = undefined;
				if (this.#signal.aborted) resolve();
				else whenIdle(resolve);
			};
			const wait = (time) => {
				clearTimeout(timer);
				if (time < Infinity) timer = setTimeout(done, time);
			};
			this.#wake = () => {
				if (this.#signal.aborted) return done();
				const latest = this.#since + Math.max(LATEST, quiet) - performance.now();
				wait(Math.max(0, Math.min(quiet, latest)));
			};
			if (this.#since !== undefined) this.#wake();
			else wait(settled);
		});
	}

	#changed() {
		this.#last = performance.now();
		this.#since ??= this.#last;
		this.#wake?.();
	}
}

// The timeline's own element and what stands in it is none of the article.
const isOurs = (node) => Boolean((node.nodeType === 1 ? node : node.parentElement)?.closest('article-timeline'));
