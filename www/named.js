// Entries as the core counts them, for the scripts that look for entries themselves. In: a timeline as anyone may have written it. Out: its entries.

const objects = (list) => [list].flat(Infinity).filter((item) => item && typeof item === 'object');

/** The same timeline with a list of entries, each with a list of evidence. One without an id has one by its place, which must not change when others are left out. */
export function named(timeline) {
	const events = objects(timeline.events).map((event, place) => ({ ...event, id: event.id || `event-${place + 1}`, evidence: objects(event.evidence) }));
	return { ...timeline, events };
}
