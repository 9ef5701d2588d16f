// What developers are told when something can not work: what is wrong, where, and what to do, in one sentence each. In: what has been noticed. Out: the kind
// and the sentence of an error. It is fetched when something has gone wrong; no reader of a page ever sees it.

const say = (file) => {
	const [, program = 'reader', code] = /(reader|widget)\.wasm|(\w+)\.model/.exec(file);
	return `configure({ ${program}: { ${code ? `models: { ${code}: '/path/to/${code}.model' }` : `wasm: '/path/to/${file}'`} } }) from 'article-timeline'`;
};

// Of a Response that a page made itself nobody knows the address.
const GIVEN = 'The response that configure was given';

// What a bundler does to a file is seen from its address.
function remedy(address) {
	const { pathname } = new URL(address, 'https://nowhere.invalid');
	if (pathname.includes('/.vite/deps/')) return "add optimizeDeps: { exclude: ['article-timeline'] } to the Vite configuration, which has moved the scripts away from it";
	const [file] = /(reader|widget)\.wasm$|\w+\.model$/.exec(pathname) ?? [];
	if (file) return `copy it there from article-timeline/dist, or say where it is with ${say(file)}`;
	return 'check the address';
}

const originOf = (address) => (new URL(address).origin === globalThis.location?.origin ? "'self'" : new URL(address).origin);

const DIRECTIVES = { 'connect-src': 'connect-src', 'script-src-elem': 'script-src', 'script-src': 'script-src', 'worker-src': 'worker-src' };

/** By cause: the kind of the error, and its sentence. */
export const EXPLAINED = {
	/** Nobody knows where a file is: a bundle that has no `import.meta.url`. */
	nowhere: (file) => ['not-found', `Where ${file} is can not be known in a bundle without import.meta.url: say it with ${say(file)}, or import 'article-timeline/inline', which carries both programs inside.`],
	/** What the page has given for it can not be had. */
	source: (file, reason) => ['not-found', `What configure was given as ${file} can not be had (${reason}): give an address, a Response, bytes, a compiled module, a promise of one or a function that gives it.`],
	status: (address, status) => ['not-found', `${address || GIVEN} answers ${status}: ${remedy(address)}.`],
	page: (address, wanted) => ['wrong-type', `${address || GIVEN} is a web page, not ${wanted} (servers of single-page apps answer so for files that are not there): ${remedy(address)}.`],
	unreached: (address) => ['not-found', `${address} can not be fetched: ${isForeign(address) ? `its server must allow it with Access-Control-Allow-Origin, or` : 'the network or'} the server can not be reached${/\.wasm$/.test(address) ? ', or its integrity does not match' : ''}.`],
	policy: (address, directive) => ['blocked-by-csp', `The page's Content-Security-Policy forbids ${address}: add ${originOf(address)} to ${DIRECTIVES[directive] ?? directive}.`],
	forbidden: () => ['blocked-by-csp', globalThis.document ? "The page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to script-src." : 'WebAssembly may not be compiled here: hand over the compiled module with configure({ wasm }).'],
	file: (address) => ['not-found', `${address} can not be read: copy it there from article-timeline/dist, or say where it is with configure.`],
	bytes: (name) => ['wrong-type', `${name} is not WebAssembly: give widget.wasm or reader.wasm of article-timeline.`],
	mixed: (found, wanted) => ['wrong-type', `The wasm is of article-timeline ${found} and the scripts are of ${wanted}: deliver all files of one version, and empty the caches between.`],
	script: (name, reason) => ['not-found', `${name} of article-timeline can not be loaded (${reason}): it must stand beside the other scripts, come with CORS where it is of another origin, and match its integrity where the page names one.`],
	old: (missing) => ['unsupported', `This browser has no ${missing}, which article-timeline needs: it keeps the page's own content.`],
};

const isForeign = (address) => globalThis.location && new URL(address).origin !== location.origin;
