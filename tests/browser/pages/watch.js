// Keeps what the timelines of the page say, in order: [type, detail, id of the element].

globalThis.said = [];
for (const type of ['timeline-ready', 'timeline-select', 'timeline-view', 'timeline-error']) {
	document.addEventListener(type, ({ detail, target }) => said.push([type, detail, target.id]));
}
