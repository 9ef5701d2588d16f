// Deep links, when asked for: the open entry stands in the page's address as `#timeline=ID`, and such an address opens its entry.
// Where several timelines of a page have an entry with that id, `&of=ELEMENT` says whose it is: the element's id, else its number among them.
// In: a View and its timeline. Out: `select`, and the address, without a new entry in the history.

const followers = new Set();

const inOrder = (one, other) => (one.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);

export function followHash(view, element, timeline, signal) {
	const has = (id) => timeline().events?.some((event) => event.id === id);
	const own = { element, has };
	followers.add(own);
	signal.addEventListener('abort', () => followers.delete(own), { once: true });
	const sharing = (id) => [...followers].filter((follower) => follower.has(id)).sort(inOrder);
	const name = (follower, sharing) => follower.element.id || `${sharing.indexOf(follower) + 1}`;
	// The entry that the address names. Another timeline on the page, or an older version of the article, may have had it.
	const named = () => {
		const said = new URLSearchParams(location.hash.slice(1));
		const id = said.get('timeline');
		if (!has(id)) return undefined;
		const all = sharing(id);
		const meant = all.find((follower) => name(follower, all) === said.get('of')) ?? all[0];
		return meant === own ? id : undefined;
	};
	const address = (id) => {
		if (!id) return location.pathname + location.search;
		const all = sharing(id);
		return `#timeline=${encodeURIComponent(id)}${all.length > 1 ? `&of=${encodeURIComponent(name(own, all))}` : ''}`;
	};
	const open = () => named() && view.select(named());
	addEventListener('hashchange', open, { signal });
	element.addEventListener(
		'timeline-select',
		({ target, detail: { id } }) => {
			if (target === element && (id ?? named())) history.replaceState(history.state, '', address(id));
		},
		{ signal },
	);
	open();
}
