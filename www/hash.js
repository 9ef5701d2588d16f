// Deep links, when asked for: the open entry stands in the page's address as `#timeline=ID`, and such an address opens its entry.
// In: a View and its timeline. Out: `select`, and the address, without a new entry in the history.

export function followHash(view, element, timeline, signal) {
	const open = () => {
		const id = new URLSearchParams(location.hash.slice(1)).get('timeline');
		// Another timeline on the page, or an older version of the article, may have had it.
		if (id !== null && timeline().events?.some((event) => event.id === id)) view.select(id);
	};
	addEventListener('hashchange', open, { signal });
	element.addEventListener(
		'timeline-select',
		({ target, detail: { id } }) => {
			if (target === element) history.replaceState(history.state, '', id === null ? location.pathname + location.search : `#timeline=${encodeURIComponent(id)}`);
		},
		{ signal },
	);
	open();
}
