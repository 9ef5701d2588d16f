// When work is done that nobody waits for, and how long work goes on before the page has its turn. In: work. Out: its time.

/** Does it when the page has nothing else to do; Safari, which doesn't say when, soon. */
export function whenIdle(work) {
	(globalThis.requestIdleCallback ?? setTimeout)(() => work());
}

const LONGEST = 4; // ms; on a phone six times as slow the parts of a first drawing still take less than 50
let rested = 0;

/** Lets the page do what it has to (a click, a frame), unless it just could. */
export async function breath() {
	if (performance.now() - rested < LONGEST) return;
	await (globalThis.scheduler?.yield?.() ?? nextTask());
	rested = performance.now();
}

// A message, because timers within timers wait for 4 ms.
function nextTask() {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}
