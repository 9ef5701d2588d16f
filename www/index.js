// The functions of the package: find a timeline, tag the time in a text, draw a timeline.
// In: what the page hands over. Out: plain data, or a View. Everything is promised, because the wasm is still on its way.

import { enter, load, refuse } from './load.js';
import { View } from './view.js';
import { loadSpeech, readyIntl } from './words.js';
import { breath, whenIdle } from './pace.js';

export { TimelineError } from './load.js';

// Who imports this will draw or read something soon: the wasm is on its way meanwhile. What fails is tried again, and told, at the first call.
if (globalThis.document) {
	load().then(() => whenIdle(() => rehearse().catch(() => {})), () => {});
	whenIdle(readyIntl);
}

// A page that has nothing to do before its first timeline: what a drawing calls is compiled meanwhile, by drawing one where nobody sees it. Where
// something has been asked for already, the first drawing is the rehearsal.
let isAsked = false;
async function rehearse() {
	const core = await load();
	if (isAsked) return;
	const speech = await loadSpeech(document.documentElement, {});
	const root = document.createElement('div').attachShadow({ mode: 'open' });
	const events = ['2016-05-04', '2016-22', '2016-06-01/2016-07-01'].map((edtf) => ({ title: edtf, when: { edtf } }));
	const widget = enter(() => new core.Widget(root, { events }, { speech, today: 0, isRehearsal: true }));
	while (!isAsked && enter(() => widget.prepare())) await breath();
	enter(() => {
		if (!isAsked) widget.frame(0);
		widget.free();
	});
}

/** Reads an article (text, Element, accepted JSON, or an array of them) and gives its timeline as JSON. */
export async function analyze(article, { published, lang } = {}) {
	isAsked = true;
	const core = await load();
	const articles = Array.isArray(article) ? article : [article];
	for (const one of articles) refuseUnread(one);
	// In tasks of their own: the language, the articles, what they tell.
	if (!articles[0]?.events) await understood(core, () => core.tag('', null, lang));
	await breath();
	const read = await understood(core, () => core.analyze(articles, published, lang));
	await breath();
	return read instanceof core.Articles ? enter(() => read.build()) : read;
}

/** The words in a text that speak of time, with what they mean; offsets count as JavaScript strings do. */
export async function tag(text, { published, lang, kind } = {}) {
	const core = await load();
	const read = String(text);
	const [places, lines] = await understood(core, () => core.tag(read, published, lang, kind));
	return lines.split('\n').slice(0, -1).map((line, number) => {
		const [type, value, mod] = line.split(' ');
		const [start, end] = places.subarray(2 * number, 2 * number + 2);
		return { start, end, text: read.slice(start, end), type, value, ...(mod && { mod }) };
	});
}

/** Draws a timeline into an open shadow root on `element`; its children are the fallback until that has worked. */
export async function createTimeline(element, timeline, options = {}) {
	if (!element?.attachShadow) refuse('bad-input', 'createTimeline needs an element to draw into.');
	isAsked = true;
	const [core, speech] = await Promise.all([load(), loadSpeech(element, options)]);
	await breath();
	readyIntl();
	await breath();
	options.signal?.throwIfAborted(); // something else is drawn there by now
	const view = new View(core, element, timeline, { ...options, today: speech.day(options.today), speech });
	await view.drawn;
	return view;
}

// Time in English comes with the wasm; how other languages speak of it, when the first article in one of them is read.
const LANGUAGES = {
	de: () => import('./languages/de.js'),
};

async function understood(core, work) {
	for (;;) {
		try {
			return enter(work);
		} catch (error) {
			if (error.kind !== 'needs-language') throw error;
			const { default: file } = await LANGUAGES[error.message]();
			enter(() => core.fetched(file));
		}
	}
}

// Forms of an article that are not read yet say so, instead of being taken for text.
function refuseUnread(article) {
	if (article?.nodeType === Node.DOCUMENT_NODE) {
		refuse('unsupported', 'Whole pages are not read yet: give the element that holds the article.');
	}
	if (typeof article === 'string' && /^\s*<(!doctype|html|head|body|article|div|p)\b/i.test(article)) {
		refuse('unsupported', 'HTML text is not read yet: give the element that holds the article, or its plain text.');
	}
}
