// What stands in the page when no timeline can: the element's own children, and nothing else. In: an element and an error. Out: its event, and a line in the console;
// readers see neither.

import { GONE, dress } from './sheets.js';

/** Shows the element's own children again, takes no room without any, and tells the element why. */
export function showFallback(element, error) {
	const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
	root.replaceChildren(document.createElement('slot'));
	if (!hasContent(element)) dress(root, GONE);
	report(element, error);
}

const told = new Set();

/** Tells whoever made the page, each thing once in the console, and the page each time. */
export function report(element, { kind, message, cause }) {
	if (!told.has(message)) console[kind === 'too-few' ? 'info' : 'error'](`<article-timeline>: ${message}`, element, ...(cause ? [cause] : []));
	told.add(message);
	tell(element, 'timeline-error', { kind, message });
}

/** Dispatches an event of ours. */
export function tell(element, type, detail) {
	element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

// A reader sees neither blank text nor data.
export function hasContent(element) {
	return [...element.childNodes].some((node) =>
		node.nodeType === 3 ? node.data.trim() : node.nodeType === 1 && !node.matches('script, style, template'),
	);
}
