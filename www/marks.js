// Marks words of the article in the page, with the CSS Custom Highlight API: no node of the page is touched.
// In: ranges. Out: highlights, which every timeline of the page shares by name. Where the API is missing, nothing is marked.

const registry = globalThis.CSS?.highlights;
const NAMES = { rest: 'article-timeline-phrase', sentence: 'article-timeline-sentence', phrase: 'article-timeline-open' };

// `light-dark` follows the page's own color-scheme; a browser with highlights but without it gets the light colours.
const RULES = `
::highlight(${NAMES.rest}) { text-decoration: underline; text-decoration-style: dotted; text-decoration-thickness: 1px; text-decoration-color: #787572; text-decoration-color: light-dark(#787572, #87847f); }
::highlight(${NAMES.sentence}) { background-color: #fdf1ec; background-color: light-dark(#fdf1ec, #33201b); }
::highlight(${NAMES.phrase}) { background-color: #fbe3d9; background-color: light-dark(#fbe3d9, #4f2419); text-decoration: underline; text-decoration-thickness: 2px; text-decoration-color: #ab280e; text-decoration-color: light-dark(#ab280e, #ff9d84); }`;

const users = new Map(); // the sheet of each document or shadow root that holds a marked article, and how many use it

export class Marks {
	#ranges = {};
	#tree;

	/** Marks for an article that stands in `element`. */
	constructor(element) {
		if (!registry) return;
		this.#tree = element.getRootNode();
		adopt(this.#tree, 1);
	}

	/** Replaces the marks: lists of ranges for `rest`, `sentence` and `phrase`. */
	set(marks) {
		if (!this.#tree) return;
		for (const [kind, name] of Object.entries(NAMES)) {
			if (!registry.has(name)) registry.set(name, new Highlight());
			const shared = registry.get(name);
			for (const range of this.#ranges[kind] ?? []) shared.delete(range);
			for (const range of marks[kind] ?? []) shared.add(range);
			if (shared.size === 0) registry.delete(name);
		}
		// Of marks on the same words the one set later would win; the open phrase always does.
		if (registry.has(NAMES.phrase)) registry.get(NAMES.phrase).priority = 1;
		this.#ranges = marks;
	}

	/** Takes every mark away. */
	clear() {
		if (!this.#tree) return;
		this.set({});
		adopt(this.#tree, -1);
		this.#tree = undefined;
	}
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

/** Scrolls so that the range stands in the upper third of the window. */
export function showRange(range) {
	const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
	scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 4, behavior });
}
