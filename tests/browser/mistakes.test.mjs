// What a developer does wrong, and what the console and `timeline-error` say: each once, in one sentence that says what, where and what to do. Readers see what the page
// has of its own, and never that sentence.

import assert from 'node:assert/strict';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileOf } from '../size/scripts.mjs';
import { test } from './harness.mjs';

const DIST = path.resolve(import.meta.dirname, '../../dist');
const FALLBACK = '<p id="fallback">What stands in.</p>';
const JSON_INSIDE = '<script type="application/json">{"events":[{"title":"The landing","when":{"edtf":"1969-07-20"}},{"title":"The return","when":{"edtf":"1969-07-24"}}]}</script>';

/** Writes a page into the folder of what tests write; `at` is the address of the scripts. */
function write(scratch, { at = '/open', head = '', before = '', element, scripts = [] }) {
	const hears = ['hears', 'count', 'watch'].map((name) => `<script src="/open/tests/${name}.js"></script>`).join('');
	const own = scripts.map((text, number) => {
		writeFileSync(path.join(scratch, `own-${number}.js`), text);
		return `<script type="module" src="/open/scratch/own-${number}.js"></script>`;
	});
	writeFileSync(path.join(scratch, 'mistake.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><title>A mistake</title><link rel="icon" href="data:,">${head}${hears}${own.join('')}<script type="module" src="${at}/element.js"></script>${before}${element}</html>`);
}

/** Opens the page and gives what came of it: the event, the console's lines, what a reader sees. */
async function opened(page, url) {
	await page.open(url('/open/scratch/mistake.html'));
	await page.waitFor(() => said.some(([type]) => type === 'timeline-error'));
	await page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
	return page.evaluate(() => {
		const element = document.querySelector('article-timeline');
		const [, { kind, message }] = said.find(([type]) => type === 'timeline-error');
		return { kind, message, heard, fallback: document.querySelector('#fallback')?.getBoundingClientRect().height > 0, read: document.body.innerText + (element.shadowRoot?.textContent ?? '') };
	});
}

/** Holds for every mistake. */
function assertTold({ kind, message, heard, fallback, read }, wanted, words, hint) {
	assert.equal(kind, wanted, `${hint}: ${message}`);
	assert.match(message, /^[^\n]+[.?]$/, hint);
	assert.match(message, words, hint);
	// Browsers write of their own what could not be fetched; that does not come by console.error.
	assert.deepEqual(heard, [`error: <article-timeline>: ${message}`], hint);
	assert.ok(fallback, `the fallback of ${hint}`);
	assert.ok(!read.includes(message.slice(0, 20)), `a reader sees: ${read}`);
}

const asFile = (scratch, name, text) => {
	writeFileSync(path.join(scratch, name), text);
	return `<article-timeline src="${name}">${FALLBACK}</article-timeline>`;
};

test('data that is none, or of others, is named', async ({ page, url, scratch }) => {
	const cases = [
		['404', `<article-timeline src="nowhere.json">${FALLBACK}</article-timeline>`, 'not-found', /^http:.*\/nowhere\.json answers 404: check the address\.$/],
		['html for JSON', asFile(scratch, 'app.html', '<!doctype html><title>App</title>'), 'wrong-type', /app\.html is a web page, not JSON \(servers of single-page apps answer so/],
		['html named JSON', asFile(scratch, 'app.json', '<!doctype html><title>App</title>'), 'bad-input', /app\.json is not valid JSON but a web page or XML/],
		['a calendar', asFile(scratch, 'dates.json', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\nEND:VEVENT\r\nEND:VCALENDAR'), 'bad-input', /^http.*dates\.json can't be read as iCalendar: event 1 \("A"\).*: DTSTART is missing\.$/],
		['a picture', asFile(scratch, 'dot.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'), 'wrong-type', /dot\.svg is image\/svg\+xml, not JSON/],
		['broken', asFile(scratch, 'broken.json', '{"events": ['), 'bad-input', /broken\.json is not valid JSON \(/],
		['foo', asFile(scratch, 'foo.json', '{"foo":1}'), 'bad-input', /^This JSON is neither a timeline nor an article: an article has headline and text or blocks, Timeline JSON has events/],
		['nothing', asFile(scratch, 'empty.json', '{}'), 'bad-input', /^This JSON is neither a timeline nor an article/],
		['a list', asFile(scratch, 'list.json', '[]'), 'bad-input', /^This is an empty list, and no article/],
		['null', asFile(scratch, 'null.json', 'null'), 'bad-input', /^An article is a text, an element, or JSON/],
		['TimelineJS', asFile(scratch, 'timelinejs.json', '{"events":[{"start_date":{"year":"1969"},"text":{"headline":"A"}},{"text":{"headline":"B"}}]}'), 'bad-input', /can't be read as TimelineJS: event 2 \("B"\): start_date is missing\.$/],
		['JSON-LD', asFile(scratch, 'article.jsonld.json', '{"@context":"https://schema.org","@type":"NewsArticle"}'), 'bad-input', /can't be read as JSON-LD: the JSON-LD has no Event/],
		['inside', `<article-timeline>${FALLBACK}<script type="application/json">{"events":</script></article-timeline>`, 'bad-input', /^The data inside <article-timeline> is not valid JSON/],
		['no title', asFile(scratch, 'untitled.json', '{"events":[{"when":{"edtf":"2020"}}]}'), 'bad-input', /event 1 .*: title is missing/],
		['no date', asFile(scratch, 'undated.json', '{"events":[{"title":"A","when":{"edtf":"some day"}}]}'), 'bad-input', /some day/],
		['no address', `<article-timeline src="http://">${FALLBACK}</article-timeline>`, 'bad-input', /^src="http:\/\/" is not an address/],
	];
	for (const [hint, element, kind, words] of cases) {
		write(scratch, { element });
		assertTold(await opened(page, url), kind, words, hint);
	}
}, { limit: 120_000 });

test('attributes that say nothing, or not what was meant', async ({ page, url, scratch }) => {
	const story = '<article id="story"><p>The ferry sank on 3 May 2014. The ferry was built in 1974.</p></article>';
	const cases = [
		['no match', `<article-timeline for="#nowhere">${FALLBACK}</article-timeline>`, 'not-found', /^Nothing on this page matches for="#nowhere": give it the CSS selector/],
		['no hash', `<article-timeline for="story">${FALLBACK}</article-timeline>`, 'not-found', /for="story": did you mean for="#story"\?\.?$|did you mean for="#story"/],
		['no selector', `<article-timeline for="][">${FALLBACK}</article-timeline>`, 'bad-input', /^for="\]\[" is not a CSS selector/],
		['no zone', `<article-timeline timezone="Mars/Olympus">${JSON_INSIDE}${FALLBACK}</article-timeline>`, 'bad-input', /^There is no time zone "Mars\/Olympus"/],
		['no today', `<article-timeline today="soon">${JSON_INSIDE}${FALLBACK}</article-timeline>`, 'bad-input', /^There is no day "soon"/],
	];
	for (const [hint, element, kind, words] of cases) {
		write(scratch, { before: story, element });
		assertTold(await opened(page, url), kind, words, hint);
	}
});

test('a publication date that is none is told, and the article is read all the same', async ({ page, url, scratch }) => {
	const before = '<article id="story"><time datetime="2016-11-01">1 November 2016</time><p>The ferry sank on 3 May 2014. The ferry was built in 1974.</p></article>';
	write(scratch, { before, element: '<article-timeline for="#story" published="last week"></article-timeline>' });
	const { kind, message, heard } = await opened(page, url);
	assert.deepEqual([kind, message], ['bad-input', 'The article\'s publication date "last week" was not understood; it should look like 2016-11-01.']);
	assert.equal(heard.length, 1);
	await page.waitFor(() => said.some(([type]) => type === 'timeline-ready'));
	assert.equal(await page.evaluate(() => document.querySelector('article-timeline').timeline.articles[0].published), '2016-11-01');
});

test('an unknown layout or theme is told, and the timeline is drawn all the same', async ({ page, url, scratch }) => {
	for (const [name, value, known] of [['layout', 'sideways', 'auto, horizontal, vertical'], ['theme', 'pink', 'auto, light, dark, contrast']]) {
		write(scratch, { element: `<article-timeline ${name}="${value}">${JSON_INSIDE}</article-timeline><article-timeline ${name}="${value}">${JSON_INSIDE}</article-timeline>` });
		const { kind, message, heard } = await opened(page, url);
		assert.deepEqual([kind, message], ['bad-input', `${name}="${value}" is none of ${known}: auto is taken instead.`]);
		assert.deepEqual(heard, [`error: <article-timeline>: ${message}`], 'once for both');
		await page.waitFor(() => said.filter(([type]) => type === 'timeline-ready').length === 2);
		assert.equal(await page.evaluate(() => said.filter(([type]) => type === 'timeline-error').length), 2, 'each element says it');
		for (const right of known.split(', ')) {
			write(scratch, { element: `<article-timeline ${name}="${right}">${JSON_INSIDE}</article-timeline>` });
			await page.open(url('/open/scratch/mistake.html'));
			await page.waitFor(() => said.some(([type]) => type === 'timeline-ready'));
			assert.deepEqual(await page.evaluate(() => heard), [], right);
		}
	}
});

/** dist/ in a folder of its own, without some of its files or with others in their place. */
function broken(scratch, files) {
	const copy = path.join(scratch, 'broken');
	rmSync(copy, { recursive: true, force: true });
	cpSync(DIST, copy, { recursive: true });
	for (const [name, contents] of Object.entries(files)) {
		rmSync(path.join(copy, name));
		if (contents !== undefined) writeFileSync(path.join(copy, name), contents);
	}
	return '/open/scratch/broken';
}

const ARTICLE = '<article id="story"><p>The ferry sank on 3 May 2014. The ferry was built in 1974.</p></article>';

test('a file of the package that is missing is named, whichever it is', async ({ page, url, scratch }) => {
	const drawn = `<article-timeline>${FALLBACK}${JSON_INSIDE}</article-timeline>`;
	const read = `<article-timeline for="#story" worker="off">${FALLBACK}</article-timeline>`;
	const cases = [
		['widget.wasm', drawn, /widget\.wasm answers 404: copy it there from article-timeline\/dist, or say where it is with configure\(\{ widget: \{ wasm: '\/path\/to\/widget\.wasm' \} \}\)/],
		['reader.wasm', read, /reader\.wasm answers 404: copy it there .*configure\(\{ reader:/],
		['widget.js', drawn, /^widget\.js of article-timeline can not be loaded \(.*\): it must stand beside the other scripts/],
		[fileOf('words/en.js'), drawn, /^words\/en\.js of article-timeline can not be loaded/],
		['reader.js', read, /^reader\.js of article-timeline can not be loaded/],
		[fileOf('host.js'), read, /^reader\.js of article-timeline can not be loaded/],
		[fileOf('reading.js'), read, /^reader\.js of article-timeline can not be loaded/],
		[fileOf('link.js'), read, /^link\.js of article-timeline can not be loaded/],
	];
	for (const [file, element, words] of cases) {
		write(scratch, { at: broken(scratch, { [file]: undefined }), before: ARTICLE, element });
		assertTold(await opened(page, url), 'not-found', words, file);
	}
	// Not even the file of sentences: the element says so, and nothing is left uncaught.
	write(scratch, { at: broken(scratch, { 'widget.wasm': undefined, [fileOf('explain.js')]: undefined }), element: drawn });
	assertTold(await opened(page, url), 'not-found', /^article-timeline can not be fetched/, 'explain.js');
	write(scratch, { at: broken(scratch, { 'widget.wasm': 'This is no wasm.' }), element: drawn });
	assertTold(await opened(page, url), 'wrong-type', /widget\.wasm is not WebAssembly/, 'no wasm');
}, { limit: 120_000 });

test('what a policy forbids is told by its directive', async ({ page, url, scratch }) => {
	const cases = [
		["script-src 'self' 'unsafe-inline'; connect-src 'self'", `<article-timeline>${FALLBACK}${JSON_INSIDE}</article-timeline>`, /forbids WebAssembly: add 'wasm-unsafe-eval' to script-src\.$/],
		["script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'", `<article-timeline>${FALLBACK}${JSON_INSIDE}</article-timeline>`, /forbids http:.*widget\.wasm: add 'self' to connect-src\.$/],
		["default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:", `<article-timeline>${FALLBACK}${JSON_INSIDE}</article-timeline>`, /widget\.wasm: add 'self' to connect-src\.$/],
		["script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'", `<article-timeline src="http://localhost:1/data.json">${FALLBACK}</article-timeline>`, /forbids http:\/\/localhost:1\/data\.json: add http:\/\/localhost:1 to connect-src\.$/],
	];
	for (const [policy, element, words] of cases) {
		write(scratch, { head: `<meta http-equiv="Content-Security-Policy" content="${policy}">`, element });
		assertTold(await opened(page, url), 'blocked-by-csp', words, policy);
	}
	// Where it is forbidden, it is not fetched in vain.
	write(scratch, { head: `<meta http-equiv="Content-Security-Policy" content="${cases[0][0]}">`, element: cases[0][1] });
	await opened(page, url);
	assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length), 0);
});

test('another origin without CORS, and bytes that do not match their integrity', async ({ page, url, scratch }) => {
	const other = new URL(url('/open/scratch/elsewhere.json'));
	writeFileSync(path.join(scratch, 'elsewhere.json'), '{"events": []}');
	other.hostname = 'localhost';
	write(scratch, { element: `<article-timeline src="${other.href}">${FALLBACK}</article-timeline>` });
	assertTold(await opened(page, url), 'not-found', /localhost.*elsewhere\.json can not be fetched: its server must allow it with Access-Control-Allow-Origin, or the server can not be reached\.$/, 'CORS');
	const script = "import { configure } from '/open/element.js';\nconfigure({ widget: { wasm: () => fetch('/open/widget.wasm', { integrity: 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' }) } });\n";
	write(scratch, { scripts: [script], element: `<article-timeline>${FALLBACK}${JSON_INSIDE}</article-timeline>` });
	assertTold(await opened(page, url), 'not-found', /^What configure was given as widget\.wasm can not be had \(.*\): check its address and its integrity/, 'integrity');
});

test('a browser that is too old keeps the page as it is, and says what it lacks', async ({ page, url, scratch }) => {
	for (const [lack, words] of [['delete globalThis.WebAssembly;', /no WebAssembly, which article-timeline needs/], ['delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets; delete DocumentOrShadowRoot?.prototype?.adoptedStyleSheets;', /no constructable style sheets, which article-timeline needs/]]) {
		writeFileSync(path.join(scratch, 'old.js'), `try { ${lack} } catch {}\n`);
		write(scratch, { head: '', element: `<article-timeline>${FALLBACK}${JSON_INSIDE}</article-timeline>`, scripts: [] });
		const file = path.join(scratch, 'mistake.html');
		const { readFileSync } = await import('node:fs');
		// Behind what counts, before the element.
		writeFileSync(file, readFileSync(file, 'utf8').replace('<script type="module"', '<script src="/open/scratch/old.js"></script><script type="module"').replace('<script src="/open/tests/count.js"></script>', ''));
		assertTold(await opened(page, url), 'unsupported', words, lack);
	}
});

test('the functions tell whoever calls them, in the same sentences', async ({ page, url }) => {
	await page.open(url('/tests/blank.html'));
	const told = await page.evaluate(async () => {
		const { analyze, createTimeline } = await import('/index.js');
		const host = document.body.appendChild(document.createElement('div'));
		const works = [() => analyze({ foo: 1 }), () => analyze([]), () => analyze([{ events: [], foo: 1 }, { foo: 1 }]), () => createTimeline(host, { events: [{ start_date: { year: 1969 }, text: { headline: 'B' } }] }), () => createTimeline(null, {})];
		return Promise.all(works.map((work) => work().then(() => 'nothing', ({ kind, message }) => `${kind}: ${message}`)));
	});
	assert.match(told[0], /^bad-input: This JSON is neither a timeline nor an article/);
	assert.match(told[1], /^bad-input: This is an empty list, and no article/);
	assert.match(told[2], /^bad-input: This JSON is neither/);
	assert.match(told[3], /^bad-input: This is TimelineJS's JSON/);
	assert.match(told[4], /^bad-input: createTimeline needs an element/);
});
