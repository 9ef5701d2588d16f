// When an element is needed: as soon as it comes within two screens of what is seen, when the page is printed, when a reader begins to search it. In: an element.
// Out: a call. It knows nothing of what is then done.

/** Does it once, unless the signal is aborted before. */
export function whenNear(element, signal, work) {
	// Where nothing is laid out (servers, tests without a browser), nothing is ever near.
	if (!globalThis.IntersectionObserver) return;
	const over = new AbortController();
	const options = { signal: over.signal, passive: true };
	const end = () => {
		observer.disconnect();
		over.abort();
	};
	const now = () => {
		end();
		work();
	};
	const observer = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && now(), { rootMargin: '200%' });
	observer.observe(element);
	addEventListener('beforeprint', now, options);
	// The browser's own search finds what stands in the page: while its words are typed, the timeline comes.
	addEventListener('keydown', ({ key, ctrlKey, metaKey }) => (key === 'F3' || (key === 'f' && (ctrlKey || metaKey))) && now(), options);
	signal.addEventListener('abort', end, { signal: over.signal });
}
