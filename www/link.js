// A timeline and the article it was read from, in the same page. In: the article's element, a timeline, which entry is open. Out: the marks in the
// article, and the place of an entry's sentence. It is fetched only for a timeline that has an article beside it.

import style from './back.css';
import { Finder } from './finder.js';
import { Marks, motion } from './marks.js';
import { placeOf, rangeOf } from './page.js';

export { style };
export { showRange } from './marks.js';

/** How far the way back stands from the article, in px. */
const DISTANCE = 20;

export class Link {
	#article;
	#marks;
	#finder;

	/** `press` hears of the entry whose phrase is pressed. */
	constructor(article, press, signal) {
		this.#article = article;
		this.#marks = new Marks(article, press, signal);
	}

	/** Marks the phrases of all entries, and the sentence of the open one. Takes a timeline, and its entries as named.js gives them. */
	mark(timeline, { events }, open) {
		this.#finder = undefined; // the page may have changed since
		const phrases = events.flatMap(({ id, evidence }) => evidence.map((one) => [this.#phrase(timeline, one), id])).filter(([range]) => range);
		const [best] = events.find(({ id }) => id === open)?.evidence ?? [];
		const list = (range) => (range ? [range] : []);
		this.#marks.set({ rest: phrases.map(([range]) => range), ids: phrases.map(([, id]) => id), sentence: list(this.#sentence(timeline, best)), phrase: list(this.#phrase(timeline, best)) });
	}

	/** The first sentence of an entry that is found in the page: the element of its block, and its range. */
	find(timeline, { events }, open) {
		for (const one of events.find(({ id }) => id === open)?.evidence ?? []) {
			const range = this.#sentence(timeline, one);
			if (range) return { block: blockOf(range), range };
		}
		return undefined;
	}

	/** Takes the marks away. */
	clear() {
		this.#marks.clear();
	}

	#sentence(timeline, evidence) {
		return evidence && this.#range(timeline, evidence, evidence);
	}

	#phrase(timeline, evidence) {
		return evidence?.mention && this.#range(timeline, evidence, evidence.mention);
	}

	// Where the reader met it; where that is not known (a timeline that was read elsewhere) or is gone (a page that builds itself anew), by its words.
	#range(timeline, { article, block, text, start: first = 0 }, { start = 0, end = 0, text: words }) {
		const place = placeOf(timeline, article, block);
		const range = place && rangeOf(place, start, end);
		if (range && sameWords(range.toString(), words)) return range;
		this.#finder ??= new Finder(this.#article);
		return text && this.#finder.find(text, words, start - first);
	}
}

// A page may have put other words into the same node.
const bare = (text) => text.replace(/\s+/g, '');
const sameWords = (found, words) => !words || bare(found) === bare(words);

// The element that is laid out around a range.
function blockOf(range) {
	let element = range.startContainer.parentElement;
	while (element.parentElement && getComputedStyle(element).display.startsWith('inline')) element = element.parentElement;
	return element;
}

/** How much room there is beside the article, and where the way back would stand in it, beside the sentence: from the top start corner of the timeline, in px. */
export function wayBack(section, { block, range }) {
	const isRtl = section.matches('.rtl');
	const [around, text] = [section, block].map((element) => element.getBoundingClientRect());
	const room = isRtl ? text.left : document.documentElement.clientWidth - text.right;
	const x = isRtl ? around.right - text.left : text.right - around.left;
	return [room, x + DISTANCE, range.getBoundingClientRect().top - around.top];
}

/** Brings the open entry into view, with the focus. */
export function showEntry(root) {
	const label = root.querySelector('.open .label');
	label?.focus({ preventScroll: true });
	(root.querySelector('.horizontal') ?? label)?.scrollIntoView({ block: 'nearest', behavior: motion() });
}
