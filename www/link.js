// A timeline and the article it was read from, in the same page. In: the article's element, a timeline, which entry is open. Out: the marks in the
// article, and the place of an entry's sentence. It is fetched only for a timeline that has an article beside it.

import style from './back.css';
import { Marks, motion } from './marks.js';
import { rangeOf, readPage } from './page.js';

export { style };
export { showRange } from './marks.js';

/** How far the way back stands from the article, in px. */
const DISTANCE = 20;

export class Link {
	#elements;
	#marks;

	/** `press` hears of the entry whose phrase is pressed. */
	constructor(article, press, signal) {
		this.#elements = readPage(article).elements;
		this.#marks = new Marks(article, press, signal);
	}

	/** Marks the phrases of all entries, and the sentence of the open one. Takes entries as named.js gives them. */
	mark({ events }, open) {
		const phrases = events.flatMap(({ id, evidence }) => evidence.map((one) => [this.#phrase(one), id])).filter(([range]) => range);
		const [best] = events.find(({ id }) => id === open)?.evidence ?? [];
		const list = (range) => (range ? [range] : []);
		this.#marks.set({ rest: phrases.map(([range]) => range), ids: phrases.map(([, id]) => id), sentence: list(this.#sentence(best)), phrase: list(this.#phrase(best)) });
	}

	/** The first sentence of an entry that is found in the page: the element of its block, and its range. */
	find({ events }, open) {
		for (const one of events.find(({ id }) => id === open)?.evidence ?? []) {
			const range = this.#sentence(one);
			if (range) return { block: this.#elements[one.block], range };
		}
		return undefined;
	}

	/** Takes the marks away. */
	clear() {
		this.#marks.clear();
	}

	#sentence(evidence) {
		return evidence && this.#range(evidence.block, evidence);
	}

	#phrase(evidence) {
		return evidence?.mention && this.#range(evidence.block, evidence.mention);
	}

	#range(block, { start = 0, end = 0 }) {
		const element = this.#elements[block];
		return element && rangeOf(element, start, end);
	}
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
