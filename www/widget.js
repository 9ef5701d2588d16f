// The widget: draws a timeline. In: an element, Timeline JSON or columns, options. Out: a View. It reads no article: what has no dates yet is the
// reader's business.

import instantiate, { Widget, build } from './widget-glue.js';
import { TimelineError, explained, fail, refuse } from './errors.js';
import { report } from './fallback.js';
import { bring, script, start } from './load.js';
import { breath, whenIdle } from './pace.js';
import * as settings from './settings.js';
import { canDress } from './sheets.js';
import { View, call } from './view.js';
import { loadSpeech, readyIntl } from './words.js';

export { TimelineError };

/**
 * Says where `widget.wasm` is where it does not stand beside the scripts (`wasm`: an address, a Response, bytes, the compiled module, a promise of one or a
 * function that gives it), and gives `words` of the interface by their codes. To be called before anything is drawn.
 */
export const configure = (options) => settings.configure({ widget: options });

let loading;

/** The widget's functions, once for all timelines of a page. A load that failed is tried again by the next caller. */
function load() {
	loading ??= start(instantiate, build, bring('widget')).catch((error) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

/**
 * Brings what the first drawing needs while there is nothing to draw yet, and rehearses it: what a drawing calls is compiled meanwhile, by drawing one where
 * nobody sees it.
 */
export async function preload() {
	const [{ rehearse }] = await Promise.all([script(import('./rehearse.js'), 'rehearse.js'), load()]);
	whenIdle(readyIntl);
	whenIdle(() => rehearse(Widget, call, loadSpeech, () => isAsked).catch(() => {}));
}

// Where a drawing has been asked for, that is the rehearsal.
let isAsked = false;

/** Draws a timeline into an open shadow root on `element`; its children are the fallback until that has worked. */
export async function createTimeline(element, timeline, options = {}) {
	if (!element?.attachShadow) refuse('bad-input', 'createTimeline needs an element to draw into.');
	if (!canDress()) await fail('old', 'constructable style sheets');
	isAsked = true;
	const [settings] = await Promise.all([prepare(element, options), load()]);
	await breath();
	readyIntl();
	await breath();
	options.signal?.throwIfAborted(); // something else is drawn there by now
	const view = await drawn(element, timeline, settings);
	await view.drawn;
	return view;
}

async function drawn(element, timeline, settings) {
	try {
		return new View(Widget, element, timeline, settings, prepare);
	} catch (error) {
		if (error.kind === 'bad-input' && timeline?.events?.[0]?.start_date) await fail('data', timeline);
		throw error;
	}
}

// What a drawing needs of its options, some of which may have to be fetched: words, the article beside it, the page's address. `last` is what it had.
async function prepare(element, options, last) {
	const article = options.link?.getRootNode && options.link;
	const chosen = {};
	for (const name in CHOICES) {
		const value = options[name];
		const isKnown = CHOICES[name].includes(value);
		if (isKnown) chosen[name] = value;
		else if (value && value !== 'auto') explained('choice', name, value, CHOICES[name]).then((error) => report(element, error));
	}
	const parts = [loadSpeech(element, options, last?.speech), article && script(import('./link.js'), 'link.js'), options.hash && script(import('./hash.js'), 'hash.js')];
	const [speech, link, hash] = await Promise.all(parts);
	options.signal?.throwIfAborted();
	return { ...options, layout: '', theme: '', ...chosen, link: link && { ...link, article }, followHash: hash?.followHash, today: speech.day(options.today), isToday: !options.today, speech };
}

const CHOICES = { layout: ['horizontal', 'vertical'], theme: ['light', 'dark', 'contrast'] };
