// Before anything else of the page: keeps the workers that it makes, and lets a test put another script in a worker's place or hurry the clock.

const Own = globalThis.Worker;
globalThis.made = [];
globalThis.Worker = class extends Own {
	constructor(url, options) {
		super(globalThis.instead ?? url, options);
		made.push(this);
		this.isEnded = false;
	}

	terminate() {
		this.isEnded = true;
		super.terminate();
	}
};

// What the package wants to be done in ten seconds or more is done when a test says so. Drivers have such timers of their own.
globalThis.later = new Set();
const { setTimeout: set, clearTimeout: clear } = globalThis;
globalThis.setTimeout = (work, wait, ...rest) => {
	if (!(wait >= 10_000 && new Error().stack.includes('/host-'))) return set(work, wait, ...rest);
	const id = { work };
	later.add(id);
	return id;
};
globalThis.clearTimeout = (id) => (typeof id === 'object' ? void later.delete(id) : clear(id));
