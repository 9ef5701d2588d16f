// Reading itself: calls into reader.wasm. In: a compiled module, texts, article JSON. Out: Timeline JSON and mentions. It knows no page and no
// worker: both, and whoever has neither, call it.

import * as glue from './reader-glue.js';
import { enter } from './errors.js';
import { bytes, start } from './load.js';
import { breath } from './pace.js';

let started;

/** The timeline of articles: texts and article JSON; of one Timeline JSON, the same checked and completed. */
export function analyze(module, articles, { published, lang } = {}) {
	return inTurn(module, async () => {
		// In tasks of their own, for the sake of a page that reads by itself: the languages, the articles, what they tell.
		for (const article of articles) await bringLanguage(lang ?? languageOf(article));
		await breath();
		const read = call(() => glue.analyze(articles, published, lang));
		await breath();
		return read instanceof glue.Articles ? call(() => read.build()) : read;
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

/** The sentences of a text as trees; offsets count as JavaScript strings do. */
export function parse(module, text, { lang = 'en' } = {}) {
	return inTurn(module, async () => {
		const read = String(text);
		await bringLanguage(lang);
		await bringModel(lang);
		const [numbers, names] = call(() => glue.parse(read, String(lang)));
		return sentences(read, numbers, names.split(' '));
	});
}

// The lists that leave the wasm, as objects (src/api/trees.rs says what stands in them).
function sentences(text, numbers, names) {
	const found = [];
	let [place, name] = [0, 0];
	while (place < numbers.length) {
		const [start, end, count, isCut] = numbers.subarray(place, (place += 4));
		const words = Array.from({ length: count }, () => {
			const [start, end, head, ...sure] = numbers.subarray(place, (place += 6));
			const [pos, relation] = [names[name++], names[name++]];
			const [ofPos, ofHead, ofRelation] = sure.map((share) => share / 1000);
			return { start, end, text: text.slice(start, end), pos, head: head ? head - 1 : null, relation, sure: { pos: ofPos, head: ofHead, relation: ofRelation } };
		});
		found.push({ start, end, words, ...(isCut && { cut: true }) });
	}
	return found;
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

// Where the weights for a language's trees are: beside the scripts. An address that bundlers see, so that they take the file along.
const MODELS = {
	en: () => new URL('./models/en.model', import.meta.url),
};

// Before anything in a language is parsed.
async function bringModel(tag) {
	const code = call(() => glue.missingModel(String(tag)));
	if (!code) return;
	const file = await bytes(MODELS[code]());
	call(() => glue.fetchedModel(file));
}

// An article is whatever its page made of it: a field that throws is told when it is read.
function languageOf(article) {
	try {
		return article?.language;
	} catch {
		return undefined;
	}
}
