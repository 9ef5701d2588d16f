// One drawn timeline. The shell owns what must outlive a panic in Rust: the shadow root, every listener, the one frame in flight.
// In: a timeline as JSON and DOM events. Out: calls into the core's Widget, and events on the element. It draws nothing itself.

import css from './article-timeline.css';
import { enter } from './errors.js';
import { showFallback, tell } from './fallback.js';
import { named } from './named.js';
import { breath } from './pace.js';

/** What the core hears from its shadow root; size, printing and frames are wired beside it. */
const HEARD = ['click', 'dblclick', 'focusin', 'keydown', 'pointercancel', 'pointerdown', 'pointermove', 'pointerup', 'wheel'];

/** What each event says beside its name. */
const DETAILS = {
	'timeline-ready': (timeline) => ({ timeline }),
	'timeline-select': (_, id) => ({ id }),
	'timeline-view': (_, start, end) => ({ start, end }),
};

const drawnOn = new WeakMap();
const views = new Set();
let crash;

/** Every call into the core. A panic leaves it in no known state, so after one nothing is called again and all views are told. */
export function call(work) {
	if (crash) throw crash;
	return enter(work, (error) => {
		crash = error;
		for (const view of [...views]) view.fail(crash);
	});
}

let sheet;
/** The style sheet that every shadow root adopts. */
function style() {
	if (!sheet) {
		sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
	}
	return sheet;
}

export class View {
	#element;
	#root;
	#widget;
	#timeline;
	#abort = new AbortController();
	#size = new ResizeObserver(() => this.#resized());
	#link;
	#open = null;
	#speech;
	#search;
	// All of it but a part of a pixel: a page scrolls by whole ones.
	#sight = new IntersectionObserver((seen) => { this.#wasInView = seen.at(-1).intersectionRatio > 0.98; }, { threshold: 0.98 });
	#watched;
	#wasInView = false;
	#stays = false;
	#frame = 0;
	#inside = false;
	#waiting = [];

	/** Throws a TimelineError when the timeline can not be read; the element's children then stay as they are. */
	constructor(Widget, element, timeline, options) {
		drawnOn.get(element)?.destroy();
		this.#element = element;
		this.#timeline = timeline;
		this.#root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
		this.#speech = options.speech;
		this.#root.replaceChildren(document.createElement('slot'));
		this.#undress();
		this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, style()];
		const { link } = options;
		this.#widget = call(() => new Widget(this.#root, timeline, options));
		if (link) this.#link = { ...link, marks: new link.Link(link.article, (id) => this.#reach(id), this.#abort.signal) };
		drawnOn.set(element, this);
		views.add(this);
		this.#listen();
		options.followHash?.(this, element, () => this.#timeline, this.#abort.signal);
		this.drawn = this.#drawFirst();
	}

	// In several tasks, so that on a slow phone none holds up the page; nothing can be seen before the last.
	async #drawFirst() {
		this.#frame = -1; // a frame asked for meanwhile would do it all at once
		let more = true;
		while (more && !this.#abort.signal.aborted) {
			await breath();
			more = false;
			this.#enter(() => void (more = this.#widget.prepare()));
		}
		this.#paint();
	}

	/** Shows another timeline in the same place; entries with the same id are kept. */
	update(timeline) {
		this.#enter(() => this.#widget.update(timeline));
		this.#timeline = timeline;
		this.#search?.replace(timeline);
		this.#mark();
	}

	/** Opens the entry with this id; null closes. */
	select(id) {
		this.#enter(() => this.#widget.select(id ?? undefined));
	}

	/** Brings the days from start to end into view: DATE strings or milliseconds. */
	show(start, end) {
		this.#enter(() => this.#widget.show(start, end));
	}

	/** Moves by pixels; positive is towards later times in any writing direction. */
	pan(pixels) {
		this.#enter(() => this.#widget.pan(pixels));
	}

	/** Goes closer by a factor above 1, further away below. */
	zoom(factor) {
		this.#enter(() => this.#widget.zoom(factor));
	}

	/** Takes everything away: nodes, listeners, the frame. The element's own children show again. */
	destroy() {
		if (!this.#end()) return;
		call(() => this.#widget.free());
		this.#root.replaceChildren(document.createElement('slot'));
		this.#undress();
	}

	/** After a crash: the same without a word to the core, and the element hears of it. */
	fail(error) {
		if (!this.#end()) return;
		this.#undress();
		showFallback(this.#element, error);
	}

	// An open entry that was in view stays so when stage and story change places. Whether it was, the observer knows from the frame
	// before: by now the words are broken anew, and the entry may have moved.
	#resized() {
		this.#enter(() => this.#widget.resized(false));
		if (!this.#wasInView) return;
		this.#stays = true;
		this.#request();
	}

	#undress() {
		this.#root.adoptedStyleSheets = this.#root.adoptedStyleSheets.filter((sheet) => sheet !== style());
	}

	#end() {
		if (this.#abort.signal.aborted) return false;
		this.#abort.abort();
		this.#size.disconnect();
		this.#sight.disconnect();
		this.#link?.marks.clear();
		cancelAnimationFrame(this.#frame);
		views.delete(this);
		drawnOn.delete(this.#element);
		return true;
	}

	#listen() {
		const { signal } = this.#abort;
		// On the section, not on the root: Chromium lets nobody prevent a wheel that only a shadow root listens to.
		const section = this.#root.lastElementChild;
		for (const type of HEARD) {
			// Not passive: a wheel with Ctrl zooms the timeline and must not zoom the page. Every other wheel is left alone.
			section.addEventListener(type, (event) => this.#searches(event) || this.#enter(() => this.#widget.handle(event)), { signal, passive: false });
		}
		for (const type of ['beforeprint', 'afterprint']) {
			// The page is laid out for paper as soon as the event returns, so this frame can't wait.
			const now = () => { this.#enter(() => this.#widget.print(type === 'beforeprint')); this.#paint(); };
			addEventListener(type, now, { signal });
		}
		// Words measured in a font that has not come yet have the wrong size.
		document.fonts.addEventListener('loadingdone', () => this.#enter(() => this.#widget.resized(true)), { signal });
		this.#size.observe(this.#element);
	}

	// Whether an event is the search's: its button, "/", and whatever happens inside it.
	#searches(event) {
		const inside = event.target.closest?.('.search');
		const { key, type } = event;
		if (inside && (key === 'Escape' || (type === 'click' && event.target.type === 'button'))) this.#leaveSearch();
		else if (inside && key === 'Enter' && type === 'keydown') this.#root.querySelector('.label[tabindex="0"]')?.focus();
		if (inside) return true;
		const asked = type === 'click' ? event.target.closest?.('[data-do=search]') : type === 'keydown' && key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
		if (!asked || !this.#timeline.events) return false;
		event.preventDefault();
		this.#openSearch();
		return true;
	}

	async #openSearch() {
		const { Search } = await import('./search.js');
		const place = this.#root.querySelector('.search');
		if (this.#abort.signal.aborted || !place) return;
		this.#search ??= new Search(place, this.#speech, this.#timeline, (timeline) => this.#enter(() => this.#widget.update(timeline)));
		this.#search.open();
	}

	#leaveSearch() {
		this.#search.close();
		this.#root.querySelector('[data-do=search], .label[tabindex="0"]')?.focus();
	}

	// A phrase of the article was pressed: its entry opens, and is brought into view.
	#reach(id) {
		this.select(id);
		this.#paint();
		const label = this.#root.querySelector('.open .label');
		label?.focus({ preventScroll: true });
		(this.#root.querySelector('.horizontal') ?? label)?.scrollIntoView({ block: 'nearest', behavior: this.#link.motion() });
	}

	// The core's methods say whether they want a frame. Wasm can't be entered twice at once: focus moved by the core fires its event
	// inside the call, and a page's own handler may call back. Both wait for their turn.
	#enter(work) {
		if (this.#abort.signal.aborted) return;
		if (this.#inside) return void this.#waiting.push(work);
		this.#inside = true;
		let said = [];
		try {
			if (call(work)) this.#request();
			said = call(() => this.#widget.said());
		} catch (error) {
			if (error.kind !== 'crashed') throw error; // a crash was told to all views where it was noticed
		} finally {
			this.#inside = false;
		}
		for (const [type, ...values] of said) this.#tell(type, ...values);
		this.#waiting.splice(0).forEach((next) => this.#enter(next));
	}

	#tell(type, ...values) {
		if (type === 'show') return this.#showInArticle();
		if (type === 'timeline-ready') this.#root.querySelector('slot')?.remove(); // drawn for the first time: the fallback gives way, in the same task
		if (type === 'timeline-select') [this.#open] = values;
		if (type !== 'timeline-view') this.#mark();
		tell(this.#element, type, DETAILS[type](this.#timeline, ...values));
	}

	#mark() {
		this.#link?.marks.mark(this.#timeline, named(this.#timeline), this.#open);
	}

	// The way back has the focus, so that Enter comes back.
	#showInArticle() {
		const found = this.#link?.marks.find(this.#timeline, named(this.#timeline), this.#open);
		if (!found) return;
		const place = this.#link.wayBack(this.#root.querySelector('section'), found);
		this.#enter(() => this.#widget.leave(...place));
		this.#paint();
		this.#root.querySelector('.back .link')?.focus({ preventScroll: true });
		this.#link.showRange(found.range);
	}

	#request() {
		this.#frame ||= requestAnimationFrame(() => this.#paint());
	}

	#paint() {
		cancelAnimationFrame(this.#frame);
		this.#frame = 0;
		this.#enter(() => this.#widget.frame(performance.now()));
		const label = this.#root.querySelector('.open .label');
		if (this.#stays) label?.scrollIntoView({ block: 'nearest' });
		this.#stays = false;
		if (label === this.#watched) return;
		this.#sight.disconnect();
		this.#wasInView = false;
		this.#watched = label;
		if (label) this.#sight.observe(label);
	}
}
