// Marks words of the article in the page, with the CSS Custom Highlight API, and tells which of them is pressed: no node of the page is touched.
// In: ranges. Out: highlights, which every timeline of the page shares by name, and the id of a pressed phrase's entry.
// Where the API is missing, nothing is marked, and pressing does nothing, because nobody could see what can be pressed.

const registry = globalThis.CSS?.highlights;
const NAMES = { rest: 'article-timeline-phrase', hover: 'article-timeline-hover', sentence: 'article-timeline-sentence', phrase: 'article-timeline-open' };

// `light-dark` follows the page's own color-scheme; a browser with highlights but without it gets the light colours.
const RULES = `
::highlight(${NAMES.rest}) { text-decoration: underline; text-decoration-style: dotted; text-decoration-thickness: 1px; text-decoration-color: #787572; text-decoration-color: light-dark(#787572, #87847f); }
::highlight(${NAMES.hover}) { text-decoration: underline; text-decoration-style: solid; text-decoration-thickness: 1px; }
::highlight(${NAMES.sentence}) { background-color: #fdf1ec; background-color: light-dark(#fdf1ec, #33201b); }
::highlight(${NAMES.phrase}) { background-color: #fbe3d9; background-color: light-dark(#fbe3d9, #4f2419); text-decoration: underline; text-decoration-thickness: 2px; text-decoration-color: #ab280e; text-decoration-color: light-dark(#ab280e, #ff9d84); }
@media (forced-colors: active) { ::highlight(${NAMES.phrase}) { background-color: Mark; color: MarkText; } ::highlight(${NAMES.sentence}) { background-color: Canvas; } }
@media print { ::highlight(${NAMES.sentence}), ::highlight(${NAMES.phrase}) { background-color: transparent; } }`;

// What a press already means something on.
const TAKEN = 'a[href], button, input, select, textarea, label, summary, audio, video, iframe, [contenteditable]';
const PRIORITIES = { hover: 1, phrase: 2 };

const users = new Map(); // the sheet of each document or shadow root that holds a marked article, and how many use it

export class Marks {
	#ranges = {};
	#ids = [];
	#tree;

	/** Marks for an article that stands in `element`; `press` hears of the entry whose phrase is pressed. */
	constructor(element, press, signal) {
		if (!registry) return;
		this.#tree = element.getRootNode();
		adopt(this.#tree, 1);
		const chosen = (place) => place >= 0 && press(this.#ids[place]);
		element.addEventListener('click', (event) => isFree(event) && chosen(this.#at(event)), { signal });
		// With a caret in the text (caret browsing) the Enter key presses.
		element.ownerDocument.addEventListener('keydown', (event) => event.key === 'Enter' && isFree(event) && chosen(this.#atCaret(element)), { signal });
		element.addEventListener('pointermove', (event) => this.#hover(event.pointerType === 'mouse' && isFree(event) ? this.#at(event) : -1), { signal });
		element.addEventListener('pointerleave', () => this.#hover(-1), { signal });
	}

	/** Replaces the marks: lists of ranges for `rest`, `sentence` and `phrase`; `ids` has the entry of each of `rest`. */
	set({ ids = [], ...marks }) {
		if (!this.#tree) return;
		this.#ids = ids;
		for (const kind of Object.keys(NAMES)) this.#mark(kind, marks[kind] ?? []);
	}

	/** Takes every mark away. */
	clear() {
		if (!this.#tree) return;
		this.set({});
		adopt(this.#tree, -1);
		this.#tree = undefined;
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
	#at({ clientX: x, clientY: y, target }) {
		const isUnder = ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom;
		return (this.#ranges.rest ?? []).findIndex((range) => {
			const around = range.commonAncestorContainer;
			return (target.contains(around) || around.contains(target)) && [...range.getClientRects()].some(isUnder);
		});
	}

	#atCaret(element) {
		const { anchorNode, anchorOffset } = getSelection();
		if (!element.contains(anchorNode)) return -1;
		return (this.#ranges.rest ?? []).findIndex((range) => range.isPointInRange(anchorNode, anchorOffset));
	}
}

function isFree(event) {
	return !event.defaultPrevented && event.composedPath()[0] === event.target && !event.target.closest?.(TAKEN) && getSelection().isCollapsed;
}

function adopt(tree, change) {
	const user = users.get(tree) ?? { sheet: new CSSStyleSheet(), count: 0 };
	if (!user.count && change > 0) {
		user.sheet.replaceSync(RULES);
		tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, user.sheet];
	}
	user.count += change;
	users.set(tree, user);
	if (user.count) return;
	users.delete(tree);
	tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((sheet) => sheet !== user.sheet);
}

/** Scrolls so that the range stands in the upper third of the window, and of every box on the way that scrolls by itself. */
export function showRange(range) {
	const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
	const top = () => range.getBoundingClientRect().top;
	for (let box = range.startContainer.parentElement; box; box = box.parentElement) {
		const scrolls = box !== document.scrollingElement && box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY);
		if (scrolls) box.scrollBy({ top: top() - box.getBoundingClientRect().top - box.clientHeight / 4, behavior: 'instant' });
	}
	scrollBy({ top: top() - innerHeight / 4, behavior });
}
