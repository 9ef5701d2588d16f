// Deep links, when asked for: the open entry stands in the page's address as `#timeline=ID`, and such an address opens its entry.
// In: a View and its timeline. Out: `select`, and the address, without a new entry in the history.

export function followHash(view, element, timeline, signal) {
	// The entry that the address names. Another timeline on the page, or an older version of the article, may have had it.
	const named = () => {
		const id = new URLSearchParams(location.hash.slice(1)).get('timeline');
		return timeline().events?.some((event) => event.id === id) && id;
	};
	const open = () => named() && view.select(named());
	addEventListener('hashchange', open, { signal });
	element.addEventListener(
		'timeline-select',
		({ target, detail: { id } }) => {
			if (target === element && (id ?? named())) history.replaceState(history.state, '', id ? `#timeline=${encodeURIComponent(id)}` : location.pathname + location.search);
		},
		{ signal },
	);
	open();
}
