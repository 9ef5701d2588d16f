// What stands in the page when no timeline can: the element's own children, or one sentence. In: an element and an error.

/** Shows the element's own children again, or without any one plain sentence, and tells the element why. */
export function showFallback(element, error) {
	const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
	root.replaceChildren(document.createElement('slot'));
	if (!hasContent(element) && !element.hasAttribute('quiet')) {
		root.append(Object.assign(document.createElement('p'), { part: 'failure', textContent: error.message }));
	}
	tell(element, 'timeline-error', { kind: error.kind, message: error.message });
}

/** Dispatches an event of ours. */
export function tell(element, type, detail) {
	element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

// A reader sees neither blank text nor data.
export function hasContent(element) {
	return [...element.childNodes].some((node) =>
		node.nodeType === Node.TEXT_NODE ? node.data.trim() : node instanceof Element && !node.matches('script, style, template'),
	);
}
