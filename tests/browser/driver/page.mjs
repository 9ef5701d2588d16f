// One page in one engine, with the same few verbs for all three. In: what a person would do. Out: what the page says.
//
// A place is [x, y] in CSS pixels of the viewport, or a selector. ` >>> ` in a selector steps into an open shadow root:
// 'article-timeline >>> button'. Every call has a time limit.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ENGINES } from './engines.mjs';

// Keys without a character of their own, by WebDriver's code points.
const KEYS = {
	Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C', Space: ' ',
	PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014',
	ArrowDown: '\uE015', Delete: '\uE017', Meta: '\uE03D',
};
const MODIFIERS = { shift: 'Shift', ctrl: 'Control', alt: 'Alt', meta: 'Meta' };

/** Starts the engine with one page of that size. */
export async function launch(name, { width = 1200, height = 800 } = {}) {
	const page = new Page(name, await ENGINES[name].start({ width, height }));
	try {
		await page.resize(width, height);
		return page;
	} catch (error) {
		await page.close();
		throw error;
	}
}

class Page {
	#engine;
	#url = 'about:blank';
	#size;

	constructor(name, engine) {
		this.name = name;
		this.#engine = engine;
	}

	/** Loads the address and waits for its load event. */
	async open(url) {
		this.#url = url;
		await this.#engine.send('Navigate', { url });
		// On a loaded machine chromedriver answers before the page is there.
		await this.waitFor((url) => document.readyState === 'complete' && location.href.split('#')[0] === url.split('#')[0], url);
	}

	/** Runs the function in the page with these JSON values and gives what it returns or promises, as JSON. */
	async evaluate(work, ...args) {
		const answer = await this.#engine.send('ExecuteAsyncScript', { script: wrap(work), args });
		// A page that goes away meanwhile (a link was followed) answers nothing in Firefox.
		if (answer?.failure) throw new Error(`in ${this.name}: ${answer.failure}`);
		return answer?.json === undefined ? undefined : JSON.parse(answer.json);
	}

	/** Waits until the function gives something true in the page, and gives that. */
	async waitFor(work, ...args) {
		const end = Date.now() + 20_000;
		for (;;) {
			const value = await this.evaluate(work, ...args);
			if (value) return value;
			if (Date.now() > end) throw new Error(`in ${this.name}: waited 20 s in vain for ${work}`);
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}

	/** The middle of the first element that the selector finds, scrolled into view. */
	async place(where) {
		if (Array.isArray(where)) return where.map(Math.round);
		const middle = await this.evaluate((selector) => {
			let found;
			for (const part of selector.split(' >>> ')) found = (found ? found.shadowRoot : document)?.querySelector(part);
			if (!found) return;
			const visible = ({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
			if (!visible(found.getBoundingClientRect())) found.scrollIntoView({ block: 'center', behavior: 'instant' });
			const { left, top, width, height } = found.getBoundingClientRect();
			return [left + width / 2, top + height / 2];
		}, where);
		assert.ok(middle, `nothing on the page matches ${where}`);
		return middle.map(Math.round);
	}

	/** Presses and releases the mouse there. */
	async click(where, modifiers = {}) {
		const at = await this.place(where);
		await this.#act('pointer', [move(at), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }], modifiers);
	}

	/** Moves the mouse there, with no button held. */
	async hover(where) {
		await this.#act('pointer', [move(await this.place(where))]);
	}

	/** Holds the mouse from one place to the other, by steps that a hand would make. */
	async drag(from, to, { steps = 5 } = {}) {
		const [[startX, startY], [endX, endY]] = [await this.place(from), await this.place(to)];
		const way = Array.from({ length: steps }, (_, step) => {
			const part = (step + 1) / steps;
			return [startX + (endX - startX) * part, startY + (endY - startY) * part].map(Math.round);
		});
		const moves = way.flatMap((at) => [{ type: 'pause', duration: 20 }, move(at)]);
		await this.#act('pointer', [move([startX, startY]), { type: 'pointerDown', button: 0 }, ...moves, { type: 'pointerUp', button: 0 }]);
	}

	/** Presses and releases a key by its KeyboardEvent name: 'ArrowRight', 'Enter', 'a'. */
	async key(name, modifiers = {}) {
		const value = KEYS[name] ?? name;
		await this.#act('key', [{ type: 'keyDown', value }, { type: 'keyUp', value }], modifiers);
	}

	/** Turns the wheel over a place: by pixels, to the right and down. */
	async wheel(deltaX, deltaY, { at = [100, 100], ...modifiers } = {}) {
		const [x, y] = await this.place(at);
		if (this.#engine.wheelLosesModifiers && Object.keys(modifiers).length > 0) return this.evaluate(dispatchWheel, x, y, deltaX, deltaY, modifiers);
		await this.#act('wheel', [{ type: 'scroll', x, y, deltaX, deltaY, duration: 0, origin: 'viewport' }], modifiers);
	}

	/** Writes what the viewport shows as a PNG; the folder is made. */
	async screenshot(file) {
		const picture = await this.#engine.send('TakeScreenshot', { full: false });
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, Buffer.from(picture, 'base64'));
	}

	/** Gives the viewport that size, in CSS pixels. */
	async resize(width, height) {
		this.#size = [width, height];
		// What an engine sizes may be the window, toolbars included: what the viewport then lacks is added.
		let [askedWidth, askedHeight] = this.#size;
		for (const end = Date.now() + 15_000; ; ) {
			await this.#engine.resize(askedWidth, askedHeight);
			const [innerWidth, innerHeight] = await this.#settledSize();
			if (innerWidth === width && innerHeight === height) return;
			if (Date.now() > end) throw new Error(`${this.name} does not take ${width} x ${height}: it is ${innerWidth} x ${innerHeight}`);
			askedWidth += width - innerWidth;
			askedHeight += height - innerHeight;
		}
	}

	// A window changes its size by and by.
	async #settledSize() {
		for (let last; ; ) {
			const size = await this.evaluate(() => new Promise((resolve) => setTimeout(() => resolve([innerWidth, innerHeight]), 50)));
			if (size.join() === last) return size;
			last = size.join();
		}
	}

	/** What the reader's system prefers: 'light' or 'dark'. The page may be loaded anew (WebKit is started anew). */
	async colorScheme(scheme) {
		const other = await this.#engine.colorScheme(scheme);
		if (other?.send) {
			this.#engine = other;
			await this.resize(...this.#size);
			await this.open(this.#url);
		}
		await this.waitFor((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme);
	}

	/** How long the page's thread has had the processor, in ms, from some moment on: what others do on the machine hardly counts. Chromium only. */
	async work() {
		return this.#engine.work();
	}

	/** What the console was told since this was last asked: [{ level, message }], errors as SEVERE. Chromium only: empty elsewhere. */
	async console() {
		return (await this.#engine.console?.()) ?? [];
	}

	/** Makes the processor so many times slower for the page. Chromium only: false elsewhere. */
	async throttle(rate) {
		await this.#engine.throttle?.(rate);
		return Boolean(this.#engine.throttle);
	}

	/** The bytes that JavaScript holds once all that nobody needs is gone. Chromium only: 0 elsewhere. */
	async heap() {
		return (await this.#engine.heap?.()) ?? 0;
	}

	/** Emulates a medium (`print`, or empty for the screen) and media features such as `forced-colors: active`. Chromium only: false elsewhere. */
	async media(medium = '', features = {}) {
		await this.#engine.media?.(medium, features);
		return Boolean(this.#engine.media);
	}

	/** Shows the page larger, as a browser's zoom does: fewer CSS pixels of more dots each. Chromium only: false elsewhere. */
	async zoom(factor) {
		const [width, height] = this.#size;
		await this.#engine.scale?.(factor, Math.round(width / factor), Math.round(height / factor));
		return Boolean(this.#engine.scale);
	}

	async close() {
		await this.#engine.end();
	}

	// Modifiers go down before and up after, in calls of their own: WebKit repeats a wheel for every other thing done with it.
	async #act(type, actions, modifiers = {}) {
		const held = Object.keys(MODIFIERS).filter((name) => modifiers[name]).map((name) => KEYS[MODIFIERS[name]]);
		const keys = (kind, values) => values.length > 0 && this.#perform('key', values.map((value) => ({ type: kind, value })));
		await keys('keyDown', held);
		await this.#perform(type, actions);
		await keys('keyUp', held.toReversed());
	}

	async #perform(type, actions) {
		const source = { type, id: type, actions, ...(type === 'pointer' && { parameters: { pointerType: 'mouse' } }) };
		await this.#engine.send('PerformActions', { actions: [source] });
	}
}

// What an engine's driver cannot do by hand: the same event, made by script.
function dispatchWheel(clientX, clientY, deltaX, deltaY, { ctrl = false, shift = false, alt = false, meta = false }) {
	let target = document.elementFromPoint(clientX, clientY);
	while (target.shadowRoot?.elementFromPoint(clientX, clientY)) target = target.shadowRoot.elementFromPoint(clientX, clientY);
	const keys = { ctrlKey: ctrl, shiftKey: shift, altKey: alt, metaKey: meta };
	target.dispatchEvent(new WheelEvent('wheel', { clientX, clientY, deltaX, deltaY, ...keys, bubbles: true, cancelable: true, composed: true }));
}

// Duration 0: WebKit interpolates longer moves on a clock of its own.
function move([x, y]) {
	return { type: 'pointerMove', x, y, duration: 0, origin: 'viewport' };
}

// The answer crosses as JSON text, because drivers differ in what they make of undefined, NaN and DOM nodes.
function wrap(work) {
	return `
		const args = Array.from(arguments);
		const done = args.pop();
		Promise.resolve().then(() => (${work})(...args)).then(
			(value) => done({ json: JSON.stringify(value) }),
			(error) => done({ failure: [error, error?.cause].filter(Boolean).map((one) => one + '\\n' + (one.stack ?? '')).join('\\ncaused by ') }));`;
}
