// Brings the wasm, its glue and the style sheet, once for all timelines of a page, and gives each way to fail its name.
// In: the files beside this one. Out: the core to call, always through `enter`, which is where a panic is noticed.

const WASM = new URL('./article-timeline.wasm', import.meta.url);
const STYLE = new URL('./article-timeline.css', import.meta.url);

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

let loading;
/** The style sheet that every shadow root adopts; filled by `load`. */
export let style;

/** The wasm's functions. A load that failed is tried again by the next caller. */
export function load() {
	loading ??= bring().catch((error) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

let crash;
/** Views that want to know of a crash. */
export const views = new Set();

/** Every call into wasm. A panic leaves Rust in no known state, so after one nothing is called again and all views are told. */
export function enter(work) {
	if (crash) throw crash;
	try {
		return work();
	} catch (error) {
		if (error?.kind) throw error instanceof TimelineError ? error : new TimelineError(error.kind, error.message);
		// What carries no kind was never meant to be thrown: a RuntimeError, or the stack's end.
		crash = new TimelineError('crashed', 'The timeline has stopped because of an error of its own.');
		crash.cause = error;
		for (const view of [...views]) view.fail(crash);
		throw crash;
	}
}

async function bring() {
	const csp = watchPolicy();
	try {
		const [glue, module, sheet] = await Promise.all([import('./glue.js'), compile(), fetchStyle()]);
		await glue.default({ module_or_path: module });
		style = sheet;
		return glue;
	} catch (error) {
		if (await csp.blocked(error)) {
			refuse('blocked-by-csp', "The page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to script-src.");
		}
		throw error;
	} finally {
		csp.end();
	}
}

async function compile() {
	const response = await get(WASM);
	const typed = response.headers.get('content-type')?.startsWith('application/wasm');
	try {
		// compileStreaming insists on the type; a server that does not know it is still served.
		return typed ? await WebAssembly.compileStreaming(response) : await WebAssembly.compile(await response.arrayBuffer());
	} catch (error) {
		if (!(error instanceof WebAssembly.CompileError) || isPolicy(error)) throw error;
		refuse('wrong-type', `${WASM} is not WebAssembly.`);
	}
}

async function fetchStyle() {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(await (await get(STYLE)).text());
	return sheet;
}

/** What stands at the address, or a TimelineError. */
export async function get(url, signal) {
	const response = await fetch(url, { signal }).catch(() => refuse('not-found', `${url} can not be fetched.`));
	if (!response.ok) refuse('not-found', `${url} answers ${response.status}.`);
	return response;
}

const isPolicy = (error) => /content.security|csp|unsafe-eval/i.test(error.message);

// Browsers word a policy's refusal differently and Firefox's fetch error not at all; the violation event is common to them.
function watchPolicy() {
	let seen = false;
	const note = ({ blockedURI }) => {
		seen ||= blockedURI === 'wasm-eval' || blockedURI === WASM.href;
	};
	document.addEventListener('securitypolicyviolation', note);
	return {
		async blocked(error) {
			await new Promise((resolve) => setTimeout(resolve)); // the event comes in a task of its own
			return seen || isPolicy(error);
		},
		end: () => document.removeEventListener('securitypolicyviolation', note),
	};
}
