// Keeps what the timelines of the page say, in order: [type, detail, id of the element].

globalThis.said = [];
for (const type of ['timeline-ready', 'timeline-select', 'timeline-view', 'timeline-error']) {
	document.addEventListener(type, ({ detail, target }) => said.push([type, detail, target.id]));
}

// Firefox's driver runs tests in a sandbox with modules and globals of its own: these are the page's.
globalThis.modules = { index: () => import('../index.js') };
