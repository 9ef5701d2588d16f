// A document, flattened: one walk over what the reader of the page sees. In: a document, and the elements in it that hold the article, if somebody
// has named them. Out: its texts in a row and one list of numbers (src/article/page/walked.rs says which), and the text nodes, so that every sentence leads
// back to its place. It changes nothing of the page, and decides nothing: what the article is, the reader finds out.

// What is kept of an element's attributes: src/article/page/tag.rs reads the same.
const KEPT = new Set('aria-hidden class content data-component data-component-name data-name data-qa data-testid datetime href http-equiv id itemprop itemtype lang name property rel role title type'.split(' '));
// Elements whose inside is no text of the page, and those that never have a box and speak all the same.
const SILENT = new Set('article-timeline audio button canvas datalist embed frame iframe image input math noscript object option optgroup rp rt script select style svg template textarea title video'.split(' '));
const UNSEEN = new Set('html head link meta script style template title body'.split(' '));

/** Deeper elements are not read. */
const DEEPEST = 2_000;
/** So many elements and texts are read. */
const LONGEST = 200_000;

const [CLOSE, OPEN, ATTRIBUTE, TEXT, HIDE, NAMED] = [0, 1, 2, 3, 4, 5];

/**
 * The article that stands in the document, or in the elements of it that are named. `page` and `url` are what the reader takes; `texts` are the text nodes
 * in it, in order, and `shadows` the shadow roots that were gone through.
 */
export function flatten(document, named = []) {
	// An element that stands in no document, and a document that nobody looks at, are read as they are written.
	const [alone] = named.filter((root) => !root.isConnected);
	const top = alone ? outermost(alone) : document.documentElement;
	// So is a page that is not shown at all yet, as some are in their first seconds.
	const isShown = !alone && document.defaultView && document.body && sight(document.body) === SEEN;
	const walk = new Walk(new Set(named), Boolean(isShown));
	if (top) walk.element(top, 0, false);
	// A place within it, which the deep link of an open entry changes, is no other page.
	const url = /^https?:/.test(document.URL) ? document.URL.replace(/#.*/, '') : undefined;
	return { page: walk.page(), url, texts: walk.nodes, shadows: walk.shadows };
}

function outermost(node) {
	const top = node.getRootNode({ composed: true });
	return top.nodeType === Node.ELEMENT_NODE ? top : top.firstElementChild;
}

class Walk {
	#roots;
	#isLive;
	#names = new Map();
	#values = [];
	#texts = [];
	#steps = [];
	nodes = [];
	shadows = [];

	constructor(roots, isLive) {
		this.#roots = roots;
		this.#isLive = isLive;
	}

	page() {
		return { names: [...this.#names.keys()].join(' '), text: this.#texts.join(''), values: this.#values.join(''), steps: Uint32Array.from(this.#steps) };
	}

	/** `asWritten`: it stands in something that is read though it is not shown. */
	element(element, depth, asWritten) {
		if (this.#steps.length > LONGEST * 3 || depth > DEEPEST) return;
		const name = element.localName;
		const isRoot = this.#roots.has(element);
		const isLive = this.#isLive && !asWritten && !UNSEEN.has(name);
		let shown = isLive ? sight(element) : writtenSight(element);
		// What the page itself names is read even while it is not shown.
		const isNamedUnseen = isRoot && shown !== SEEN;
		if (isNamedUnseen) shown = SEEN;
		this.#steps.push(OPEN | (this.#number(isLive && shown && isLine(element, name) ? 'div' : name) << 3));
		if (isRoot) this.#steps.push(NAMED);
		this.#attributes(element, name);
		if (shown === GONE) this.#steps.push(HIDE);
		else if (!SILENT.has(name)) this.#inside(element, depth + 1, shown, asWritten || isNamedUnseen);
		this.#steps.push(CLOSE);
	}

	// What is seen in it: its shadow tree, what a slot of one takes in, else its children.
	#inside(element, depth, shown, asWritten) {
		const isSlot = element.localName === 'slot';
		const assigned = isSlot ? element.assignedNodes() : [];
		if (isOurs(element.shadowRoot)) return;
		if (element.shadowRoot) this.shadows.push(element.shadowRoot);
		if (assigned.length > 0) for (const node of assigned) this.#node(node, depth, shown, asWritten);
		else for (let node = (element.shadowRoot ?? element).firstChild; node; node = node.nextSibling) this.#node(node, depth, shown, asWritten);
	}

	#node(node, depth, shown, asWritten) {
		if (node.nodeType === 1) this.element(node, depth, asWritten);
		else if (node.nodeType === 3 && shown === SEEN && node.data) {
			this.#steps.push(TEXT | (node.data.length << 3));
			this.#texts.push(node.data);
			this.nodes.push(node);
		}
	}

	#attributes(element, name) {
		for (const attribute of element.getAttributeNames()) {
			if (KEPT.has(attribute)) this.#attribute(attribute, element.getAttribute(attribute));
		}
		if (name === 'title' || (name === 'script' && /ld\+json/i.test(element.type))) this.#attribute('content', element.textContent);
	}

	#attribute(name, value) {
		this.#steps.push(ATTRIBUTE | (this.#number(name) << 3), value.length);
		this.#values.push(value);
	}

	#number(name) {
		let number = this.#names.get(name);
		if (number === undefined) this.#names.set(name, (number = this.#names.size));
		return number;
	}
}

// An element is seen, its own text is not (what stands in it may be), or nothing of it is.
const [GONE, EMPTY, SEEN] = [0, 1, 2];
const ASKED = { visibilityProperty: true, checkVisibilityCSS: true };

function sight(element) {
	// One question for most elements; older browsers know only the longer way.
	if (element.checkVisibility?.(ASKED)) return SEEN;
	const { display, visibility } = getComputedStyle(element);
	if (display === 'none') return GONE;
	if (visibility !== 'visible') return EMPTY;
	// What has no box of its own, and what a closed <details> or its like keeps away.
	return display === 'contents' || !element.checkVisibility ? SEEN : GONE;
}

function writtenSight(element) {
	const { display, visibility } = element.style ?? {};
	return element.hidden === true || display === 'none' || visibility === 'hidden' ? GONE : SEEN;
}

// Whether an element that is part of a line by its name is a line of its own by its style. One that is set off by floating, as first letters are, is not.
function isLine(element, name) {
	if (name !== 'span' && !name.includes('-')) return false;
	const { display, float } = getComputedStyle(element);
	return float === 'none' && /^(block|flex|grid|table|list-item|flow-root)/.test(display);
}

/** Whether a shadow root holds a timeline of ours, whatever element it is drawn on. */
export const isOurs = (root) => Boolean(root?.querySelector('section.timeline[aria-label] > [role=search]'));

// White space as the core knows it (Unicode's property), which is not quite that of `\s`.
const SPACE = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/**
 * The stretch of the page that holds this part of the text that these nodes make together, in UTF-16 units of the text as it was read: runs of white
 * space are one unit, none at the start. Nothing when the page has changed since.
 */
export function rangeOf(nodes, from, to) {
	if (!nodes.every(({ isConnected }) => isConnected)) return undefined;
	const range = nodes[0]?.ownerDocument.createRange();
	let [count, wasSpace, isOpen] = [0, true, false];
	for (const node of nodes) {
		for (let place = 0; place < node.data.length; place++) {
			const isSpace = SPACE.test(node.data[place]);
			if (!isSpace || !wasSpace) {
				if (!isOpen && count >= from) {
					range.setStart(node, place);
					isOpen = true;
				}
				count++;
				if (count >= to) {
					if (!isOpen) return undefined;
					range.setEnd(node, place + 1);
					return range;
				}
			}
			wasSpace = isSpace;
		}
	}
	return undefined;
}

const kept = new WeakMap();

/** Remembers for a timeline where the blocks of its articles stand. `numbers` is what the reader says: for each block how many texts, and which. */
export function keepPlaces(timeline, texts, numbers) {
	const blocksOf = (list, texts) => {
		const blocks = [];
		for (let at = 0; at < list.length; at += 1 + list[at]) blocks.push(Array.from(list.subarray(at + 1, at + 1 + list[at]), (number) => texts[number - 1]));
		return blocks;
	};
	kept.set(timeline, numbers.map((list, article) => (texts[article] ? blocksOf(list, texts[article]) : [])));
}

/** The text nodes of a block of an article that a timeline was read from; nothing where they are not known. */
export const placeOf = (timeline, article = 0, block = -1) => kept.get(timeline)?.[article]?.[block];
