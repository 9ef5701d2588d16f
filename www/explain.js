// What developers are told when something can not work: what is wrong, where, and what to do, in one sentence each. In: what has been noticed. Out: the kind
// and the sentence of an error. It is fetched when something has gone wrong; no reader of a page ever sees it.

const say = (file) => {
	const [, program = 'reader', code] = /(\w+)\.wasm|(\w+)\.model/.exec(file);
	return `configure({ ${program}: { ${code ? `models: { ${code}: '/path/to/${code}.model' }` : `wasm: '/path/to/${file}'`} } }) from 'article-timeline'`;
};

// Of a Response that a page made itself nobody knows the address.
const GIVEN = 'The response that configure was given';

// What a bundler does to a file is seen from its address.
function remedy(address) {
	const { hostname, pathname } = new URL(address, 'https://nowhere.invalid');
	// The files are there, so this was guessed (beside.js) from scripts that Vite has moved.
	if (pathname.includes('/node_modules/article-timeline/dist/')) return "add optimizeDeps: { exclude: ['article-timeline'] } to the Vite configuration, which has moved the scripts away from it";
	if (hostname === 'docs.google.com') return 'publish the sheet (File, Share, Publish to web) as comma-separated values, and give that address, which ends in output=csv';
	const [file] = /(reader|widget|exchange)\.wasm$|\w+\.model$/.exec(pathname) ?? [];
	if (file) return `copy it there from article-timeline/dist, or say where it is with ${say(file)}`;
	return 'check the address';
}

// As a policy names it: 'self', another origin, or a scheme (of which browsers say no more).
function sourceOf(address) {
	if (!address.includes(':')) return `${address}:`;
	const { origin } = new URL(address);
	return origin === globalThis.location?.origin ? "'self'" : origin;
}

const DIRECTIVES = { 'connect-src': 'connect-src', 'script-src-elem': 'script-src', 'script-src': 'script-src', 'worker-src': 'worker-src' };

/** By cause: the kind of the error, and its sentence. */
export const EXPLAINED = {
	/** Nobody knows where a file is: a bundle that has no `import.meta.url`. */
	nowhere: (file) => ['not-found', `Where ${file} is can not be known in a bundle without import.meta.url: say it with ${say(file)}, or import 'article-timeline/inline', which carries reader and widget inside.`],
	/** What the page has given for it can not be had. */
	source: (file, reason) => ['not-found', `What configure was given as ${file} can not be had (${reason}): check its address and its integrity, or give an address, a Response, bytes, a compiled module, a promise of one or a function that gives it.`],
	status: (address, status) => ['not-found', `${address || GIVEN} answers ${status}: ${remedy(address)}.`],
	page: (address, wanted) => ['wrong-type', `${address || GIVEN} is a web page, not ${wanted} (servers of single-page apps answer so for files that are not there): ${remedy(address)}.`],
	/** What can not be had, and what the page's policy has refused: addresses with their directives. */
	refused(refused, cause, ...details) {
		const isOf = (detail, address) => detail === address || detail.startsWith(`${address}:`) || (/^http/.test(detail) && new URL(detail).origin === address);
		const isThis = ([address, directive]) => details.some((detail) => isOf(detail, address)) || (cause === 'script' && /^script-src/.test(directive) && /^http/.test(address));
		const policy = [...refused].find(isThis);
		return policy ? EXPLAINED.policy(...policy) : EXPLAINED[cause](...details);
	},
	unreached: (address) => ['not-found', `${address} can not be fetched: ${isForeign(address) ? `its server must allow it with Access-Control-Allow-Origin, or` : 'the network or'} the server can not be reached${/docs\.google\.com/.test(address) ? `; ${remedy(address)}` : ''}${/\.wasm$/.test(address) ? ', or its integrity does not match' : ''}.`],
	policy: (address, directive) => ['blocked-by-csp', `The page's Content-Security-Policy forbids ${address}: add ${sourceOf(address)} to ${DIRECTIVES[directive] ?? directive}.`],
	forbidden: () => ['blocked-by-csp', globalThis.document ? "The page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to script-src." : 'WebAssembly may not be compiled here: hand over the compiled module with configure({ wasm }).'],
	file: (address) => ['not-found', `${address} can not be read: copy it there from article-timeline/dist, or say where it is with configure.`],
	bytes: (name) => ['wrong-type', `${name} is not WebAssembly: give widget.wasm or reader.wasm of article-timeline.`],
	mixed: (found, wanted) => ['wrong-type', `The wasm is of article-timeline ${found} and the scripts are of ${wanted}: deliver all files of one version, and empty the caches between.`],
	script: (name, reason) => ['not-found', `${name} of article-timeline can not be loaded (${reason}): it must stand beside the other scripts, come with CORS where it is of another origin, and match its integrity where the page names one.`],
	/** What an element is to show. */
	unmatched: (selector, isId) => ['not-found', `Nothing on this page matches for="${selector}"${isId ? `: did you mean for="#${selector}"?` : ': give it the CSS selector of the element that holds the article.'}`],
	selector: (selector) => ['bad-input', `for="${selector}" is not a CSS selector: give it that of the element that holds the article.`],
	address: (src) => ['bad-input', `src="${src}" is not an address.`],
	type: (address, type) => ['wrong-type', `${address} is ${type}, not JSON: ${remedy(address)}.`],
	markup: () => ['blocked-by-csp', "The page's Content-Security-Policy forbids parsing HTML: add blob: to connect-src, or give the element that holds the article, or its plain text."],
	/** What is wrong in data of another format. */
	format: (where, format, problem) => ['bad-input', `${where} can't be read as ${FORMATS[format] ?? format}: ${problem.replace(/\.$/, '')}.`],
	json: (where, problem, text) => ['bad-input', `${where} is not valid JSON${otherText(text)} (${problem.replace(/\.$/, '')}).`],
	/** Data that is neither a timeline nor an article, or of another format. */
	data: (data) => ['bad-input', `${formatOf(data)}: an article has headline and text or blocks, Timeline JSON has events with title and when.edtf.`],
	few: (count, least) => ['too-few', `There ${count === 1 ? 'is 1 dated entry' : `are ${count} dated entries`} where min is ${least}: the page keeps its own content.`],
	/** An option that has only certain values. */
	choice: (name, value, choices) => ['bad-input', `${name}="${value}" is none of auto, ${choices.join(', ')}: auto is taken instead.`],
	old: (missing) => ['unsupported', `This browser has no ${missing}, which article-timeline needs: it keeps the page's own content.`],
};

const isForeign = (address) => globalThis.location && new URL(address).origin !== location.origin;

const FORMATS = { timelinejs: 'TimelineJS', csv: 'a table', tsv: 'a table', ics: 'iCalendar', jsonld: 'JSON-LD', html: 'a list in HTML', feed: 'a feed', simile: 'SIMILE', vis: 'items of vis-timeline', wikidata: 'Wikidata rows' };

// JSON of others that may be taken for ours: functions take Timeline JSON, the element takes all.
const FIRST = "which convert(data) of 'article-timeline/reader' makes Timeline JSON of";

function formatOf(data) {
	const [first] = [data?.events ?? data].flat();
	if (data?.events?.some?.((event) => event?.start_date) || first?.start_date) return `This is TimelineJS's JSON, ${FIRST}`;
	if (first?.['@context'] || first?.['@type'] || first?.['@graph']) return `This is schema.org data (JSON-LD), ${FIRST}`;
	if (Array.isArray(data) && data.length === 0) return 'This is an empty list, and no article';
	return 'This JSON is neither a timeline nor an article';
}

const otherText = (text) => (/^\s*</.test(text) ? ' but a web page or XML' : '');
