// <article-timeline>: a thin shell over the functions. In: attributes, children, a property. Out: a View, or the fallback and its reason.
// It is defined at once, before the wasm has come, and keeps its own children visible until the first successful render.

import { TimelineError, refuse } from './errors.js';
import { hasContent, showFallback } from './fallback.js';
import { bring, get, refuseUnlike, script } from './load.js';

export { configure } from './settings.js';

// Node and server-side rendering import this file too.
const Base = globalThis.HTMLElement ?? class {};

// Holds the room that a usual timeline takes, higher where it is narrow, so that the page does not jump when it comes. A float without
// width holds a height open, and a percentage in its padding is one of the width. Where nothing stands in for the timeline, its
// rule says that something is on its way.
const ROOM = `
:host { display: flow-root; }
:host::before { content: ""; float: left; padding-block-end: calc(44rem - 20%); }
.loading { border-block-start: 2px solid; }
@media print { :host::before { content: none; } }`;

// Attributes that are options by the same name.
const OPTIONS = ['published', 'lang', 'layout', 'theme', 'timezone', 'today'];

export class ArticleTimelineElement extends Base {
	static observedAttributes = ['src', 'for', 'link', 'hash', ...OPTIONS];
	#given;
	#shown;
	#view;
	#abort;
	#room;

	constructor() {
		super();
		// A property set before the element was defined hides the accessor below.
		if (!Object.hasOwn(this, 'timeline')) return;
		const { timeline } = this;
		delete this.timeline;
		this.timeline = timeline;
	}

	/** The timeline shown, or to be shown. */
	get timeline() {
		return this.#given ?? this.#shown;
	}

	set timeline(timeline) {
		this.#given = timeline ?? undefined;
		this.#restart();
	}

	/** The drawn timeline with its functions; undefined until `timeline-ready`. */
	get view() {
		return this.#view;
	}

	connectedCallback() {
		this.#holdRoom();
		// Moved within the page it goes on as it is.
		this.#view ?? this.#restart();
	}

	disconnectedCallback() {
		// Moving an element disconnects and connects it within one task: only an element that stays away is taken down.
		queueMicrotask(() => this.isConnected || this.#stop());
	}

	attributeChangedCallback(_name, before, after) {
		if (before !== after) this.#restart();
	}

	#stop() {
		this.#abort?.abort();
		this.#abort = undefined;
		this.#view?.destroy();
		this.#view = undefined;
	}

	// Only before the first drawing: a timeline that changes has its own height.
	#holdRoom() {
		if (this.#room || this.#view || this.hasAttribute('quiet')) return;
		const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(ROOM);
		root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
		root.replaceChildren(document.createElement('slot'));
		if (!hasContent(this)) root.append(Object.assign(document.createElement('div'), { className: 'loading' }));
		this.#room = () => {
			this.#room = undefined;
			root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
		};
	}

	// What was held and not needed is given back where nobody sees it; at once when there is nothing to show.
	#giveRoomBack(isEmpty, signal) {
		if (isEmpty || !this.#room) return this.#room?.();
		const unseen = new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
			if (isIntersecting || boundingClientRect.top < 0) return;
			unseen.disconnect();
			this.#room?.();
		});
		unseen.observe(this);
		signal.addEventListener('abort', () => unseen.disconnect(), { once: true });
	}

	// Several changes of one task make one start.
	#restart() {
		if (!this.isConnected) return;
		this.#abort?.abort();
		const { signal } = (this.#abort = new AbortController());
		queueMicrotask(() => signal.aborted || this.#start(signal));
	}

	async #start(signal) {
		try {
			await parsed(signal);
			bring('widget').catch(() => {}); // on its way meanwhile; what keeps it away is told where it is awaited
			const widget = script(import('./widget.js'), 'The widget');
			widget.catch(() => {});
			const article = this.#given || this.hasAttribute('src') || this.#json() ? undefined : this.#article();
			const timeline = await this.#read(article, signal);
			if (signal.aborted) return;
			this.#shown = timeline;
			const { createTimeline } = await widget;
			const view = await createTimeline(this, timeline, { ...this.#options(article), signal });
			if (signal.aborted) return view.destroy();
			this.#view = view;
			this.#giveRoomBack(!timeline.events?.length && !timeline.columns, signal);
		} catch (error) {
			if (signal.aborted) return;
			this.#stop();
			this.#room?.();
			if (error instanceof TimelineError) showFallback(this, error);
			else throw error;
		}
	}

	// First of: the property, src, JSON inside, for. The reader is fetched only for what is to be read: finished timelines never see it.
	async #read(article, signal) {
		if (this.#given) return this.#given;
		const data = this.hasAttribute('src') ? await fetchJson(new URL(this.getAttribute('src'), this.baseURI), signal) : this.#json()?.();
		if (data?.events || data?.columns) return data;
		const [published, worker] = ['published', 'worker'].map((name) => this.getAttribute(name) ?? undefined);
		const { analyze } = await script(import('./reader.js'), 'The reader');
		return analyze(data ?? article, { published, worker, lang: article?.closest('[lang]')?.lang });
	}

	#json() {
		const script = this.querySelector(':scope > script[type="application/json"]');
		return script && (() => parseJson(script.text, 'The JSON inside <article-timeline>'));
	}

	#article() {
		const selector = this.getAttribute('for');
		if (selector === null) refuse('unsupported', 'This <article-timeline> has nothing to read: give it src, for, or JSON inside. Lists and whole pages are not read yet.');
		return find(this.getRootNode(), selector) ?? find(document, selector) ?? refuse('not-found', `Nothing on this page matches for="${selector}".`);
	}

	#options(article) {
		return {
			...Object.fromEntries(OPTIONS.map((name) => [name, this.getAttribute(name) ?? undefined])),
			hash: this.hasAttribute('hash'),
			link: this.getAttribute('link') !== 'off' && article,
		};
	}
}

globalThis.customElements?.get('article-timeline') ?? globalThis.customElements?.define('article-timeline', ArticleTimelineElement);

// Children, and the article that `for` names, may still be on their way.
function parsed(signal) {
	if (document.readyState !== 'loading') return;
	return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true, signal }));
}

function find(root, selector) {
	try {
		return root.querySelector(selector);
	} catch {
		refuse('bad-input', `for="${selector}" is not a CSS selector.`);
	}
}

async function fetchJson(url, signal) {
	const response = await get(url, signal);
	await refuseUnlike(response, 'JSON');
	const type = response.headers.get('content-type') ?? '';
	if (/^(image|audio|video|font)\b|pdf|zip/.test(type)) refuse('wrong-type', `${url} is ${type}, not JSON.`);
	return parseJson(await response.text(), url);
}

function parseJson(text, where) {
	try {
		return JSON.parse(text);
	} catch (error) {
		refuse('bad-input', `${where} is not valid JSON: ${error.message}.`);
	}
}
