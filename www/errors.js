// The one kind of error that leaves this package. In: a kind for programs and a sentence for people. Out: an error with both.

/** An error with a kind: not-found, wrong-type, bad-input, blocked-by-csp, unsupported or crashed. */
export class TimelineError extends Error {
	constructor(kind, message) {
		super(message);
		this.name = 'TimelineError';
		this.kind = kind;
	}
}

/** Throws a TimelineError. */
export function refuse(kind, message) {
	throw new TimelineError(kind, message);
}

/**
 * Calls into a wasm, and gives what is thrown its name. A panic leaves Rust in no known state: `onCrash` hears of it, and whoever called
 * must not call again.
 */
export function enter(work, onCrash) {
	try {
		return work();
	} catch (error) {
		if (error?.kind) throw error instanceof TimelineError ? error : new TimelineError(error.kind, error.message);
		// What carries no kind was never meant to be thrown: a RuntimeError, or the stack's end.
		const crash = new TimelineError('crashed', 'The timeline has stopped because of an error of its own.');
		crash.cause = error;
		onCrash(crash);
		throw crash;
	}
}
