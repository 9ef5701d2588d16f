// The widget: draws a timeline. In: an element, Timeline JSON or columns, options. Out: a View. It reads no article: what has no dates yet is the
// reader's business.

import instantiate, { Widget, build } from './widget-glue.js';
import { TimelineError, refuse } from './errors.js';
import { bring, script, start } from './load.js';
import { breath, whenIdle } from './pace.js';
import * as settings from './settings.js';
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
	const [{ rehearse }] = await Promise.all([script(import('./rehearse.js'), 'A script'), load()]);
	whenIdle(readyIntl);
	whenIdle(() => rehearse(Widget, call, loadSpeech, () => isAsked).catch(() => {}));
}

// Where a drawing has been asked for, that is the rehearsal.
let isAsked = false;

/** Draws a timeline into an open shadow root on `element`; its children are the fallback until that has worked. */
export async function createTimeline(element, timeline, options = {}) {
	if (!element?.attachShadow) refuse('bad-input', 'createTimeline needs an element to draw into.');
	isAsked = true;
	const article = options.link?.getRootNode && options.link;
	// The address and the article beside it are for those who ask for them.
	const [speech, link, hash] = await Promise.all([loadSpeech(element, options), article && script(import('./link.js'), 'The link to the article'), options.hash && script(import('./hash.js'), 'The deep link'), load()]);
	await breath();
	readyIntl();
	await breath();
	options.signal?.throwIfAborted(); // something else is drawn there by now
	const parts = { link: link && { ...link, article }, followHash: hash?.followHash };
	const view = new View(Widget, element, timeline, { ...options, ...parts, today: speech.day(options.today), speech });
	await view.drawn;
	return view;
}
