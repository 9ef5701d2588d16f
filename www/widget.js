// The widget: draws a timeline. In: an element, Timeline JSON or columns, options. Out: a View. It reads no article: what has no dates yet is the
// reader's business.

import * as glue from './widget-glue.js';
import { TimelineError, refuse } from './errors.js';
import { compile, start } from './load.js';
import { breath, whenIdle } from './pace.js';
import { View, call } from './view.js';
import { loadSpeech, readyIntl } from './words.js';

export { TimelineError };

let loading;

/** The widget's functions, once for all timelines of a page. A load that failed is tried again by the next caller. */
function load() {
	loading ??= start(glue, compile(new URL('./widget.wasm', import.meta.url))).catch((error) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

// Who imports this will draw something soon: the wasm is on its way meanwhile. What fails is tried again, and told, at the first call.
if (globalThis.document) {
	load().then(() => whenIdle(() => rehearse().catch(() => {})), () => {});
	whenIdle(readyIntl);
}

// A page that has nothing to do before its first timeline: what a drawing calls is compiled meanwhile, by drawing one where nobody sees it. Where
// a drawing has been asked for already, that is the rehearsal.
let isAsked = false;
async function rehearse() {
	if (isAsked) return;
	const speech = await loadSpeech(document.documentElement, {});
	const root = document.createElement('div').attachShadow({ mode: 'open' });
	const events = ['2016-05-04', '2016-22', '2016-06-01/2016-07-01'].map((edtf) => ({ title: edtf, when: { edtf } }));
	const widget = call(() => new glue.Widget(root, { events }, { speech, today: 0, isRehearsal: true }));
	while (!isAsked && call(() => widget.prepare())) await breath();
	call(() => {
		if (!isAsked) widget.frame(0);
		widget.free();
	});
}

/** Draws a timeline into an open shadow root on `element`; its children are the fallback until that has worked. */
export async function createTimeline(element, timeline, options = {}) {
	if (!element?.attachShadow) refuse('bad-input', 'createTimeline needs an element to draw into.');
	isAsked = true;
	const article = options.link?.getRootNode && options.link;
	// The address and the article beside it are for those who ask for them.
	const [speech, link, hash] = await Promise.all([loadSpeech(element, options), article && import('./link.js'), options.hash && import('./hash.js'), load()]);
	await breath();
	readyIntl();
	await breath();
	options.signal?.throwIfAborted(); // something else is drawn there by now
	const parts = { link: link && { ...link, article }, followHash: hash?.followHash };
	const view = new View(glue.Widget, element, timeline, { ...options, ...parts, today: speech.day(options.today), speech });
	await view.drawn;
	return view;
}
