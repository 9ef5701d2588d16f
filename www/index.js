// All functions of the package: find a timeline, tag the time in a text, draw a timeline. In: what the caller hands over. Out: plain data, or a
// View. Each program is loaded when one of its functions is first called.

import { script } from './load.js';

export { TimelineError } from './errors.js';
export { configure } from './settings.js';

/** Reads an article (text, Element, accepted JSON, or an array of them) and gives its timeline as JSON. */
export async function analyze(...given) {
	return (await script(import('./reader.js'), 'reader.js')).analyze(...given);
}

/** The words in a text that speak of time, with what they mean; offsets count as JavaScript strings do. */
export async function tag(...given) {
	return (await script(import('./reader.js'), 'reader.js')).tag(...given);
}

/** The sentences of a text as trees: for each word its part of speech, the word it hangs on, and how. */
export async function parse(...given) {
	return (await script(import('./reader.js'), 'reader.js')).parse(...given);
}

/** A timeline in another format: TimelineJS, tables, iCalendar, JSON-LD, static HTML, feeds and others; gives it with what that format can not say. */
export async function convert(...given) {
	return (await script(import('./reader.js'), 'reader.js')).convert(...given);
}

/** The events of a timeline as an ordered list in HTML, to stand inside <article-timeline> in a page from a server. */
export async function renderToString(...given) {
	return (await script(import('./reader.js'), 'reader.js')).renderToString(...given);
}

/** Draws a timeline into an open shadow root on `element`; its children are the fallback until that has worked. */
export async function createTimeline(...given) {
	return (await script(import('./widget.js'), 'widget.js')).createTimeline(...given);
}
