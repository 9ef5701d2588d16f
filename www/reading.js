// Reading itself: calls into reader.wasm. In: a compiled module, texts, article JSON. Out: Timeline JSON and mentions. It knows no page and no
// worker: both, and whoever has neither, call it.

import instantiate, { Articles, analyze as readAll, build, fetched, fetchedModel, missing, missingModel, parse as trees, tag as find } from './reader-glue.js';
import { enter } from './errors.js';
import { languageFile } from './languages.js';
import { start } from './load.js';
import { modelFile } from './models.js';
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
		const begin = () => call(() => readAll(articles, published, lang));
		let answer = begin();
		// The language of a page is known when it has been read.
		while (answer.missing) {
			await bringLanguage(answer.missing);
			answer.free();
			answer = begin();
		}
		await breath();
		if (!(answer instanceof Articles)) return { timeline: answer };
		for (const code of answer.missingModels.split(' ')) if (code && !unmodelled.has(code)) await tryModel(code);
		await breath();
		const { places } = answer;
		return { timeline: call(() => answer.build()), places };
	});
}

/** The words in a text that speak of time, with what they mean; offsets count as JavaScript strings do. With `trees`, their clauses are asked too. */
export function tag(module, text, { published, lang, kind, trees: asked } = {}) {
	return inTurn(module, async () => {
		const whole = String(text);
		await bringLanguage(lang);
		if (asked) await bringModel(lang ?? 'en');
		const [places, lines] = call(() => find(whole, published, lang, kind, Boolean(asked)));
		return lines.split('\n').slice(0, -1).map((line, number) => {
			const [type, value, mod] = line.split(' ');
			const [start, end] = places.subarray(2 * number, 2 * number + 2);
			return { start, end, text: whole.slice(start, end), type, value, ...(mod && { mod }) };
		});
	});
}

/** The sentences of a text as trees; offsets count as JavaScript strings do. */
export function parse(module, text, { lang = 'en' } = {}) {
	return inTurn(module, async () => {
		const whole = String(text);
		await bringLanguage(lang);
		await bringModel(lang);
		const [numbers, names] = call(() => trees(whole, String(lang)));
		return sentences(whole, numbers, names.split(' '));
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
		started ??= start(instantiate, build, module).catch(forget);
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

// Before anything in a language is read.
async function bringLanguage(tag) {
	const code = typeof tag === 'string' ? call(() => missing(tag)) : undefined;
	if (!code) return;
	const file = await languageFile(code);
	call(() => fetched(file));
}

// Before anything in a language is parsed.
async function bringModel(tag) {
	const code = call(() => missingModel(String(tag)));
	if (!code) return;
	const file = await modelFile(code);
	call(() => fetchedModel(file));
}

// Articles are read without trees too, if less well: then sentences with dates are told as they stand.
const unmodelled = new Set();
async function tryModel(code) {
	await bringModel(code).catch(({ message }) => {
		unmodelled.add(code);
		console.warn(`article-timeline reads without a grammar of "${code}", and so less well: ${message}`);
	});
}

// An article is whatever its page made of it: a field that throws is told when it is read.
function languageOf(article) {
	try {
		return article?.language;
	} catch {
		return undefined;
	}
}
