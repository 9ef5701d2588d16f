// Marks words of the article in the page, with the CSS Custom Highlight API, and tells which of them is pressed: no node of the page is touched.
// In: ranges. Out: highlights, which every timeline of the page shares by name, and the id of a pressed phrase's entry.
// Where the API is missing, nothing is marked, and pressing does nothing, because nobody could see what can be pressed.

import { groundOf } from './ground.js';
import { isOurs } from './page.js';

const registry = globalThis.CSS?.highlights;
const NAMES = { rest: 'article-timeline-phrase', hover: 'article-timeline-hover', sentence: 'article-timeline-sentence', phrase: 'article-timeline-open' };

// In the colours of what is behind the article; where the page has painted nothing, `light-dark` follows its color-scheme, and a browser without it gets the light ones.
function rules(scheme) {
	const of = { light: ([light]) => light, dark: ([, dark]) => dark };
	const coloured = (property, ...colours) => {
		const chosen = of[scheme]?.(colours);
		return chosen ? `${property}: ${chosen};` : `${property}: ${colours[0]}; ${property}: light-dark(${colours});`;
	};
	const underline = 'text-decoration: underline; text-decoration-';
	return `
::highlight(${NAMES.rest}) { ${underline}style: dotted; text-decoration-thickness: 1px; ${coloured('text-decoration-color', '#787572', '#87847f')} }
::highlight(${NAMES.hover}) { ${underline}thickness: 1px; }
::highlight(${NAMES.sentence}) { ${coloured('background-color', '#fdf1ec', '#33201b')} }
::highlight(${NAMES.phrase}) { ${underline}thickness: 2px; ${coloured('text-decoration-color', '#ab280e', '#ff9d84')} ${coloured('background-color', '#fbe3d9', '#4f2419')} }
@media (forced-colors: active) { ::highlight(${NAMES.phrase}) { background-color: Mark; color: MarkText; } ::highlight(${NAMES.sentence}) { background-color: Canvas; } }`;
}

// What a press already means something on.
const TAKEN = 'a, button, input, select, textarea, label, summary, video';
const PRIORITIES = { hover: 1, phrase: 2 };

const users = new Map(); // the sheet of each document or shadow root that holds a marked article, and how many use it

export class Marks {
	#ranges = {};
	#ids = [];
	#trees = new Set();
	#article;

	/** Marks for an article that stands in `element`; `press` hears of the entry whose phrase is pressed. */
	constructor(element, press, signal) {
		this.#article = element;
		if (!registry) return;
		element.addEventListener('click', (event) => this.#press(event, press), { signal });
		element.addEventListener('pointermove', (event) => this.#hover(event.pointerType === 'mouse' && isFree(event) ? this.#at(event) : -1), { signal });
		element.addEventListener('pointerleave', () => this.#hover(-1), { signal });
	}

	#press(event, press) {
		const id = isFree(event) && this.#ids[this.#at(event)];
		if (id) press(id);
	}

	/** Replaces the marks: lists of ranges for `rest`, `sentence` and `phrase`; `ids` has the entry of each of `rest`. */
	set({ ids = [], ...marks }) {
		if (!registry) return;
		this.#ids = ids;
		// A document's rules do not reach into its shadow roots.
		for (const range of Object.values(marks).flat()) this.#dress(range.startContainer.getRootNode());
		for (const kind of Object.keys(NAMES)) this.#mark(kind, marks[kind] ?? []);
		const { scheme } = groundOf(this.#article) ?? {};
		for (const tree of this.#trees) colour(tree, scheme);
	}

	/** Takes every mark away. */
	clear() {
		this.set({});
		for (const tree of this.#trees) adopt(tree, -1);
		this.#trees.clear();
	}

	#dress(tree) {
		if (this.#trees.has(tree)) return;
		this.#trees.add(tree);
		adopt(tree, 1);
	}

	#mark(kind, ranges) {
		const name = NAMES[kind];
		if (!registry.has(name)) registry.set(name, new Highlight());
		const shared = registry.get(name);
		for (const range of this.#ranges[kind] ?? []) shared.delete(range);
		for (const range of ranges) shared.add(range);
		// Of marks on the same words the one set later would win; the open phrase always does.
		shared.priority = PRIORITIES[kind] ?? 0;
		if (shared.size === 0) registry.delete(name);
		this.#ranges[kind] = ranges;
	}

	#hover(place) {
		const range = this.#ranges.rest?.[place];
		if (range !== this.#ranges.hover?.[0]) this.#mark('hover', range ? [range] : []);
	}

	// The phrase under the pointer. Its own boxes are asked: the nearest place for a caret may be far from where the pointer is.
	#at(event) {
		const { clientX: x, clientY: y } = event;
		const [target] = event.composedPath();
		const isUnder = ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom;
		return (this.#ranges.rest ?? []).findIndex((range) => {
			const around = range.commonAncestorContainer;
			return (target.contains(around) || around.contains(target)) && [...range.getClientRects()].some(isUnder);
		});
	}
}

// Not what the page has its own use for, nor a timeline: that may stand in the article.
function isFree(event) {
	const path = event.composedPath();
	return !event.defaultPrevented && !path.some((node) => node.matches?.(TAKEN) || isOurs(node.shadowRoot)) && getSelection().isCollapsed;
}

function adopt(tree, change) {
	const user = users.get(tree) ?? { sheet: new CSSStyleSheet(), count: 0 };
	if (!user.count && change > 0) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, user.sheet];
	user.count += change;
	users.set(tree, user);
	if (user.count) return;
	users.delete(tree);
	tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((sheet) => sheet !== user.sheet);
}

function colour(tree, scheme) {
	const user = users.get(tree);
	if (user.rules !== (user.rules = rules(scheme))) user.sheet.replaceSync(user.rules);
}

/** How the page is scrolled: at once for readers who want no motion. */
export const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

/** Scrolls so that the range stands in the upper third of the window, and of every box on the way that scrolls by itself. */
export function showRange(range) {
	const top = () => range.getBoundingClientRect().top;
	for (let box = range.startContainer.parentElement; box; box = box.parentElement) {
		const scrolls = box !== document.scrollingElement && box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY);
		if (scrolls) box.scrollBy({ top: top() - box.getBoundingClientRect().top - box.clientHeight / 4, behavior: 'instant' });
	}
	scrollBy({ top: top() - innerHeight / 4, behavior: motion() });
}
