// Finds a sentence in the page by its words, where nobody knows the place that it was read from. In: an element or a document, sentences. Out: ranges.

import { flatten } from './page.js';

// White space is as the page's layout makes it, so it is left out of the search.
const SPACE = /\s/;
const bare = (text) => text.replace(/\s+/g, '');

export class Finder {
	#nodes = [];
	#starts = [];
	#letters = '';

	constructor(article) {
		const document = article.ownerDocument ?? article;
		for (const node of flatten(document).texts) {
			if (!isIn(article, node)) continue;
			this.#nodes.push(node);
			this.#starts.push(this.#letters.length);
			this.#letters += bare(node.data);
		}
	}

	/** The stretch with these `words` of a sentence, which stand `offset` signs behind its beginning; of all of it where they are the same. */
	find(sentence, words, offset) {
		const whole = bare(sentence);
		const at = whole ? this.#letters.indexOf(whole) : -1;
		if (at < 0) return undefined;
		const before = bare(sentence.slice(0, offset)).length;
		const length = bare(words ?? sentence).length;
		if (before + length > whole.length) return undefined;
		const range = this.#nodes[0].ownerDocument.createRange();
		range.setStart(...this.#place(at + before));
		const [node, place] = this.#place(at + before + length - 1);
		range.setEnd(node, place + 1);
		return range;
	}

	// The text node of the letter with this number, and its place in there.
	#place(letter) {
		let [low, high] = [0, this.#starts.length];
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if (this.#starts[middle] <= letter) low = middle;
			else high = middle;
		}
		const { data } = this.#nodes[low];
		let left = letter - this.#starts[low];
		let place = 0;
		while (SPACE.test(data[place]) || left-- > 0) place++;
		return [this.#nodes[low], place];
	}
}

// Through the shadow roots on the way.
function isIn(article, node) {
	for (let outer = node; outer; outer = outer.getRootNode().host) if (article.contains(outer)) return true;
	return false;
}
