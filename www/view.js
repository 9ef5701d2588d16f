// One drawn timeline. The shell owns what must outlive a panic in Rust: the shadow root, every listener, the one frame in flight.
// In: a timeline as JSON and DOM events. Out: calls into the core's Widget, and events on the element. It draws nothing itself.

import css from './article-timeline.css';
import { enter } from './errors.js';
import { report, showFallback, tell } from './fallback.js';
import { script } from './load.js';
import { groundOf, whenRepainted } from './ground.js';
import { named } from './named.js';
import { breath } from './pace.js';
import { GONE, dress, undress } from './sheets.js';

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

export class View {
	#element;
	#root;
	#widget;
	#timeline;
	#abort = new AbortController();
	// What is bound to an article and to the page's address, for as long as they are the same.
	#bonds = new AbortController();
	#settings;
	#prepare;
	#turn = 0;
	#size = new ResizeObserver(() => this.#resized());
	#link;
	#open = null;
	#search;
	// All of it but a part of a pixel: a page scrolls by whole ones.
	#sight = new IntersectionObserver((seen) => { this.#wasInView = seen.at(-1).intersectionRatio > 0.98; }, { threshold: 0.98 });
	#watched;
	#wasInView = false;
	#stays = false;
	#frame = 0;
	#dawn = 0;
	#inside = false;
	#waiting = [];

	/**
	 * `prepare` makes settings of the options that a page gives. Throws a TimelineError when the timeline can not be read; the element's children then stay as they
	 * are.
	 */
	constructor(Widget, element, timeline, settings, prepare) {
		drawnOn.get(element)?.destroy();
		this.#element = element;
		this.#timeline = timeline;
		this.#root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
		this.#prepare = prepare;
		this.#root.replaceChildren(document.createElement('slot'));
		dress(this.#root, css);
		this.#widget = call(() => new Widget(this.#root, timeline, settings));
		undress(this.#root, GONE);
		drawnOn.set(element, this);
		views.add(this);
		this.#listen();
		this.#settle(settings);
		whenRepainted(element, this.#abort.signal, () => this.#repainted());
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

	/**
	 * Shows another timeline in the same place; entries with the same id are kept. With options it is drawn by these from now on, and the window, the open entry and
	 * the focus stay as they are: a promise, because their words may have to come.
	 */
	update(timeline, options) {
		return options ? this.#change(timeline, options) : this.#show(timeline, this.#settings);
	}

	async #change(timeline, options) {
		const turn = ++this.#turn;
		const settings = await this.#prepare(this.#element, options, this.#settings);
		// Others may have come meanwhile, and their words before these.
		if (turn !== this.#turn || this.#abort.signal.aborted) return;
		this.#show(timeline, settings);
		this.#settle(settings);
		this.#paint();
	}

	#show(timeline, settings) {
		this.#enter(() => this.#widget.update(timeline, settings));
		this.#timeline = timeline;
		this.#search?.replace(timeline);
		this.#mark();
	}

	// The article beside it and the page's address are bound anew only where they are others.
	#settle(settings) {
		const { link, followHash } = settings;
		const last = this.#settings;
		this.#settings = settings;
		this.#stand();
		this.#awaitDawn();
		if (last && link?.article === last.link?.article && followHash === last.followHash) return;
		this.#unbind();
		const { signal } = (this.#bonds = new AbortController());
		if (link) dress(this.#root, link.style);
		if (link) this.#link = { ...link, marks: new link.Link(link.article, (id) => this.#reach(id), signal) };
		if (last) this.#mark();
		followHash?.(this, this.#element, () => this.#timeline, signal);
	}

	// Its colours are chosen for what is really behind it; a theme that was asked for has a ground of its own.
	#stand() {
		const section = this.#root.querySelector('section');
		const ground = this.#settings.theme ? undefined : groundOf(this.#element);
		if (ground) section.dataset.ground = `${ground.scheme} ${ground.colour ? 'seen' : 'own'}`;
		else delete section.dataset.ground;
		section.style.setProperty('--ground', ground?.colour ?? '');
	}

	// With its colours a page may have changed its type.
	#repainted() {
		this.#stand();
		this.#mark();
		this.#enter(() => this.#widget.resized(false));
	}

	// A page stays open past midnight, and timers of pages that nobody sees may come late.
	#awaitDawn() {
		clearTimeout(this.#dawn);
		const { speech, today, isToday } = this.#settings;
		if (!isToday) return;
		const day = speech.day();
		if (day !== today) this.#enter(() => this.#widget.dawn((this.#settings.today = day)));
		this.#dawn = setTimeout(() => this.#awaitDawn(), speech.untilTomorrow() + 1000);
	}

	#unbind() {
		this.#bonds.abort();
		this.#link?.marks.clear();
		this.#link = undefined;
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
		undress(this.#root);
	}

	/** After a crash: the same without a word to the core, and the element hears of it. */
	fail(error) {
		if (!this.#end()) return;
		undress(this.#root);
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

	#end() {
		if (this.#abort.signal.aborted) return false;
		this.#abort.abort();
		clearTimeout(this.#dawn);
		this.#size.disconnect();
		this.#sight.disconnect();
		this.#unbind();
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
		document.fonts?.addEventListener('loadingdone', () => this.#enter(() => this.#widget.resized(true)), { signal });
		document.addEventListener('visibilitychange', () => this.#awaitDawn(), { signal });
		this.#size.observe(this.#element);
	}

	// Whether an event is the search's: its button, "/", and whatever happens inside it.
	#searches(event) {
		const { key, type, target } = event;
		if (target.closest?.('.search')) return true;
		const asked = type === 'click' ? target.closest?.('[data-do=search]') : type === 'keydown' && key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
		if (!asked || !this.#timeline.events) return false;
		event.preventDefault();
		this.#openSearch();
		return true;
	}

	async #openSearch() {
		const part = await script(import('./search.js'), 'search.js').catch((error) => report(this.#element, error));
		const place = this.#root.querySelector('.search');
		if (this.#abort.signal.aborted || !place || !part) return;
		dress(this.#root, part.style);
		this.#search ??= new part.Search(place, this.#settings.speech, this.#timeline, (timeline) => this.#enter(() => this.#widget.update(timeline, this.#settings)));
		this.#search.open();
	}

	// A phrase of the article was pressed: its entry opens, and is brought into view.
	#reach(id) {
		this.select(id);
		this.#paint();
		this.#link.showEntry(this.#root);
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
