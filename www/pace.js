// When work is done that nobody waits for, and how long work is cut so that the page stays quick. In: work. Out: its time.

/** Does it when the page has nothing else to do; Safari, which doesn't say when, soon. */
export function whenIdle(work) {
	(globalThis.requestIdleCallback ?? setTimeout)(() => work());
}
