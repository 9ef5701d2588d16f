// All functions of the package: find a timeline, tag the time in a text, draw a timeline. In: what the caller hands over. Out: plain data, or a
// View. Each program is loaded when one of its functions is first called.

export { TimelineError } from './errors.js';

/** Reads an article (text, Element, accepted JSON, or an array of them) and gives its timeline as JSON. */
export async function analyze(...given) {
	return (await import('./reader.js')).analyze(...given);
}

/** The words in a text that speak of time, with what they mean; offsets count as JavaScript strings do. */
export async function tag(...given) {
	return (await import('./reader.js')).tag(...given);
}

/** The sentences of a text as trees: for each word its part of speech, the word it hangs on, and how. */
export async function parse(...given) {
	return (await import('./reader.js')).parse(...given);
}

/** Draws a timeline into an open shadow root on `element`; its children are the fallback until that has worked. */
export async function createTimeline(...given) {
	return (await import('./widget.js')).createTimeline(...given);
}
