// What <article-timeline> without any attribute makes of stored pages: `npm run bench -- pages FILE [EVERY [FROM]]`. In: BASE, the address of a test server (xtask sets it), and a
// file with pages, gzipped, JSON a line: {"id", "html", "date"?, "with"?, "without"?}; of these every so many. Each is served from this machine with its own scripts off and nothing
// fetched from elsewhere. Out: how many get a timeline, how many keep their own content and why, how many entries stand in text that is none of the article, whether a sentence
// for developers is shown, how often the day is right, and how long the walk over the page takes.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { launch } from '../tests/browser/driver/page.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [file, every = 1, from = 0] = process.argv.slice(2);
const base = process.env.BASE;
if (!base || !file) {
	console.error('Run this with `npm run bench -- pages FILE`, which builds and serves what it measures.');
	process.exit(2);
}
const scratch = path.join(root, 'target/browser-pages');
mkdirSync(scratch, { recursive: true });

// Styles of the page's own file stay, because they hide what readers do not see.
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:";
const OURS = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script src="/open/tests/watch.js"></script><script type="module" src="/open/element.js"></script>`;

const pages = gunzipSync(readFileSync(file)).toString().trim().split('\n').map((line) => JSON.parse(line)).filter((_, place) => place % every === Number(from));
const total = { pages: 0, timelines: 0, entries: 0, foreign: 0, sentences: 0, crashed: 0, silent: 0, days: 0, right: 0, wrong: 0 };
const kept = {};
const walks = [];
const page = await launch('chromium', { width: 1200, height: 1000 });
try {
	for (const stored of pages) await visit(stored);
} finally {
	await page.close();
}
report();

async function visit({ id, html, date, without = [] }) {
	writeFileSync(path.join(scratch, 'stored.html'), served(html));
	await page.open(new URL('open/scratch/stored.html', base).href);
	const seen = await page.evaluate(outcome);
	total.pages++;
	total.timelines += seen.kind === 'timeline-ready';
	total.sentences += Boolean(seen.sentence);
	total.crashed += seen.kind === 'crashed';
	total.silent += !seen.kind;
	if (seen.kind !== 'timeline-ready') kept[seen.kind] = (kept[seen.kind] ?? 0) + 1;
	const flat = (text) => text.replace(/\s+/g, ' ').trim();
	const foreign = seen.entries.filter((text) => without.some((chunk) => flat(chunk).length > 20 && flat(text).includes(flat(chunk))));
	total.entries += seen.entries.length;
	total.foreign += foreign.length;
	if (date && seen.kind === 'timeline-ready') {
		total.days++;
		total.right += seen.published?.slice(0, 10) === date;
		total.wrong += Boolean(seen.published) && seen.published.slice(0, 10) !== date;
	}
	walks.push({ size: html.length, ...seen.walk });
	if (foreign.length > 0 || seen.sentence || seen.kind === 'crashed' || !seen.kind) console.log(`${id}: ${seen.kind ?? 'nothing said'} ${seen.sentence ?? ''} ${foreign.join(' | ')}`);
}

/** The page with its scripts taken out (data stays), ours in front of all else, and the element behind its text. */
function served(html) {
	const quiet = html
		.replace(/<script\b(?![^>]*ld\+json)[^>]*>[\s\S]*?<\/script\s*>/gi, '')
		.replace(/<meta[^>]*http-equiv=["']?(content-security-policy|refresh)[^>]*>/gi, '')
		.replace(/<base\b[^>]*>/gi, '');
	const head = /<head\b[^>]*>/i.exec(quiet);
	const front = head ? head.index + head[0].length : (/<html\b[^>]*>/i.exec(quiet)?.[0].length ?? 0);
	const behind = quiet.search(/<\/body\s*>/i);
	const body = behind < 0 ? quiet.length : behind;
	const element = '<article-timeline id="timeline" loading="eager"></article-timeline>';
	return `<!doctype html>${quiet.slice(0, front)}${OURS}${quiet.slice(front, body)}${element}${quiet.slice(body)}`.replace(/^<!doctype html>\s*<!doctype[^>]*>/i, '<!doctype html>');
}

/** What came of it; runs in the page. */
async function outcome() {
	const { flatten } = await import('/open/source/page.js');
	const rounds = [];
	for (let round = 0; round < 5; round++) {
		const began = performance.now();
		flatten(document);
		rounds.push(performance.now() - began);
	}
	const elements = document.querySelectorAll('*').length;
	let seen;
	for (const end = performance.now() + 15_000; !seen && performance.now() < end; await new Promise((done) => setTimeout(done, 50))) {
		seen = said.find(([type]) => type === 'timeline-ready' || type === 'timeline-error');
	}
	const element = document.querySelector('#timeline');
	const [type, { kind } = {}] = seen ?? [];
	const isDrawn = type === 'timeline-ready';
	return {
		kind: isDrawn ? type : kind,
		entries: isDrawn ? element.timeline.events.map(({ evidence }) => evidence[0].text) : [],
		published: element?.timeline?.articles[0]?.published,
		sentence: isDrawn ? undefined : element?.shadowRoot?.textContent.trim() || undefined,
		walk: { first: rounds[0], later: rounds.slice(1).sort((one, other) => one - other)[1], elements },
	};
}

function report() {
	const share = (part, of) => `${part} of ${of} (${((100 * part) / Math.max(1, of)).toFixed(1)} %)`;
	console.log(`timelines                         ${share(total.timelines, total.pages)}`);
	for (const [kind, count] of Object.entries(kept)) console.log(`kept its own content, ${kind.padEnd(12)}${share(count, total.pages)}`);
	console.log(`entries in text of others         ${share(total.foreign, total.entries)}`);
	console.log(`sentences for developers shown    ${share(total.sentences, total.pages)}`);
	console.log(`crashed, nothing said             ${total.crashed}, ${total.silent}`);
	console.log(`day right, wrong (of those drawn) ${share(total.right, total.days)}, ${share(total.wrong, total.days)}`);
	const middle = (list) => list.sort((one, other) => one - other)[list.length >> 1] ?? 0;
	const near = walks.filter(({ size }) => size > 300_000 && size < 500_000);
	for (const [name, list] of [['all pages', walks], ['pages of 300 to 500 kB', near]]) {
		console.log(`walk, ${name} (${list.length}; ${middle(list.map(({ elements }) => elements))} elements): ${middle(list.map(({ first }) => first)).toFixed(1)} ms the first time, with the page's own style and layout, ${middle(list.map(({ later }) => later)).toFixed(1)} ms later`);
	}
}
