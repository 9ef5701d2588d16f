// The one kind of error that leaves this package. In: a kind for programs and a sentence for people. Out: an error with both.

/** An error with a kind: not-found, wrong-type, bad-input, blocked-by-csp, unsupported, too-few or crashed. */
export class TimelineError extends Error {
	constructor(kind, message, options) {
		super(message, options);
		this.name = 'TimelineError';
		this.kind = kind;
	}
}

/** What nobody foresaw. */
export const crashOf = (cause) => new TimelineError('crashed', 'The timeline has stopped because of an error of its own.', { cause });

/** Throws a TimelineError. */
export function refuse(kind, message) {
	throw new TimelineError(kind, message);
}

/** The error that explain.js has for this cause: its sentences are fetched when something has gone wrong, and not before. */
export async function explained(cause, ...details) {
	const { EXPLAINED } = await import('./explain.js').catch(() => ({}));
	// Where not even that can be fetched, the server is gone.
	const [kind, message] = EXPLAINED?.[cause](...details) ?? ['not-found', `article-timeline can not be fetched (${[cause, ...details]}).`];
	return new TimelineError(kind, message);
}

/** Throws it. */
export async function fail(...cause) {
	throw await explained(...cause);
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
		const crash = crashOf(error);
		onCrash(crash);
		throw crash;
	}
}
