// <article-timeline>: a thin shell over the functions. In: attributes, children, a property. Out: a View, or the fallback and its reason.
// It is defined at once, brings nothing before it is near, and keeps its own children visible until the first successful render.

import { TimelineError, crashOf, explained, fail } from './errors.js';
import { hasContent, report, showFallback, tell } from './fallback.js';
import { bring, script } from './load.js';
import { whenNear } from './near.js';
import { GONE, ROOM, canDress, dress, undress } from './sheets.js';
import { countOf, isAlike, isFinished, read, sourceOf, unmatched } from './source.js';

export { configure } from './settings.js';

// Node and server-side rendering import this file too. Where a page has put an adapter for elements of old in the place of HTMLElement and define, which calls
// classes as functions, the browser's own are found behind it.
const { HTMLElement, HTMLSpanElement, CustomElementRegistry, customElements } = globalThis;
const native = HTMLSpanElement && Object.getPrototypeOf(HTMLSpanElement);
const Base = (native?.prototype === HTMLElement?.prototype ? native : HTMLElement) ?? class {};
const define = CustomElementRegistry?.prototype.define ?? customElements?.define;

/** For so long an element that names nothing waits for its property before it reads the page that it stands in, in ms. */
const LATE = 1000;

// Attributes that are options by the same name.
const OPTIONS = ['published', 'lang', 'layout', 'theme', 'timezone', 'today'];

export class ArticleTimelineElement extends Base {
	static observedAttributes = ['src', 'for', 'link', 'hash', 'loading', 'min', ...OPTIONS];
	#given;
	// What was found last: { name, data, published, timeline }, of a source.
	#found = {};
	#view;
	#abort;
	#isNear = false;

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
		return this.#given ?? this.#found.timeline;
	}

	set timeline(timeline) {
		if (isAlike(this.#given, timeline)) return;
		this.#given = timeline ?? undefined;
		this.#restart();
	}

	/** The drawn timeline with its functions; undefined until `timeline-ready`. */
	get view() {
		return this.#view;
	}

	connectedCallback() {
		// Moved within the page it goes on as it is.
		if (this.#view) return;
		this.#holdRoom();
		this.#restart();
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
		this.#view?.destroy();
		this.#abort = this.#view = undefined;
		this.#isNear = false;
		this.#found = {};
	}

	// Only before the first drawing: a timeline that changes has its own height.
	#holdRoom() {
		if (this.hasAttribute('quiet')) return;
		const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
		dress(root, ROOM);
		root.replaceChildren(document.createElement('slot'));
		if (!hasContent(this)) root.append(Object.assign(document.createElement('div'), { className: 'loading' }));
	}

	// What was held and not needed is given back where nobody sees it.
	#giveRoomBack(signal) {
		const unseen = new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
			if (isIntersecting || boundingClientRect.top < 0) return;
			unseen.disconnect();
			undress(this.shadowRoot, ROOM);
		});
		unseen.observe(this);
		signal.addEventListener('abort', () => unseen.disconnect(), { once: true });
	}

	// Several changes of one task make one start.
	#restart() {
		if (!this.isConnected) return;
		this.#abort?.abort();
		const { signal } = (this.#abort = new AbortController());
		const start = () => {
			this.#isNear = true;
			queueMicrotask(() => signal.aborted || this.#start(signal));
		};
		const isNamed = this.hasAttribute('hash') && location.hash.includes('timeline=');
		if (this.#isNear || isNamed || this.getAttribute('loading') === 'eager') start();
		else whenNear(this, signal, start);
	}

	async #start(signal) {
		try {
			if (!canDress()) await fail('old', 'constructable style sheets');
			await parsed(signal);
			await this.#show(signal);
		} catch (error) {
			if (signal.aborted) return;
			this.#fall(error.kind ? error : crashOf(error));
		}
	}

	async #show(signal) {
		bring('widget').catch(() => {}); // on its way meanwhile; what keeps it away is told where it is awaited
		const widget = script(import('./widget.js'), 'widget.js');
		widget.catch(() => {});
		const source = sourceOf(this, this.#given);
		if (source.roots) return this.#follow(source.roots, widget, signal);
		const found = await this.#find(source, widget, signal);
		if (!signal.aborted) await this.#present(found, widget, signal);
	}

	// The article that stands in the page: read when it is there, and again when it changes. Nothing is said of what is missing before the page has settled.
	async #follow(roots, widget, signal) {
		// Frameworks and fetching pages set the property some time after the element is there: no page is read for nothing meanwhile.
		if (!this.hasAttribute('for')) await new Promise((resolve) => setTimeout(resolve, LATE));
		if (signal.aborted) return;
		try {
			roots();
		} catch {
			await fail('selector', this.getAttribute('for'));
		}
		const { readings } = await script(import('./watch.js'), 'watch.js');
		let found;
		for await (const data of readings(roots, signal)) {
			if (data) found = await this.#readAgain(data, widget);
			if (signal.aborted) return;
			if (!found) this.#fall(await unmatched(this));
			else if (!data || this.#view || countOf(found.timeline) >= this.#least(data)) await this.#present(found, widget, signal);
		}
	}

	async #readAgain(data, widget) {
		const [last, published] = [this.#found, this.getAttribute('published')];
		if (data.name === last.name && published === last.published) return { ...last, data };
		widget.then(({ preload }) => preload()).catch(() => {}); // there is time until it is read
		return { name: data.name, data, published, timeline: await read(data, this) };
	}

	#least(data) {
		return this.getAttribute('min') ?? (isFinished(data) ? 1 : 2);
	}

	async #present(found, widget, signal) {
		const before = this.#found;
		this.#found = found;
		const { timeline, data } = found;
		const least = this.#least(data);
		// What the page's author wrote and nobody understood is told; the article is read by what else tells its day.
		const unread = found !== before && timeline.warnings?.find(({ kind }) => kind === 'bad-published');
		if (unread) report(this, new TimelineError('bad-input', unread.message));
		if (countOf(timeline) < least) return this.#fall(await this.#poor(timeline, least));
		const options = { ...this.#options(data), signal };
		if (this.#view) {
			undress(this.shadowRoot, GONE);
			await this.#view.update(timeline, options);
			if (timeline !== before.timeline && !isAlike(timeline, before.timeline)) tell(this, 'timeline-ready', { timeline });
		} else {
			const { createTimeline } = await widget;
			const view = await createTimeline(this, timeline, options);
			if (signal.aborted) return view.destroy();
			this.#view = view;
		}
		if (countOf(timeline)) this.#giveRoomBack(signal);
		else this.#shrink();
	}

	// A timeline without entries: one sentence, and no room at all where that is not wanted.
	#shrink() {
		undress(this.shadowRoot, ROOM);
		if (this.hasAttribute('quiet')) dress(this.shadowRoot, GONE);
	}

	// What is known already is neither fetched nor read again.
	async #find({ name, load }, widget, signal) {
		const last = this.#found;
		const isKnown = name !== undefined && name === last.name;
		const data = isKnown ? last.data : await load(signal);
		const published = this.getAttribute('published');
		if (isFinished(data)) return { name, data, timeline: data };
		if (isKnown && published === last.published) return last;
		widget.then(({ preload }) => preload()).catch(() => {}); // there is time until it is read
		return { name, data, published, timeline: await read(data, this) };
	}

	// An article that gives nothing better than what stands in the page.
	async #poor({ warnings = [], ...timeline }, least) {
		const unread = warnings.find(({ kind }) => kind === 'unknown-language');
		return unread ? new TimelineError('unsupported', unread.message) : explained('few', countOf(timeline), least);
	}

	// The page's own content stands again.
	#fall(error) {
		this.#view?.destroy();
		this.#view = undefined;
		if (this.shadowRoot) undress(this.shadowRoot, ROOM);
		showFallback(this, error);
	}

	#options(data) {
		return {
			...Object.fromEntries(OPTIONS.map((name) => [name, this.getAttribute(name) ?? undefined])),
			hash: this.hasAttribute('hash'),
			// An article has its own day, and is marked where it stands.
			...(data?.root && { published: undefined, link: this.getAttribute('link') !== 'off' && data.root }),
		};
	}
}

customElements?.get('article-timeline') ?? define?.call(customElements, 'article-timeline', ArticleTimelineElement);

// Children, and the article that `for` names, may still be on their way.
function parsed(signal) {
	if (document.readyState !== 'loading') return;
	return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true, signal }));
}
