// Reading itself: calls into reader.wasm. In: a compiled module, texts, article JSON. Out: Timeline JSON and mentions. It knows no page and no
// worker: both, and whoever has neither, call it.

import * as glue from './reader-glue.js';
import { enter } from './errors.js';
import { start } from './load.js';
import { breath } from './pace.js';

let started;

/** The timeline of articles: texts, article JSON, flattened pages; of one Timeline JSON, the same checked and completed. */
export async function analyze(...given) {
	return (await read(...given)).timeline;
}

/** The same, and for each article where its blocks stand among the texts of its page. */
export function read(module, articles, { published, lang } = {}) {
	return inTurn(module, async () => {
		// In tasks of their own, for the sake of a page that reads by itself: the languages, the articles, what they tell.
		for (const article of articles) await bringLanguage(lang ?? languageOf(article));
		await breath();
		const begin = () => call(() => glue.analyze(articles, published, lang));
		let read = begin();
		// The language of a page is known when it has been read.
		while (read.missing) {
			await bringLanguage(read.missing);
			read.free();
			read = begin();
		}
		await breath();
		if (!(read instanceof glue.Articles)) return { timeline: read };
		const { places } = read;
		return { timeline: call(() => read.build()), places };
	});
}

/** The words in a text that speak of time, with what they mean; offsets count as JavaScript strings do. */
export function tag(module, text, { published, lang, kind } = {}) {
	return inTurn(module, async () => {
		const read = String(text);
		await bringLanguage(lang);
		const [places, lines] = call(() => glue.tag(read, published, lang, kind));
		return lines.split('\n').slice(0, -1).map((line, number) => {
			const [type, value, mod] = line.split(' ');
			const [start, end] = places.subarray(2 * number, 2 * number + 2);
			return { start, end, text: read.slice(start, end), type, value, ...(mod && { mod }) };
		});
	});
}

// One after the other: what was half read when another's panic took the instance away would mean nothing to the next one.
let turn = Promise.resolve();
function inTurn(module, work) {
	const begin = async () => {
		started ??= start(glue, module).catch(forget);
		await started;
		return work();
	};
	return (turn = turn.then(begin, begin));
}

// A start that failed is tried again by the next caller.
function forget(error) {
	started = undefined;
	throw error;
}

// After a panic nothing of that instance is called again: whoever comes next gets a new one.
const call = (work) => enter(work, () => (started = undefined));

// Time in English comes with the wasm; how other languages speak of it, when the first article in one of them is read.
const LANGUAGES = {
	de: () => import('./languages/de.js'),
};

// Before anything in a language is read.
async function bringLanguage(tag) {
	const code = typeof tag === 'string' ? call(() => glue.missing(tag)) : undefined;
	if (!code) return;
	const { default: file } = await LANGUAGES[code]();
	call(() => glue.fetched(file));
}

// An article is whatever its page made of it: a field that throws is told when it is read.
function languageOf(article) {
	try {
		return article?.language;
	} catch {
		return undefined;
	}
}
