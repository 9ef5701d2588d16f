// Whether the page's policies allow a worker, found out beforehand: an attempt that they forbid would be reported to the site's owner. In: the
// worker's address. Out: yes, or no when it is forbidden or cannot be known.
//
// Nothing tells a page its own policies, so they are read where they stand: in <meta> elements, and in the head of the page's own address, asked for once
// and only when there is something to read (from the cache where it is there).

let policies;

/** Whether a worker may run from the address, without anything to be reported. */
export async function allowsWorker(url) {
	// A frame without an origin of its own, and a page that has no address, have nobody to ask.
	if (!url || !globalThis.Worker || globalThis.origin !== url.origin || !/^https?:$/.test(location.protocol)) return false;
	policies ??= readPolicies();
	const all = await policies;
	return Boolean(all?.every((policy) => allows(policy, url)));
}

async function readPolicies() {
	const inPage = [...document.querySelectorAll('meta[http-equiv="content-security-policy" i]')].map(({ content }) => content);
	try {
		// Where it was loaded from: the address may have been changed since by a script.
		const address = performance.getEntriesByType('navigation')[0]?.name ?? location.href;
		const response = await fetch(address, { method: 'HEAD', cache: 'force-cache' });
		if (!response.ok) return undefined;
		// What is only reported is not to be reported either.
		const heads = ['content-security-policy', 'content-security-policy-report-only'].map((name) => response.headers.get(name) ?? '');
		return [...inPage, ...heads.join().split(',')].map(directivesOf);
	} catch {
		return undefined;
	}
}

const directivesOf = (policy) =>
	new Map(
		policy.split(';').map((directive) => {
			const [name, ...values] = directive.trim().split(/\s+/);
			return [name.toLowerCase(), values];
		}),
	);

function allows(policy, url) {
	// The address of a worker is a string that becomes script; a browser that does not know of that holds nobody to it.
	if (globalThis.trustedTypes && policy.has('require-trusted-types-for')) return false;
	const sources = ['worker-src', 'child-src', 'script-src', 'default-src'].map((name) => policy.get(name)).find(Boolean);
	if (!sources) return !policy.has('sandbox');
	// Under 'strict-dynamic' addresses count for nothing, and what else counts for a worker, browsers do not agree upon.
	return !sources.includes("'strict-dynamic'") && sources.some((source) => ['*', "'self'", url.protocol, url.origin, url.host].includes(source));
}
