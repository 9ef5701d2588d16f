// What the timeline says, in one language: interface words from words/, dates and numbers from Intl.
// In: an element and options. Out: a Speech for the core. It knows no event and no layout.

// A language is one file and one line here; any other is given whole by the `words` option.
const FILES = {
	en: () => import('./words/en.js'),
};

// Each letter of a date pattern asks for one field.
const FIELDS = {
	w: ['weekday', 'short'],
	W: ['weekday', 'long'],
	d: ['day', 'numeric'],
	M: ['month', 'short'],
	L: ['month', 'long'],
	y: ['year', 'numeric'],
	e: ['era', 'short'],
	h: ['hour', 'numeric'],
	m: ['minute', '2-digit'],
};

/** The words for `options.lang`, else the language the element stands in, else English; `options.words` replaces single ones. */
export async function loadSpeech(element, options) {
	const wanted = options.lang || element.closest?.('[lang]')?.lang || document.documentElement.lang || 'en';
	const lang = isTag(wanted) ? wanted : 'en';
	const file = FILES[lang.split('-')[0].toLowerCase()];
	const { default: words } = await (file ?? FILES.en)();
	// Dates must be in the language of the words around them, so a language without words is English throughout.
	return new Speech(file || options.words ? lang : 'en', { ...words, ...options.words });
}

class Speech {
	#words;
	#dates = {};
	#lang;
	#numbers;

	constructor(lang, words) {
		this.#lang = lang;
		this.#words = words;
		this.#numbers = new Intl.NumberFormat(lang);
	}

	/** A word with {0} and {1} filled in; where it has plural forms, the first must be a number. */
	say(key, ...values) {
		const forms = this.#words[key];
		const rule = () => new Intl.PluralRules(this.#lang, { type: forms.ordinal ? 'ordinal' : 'cardinal' }).select(values[0]);
		const text = typeof forms === 'string' ? forms : (forms[rule()] ?? forms.other);
		return text.replace(/{(\d)}/g, (_, n) => (typeof values[n] === 'number' ? this.#numbers.format(values[n]) : values[n]));
	}

	/** A date in milliseconds; days are counted without time zones, so UTC is only a way of counting. */
	date(pattern, time) {
		return this.#format(pattern).format(time);
	}

	/** From date to date. */
	dates(pattern, start, end) {
		return this.#format(pattern).formatRange(start, end);
	}

	#format(pattern) {
		const fields = () => ({ ...Object.fromEntries([...pattern].map((letter) => FIELDS[letter])), timeZone: 'UTC', calendar: 'gregory' });
		return (this.#dates[pattern] ??= new Intl.DateTimeFormat(this.#lang, fields()));
	}
}

function isTag(lang) {
	try {
		return Intl.getCanonicalLocales(lang).length > 0;
	} catch {
		return false;
	}
}
