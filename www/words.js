// What the timeline says, in one language: interface words from words/, dates, numbers and lengths of time from Intl.
// In: an element and options. Out: a Speech for the core. It knows no event and no layout.

// A language is one file and one line here; any other is given whole by the `words` option.
const FILES = {
	ar: () => import('./words/ar.js'),
	de: () => import('./words/de.js'),
	en: () => import('./words/en.js'),
	es: () => import('./words/es.js'),
	fa: () => import('./words/fa.js'),
	fr: () => import('./words/fr.js'),
	he: () => import('./words/he.js'),
	hi: () => import('./words/hi.js'),
	it: () => import('./words/it.js'),
	ja: () => import('./words/ja.js'),
	ko: () => import('./words/ko.js'),
	nl: () => import('./words/nl.js'),
	pl: () => import('./words/pl.js'),
	pt: () => import('./words/pt.js'),
	ru: () => import('./words/ru.js'),
	tr: () => import('./words/tr.js'),
	uk: () => import('./words/uk.js'),
	zh: () => import('./words/zh.js'),
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

const ROMAN = Object.entries({ M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 });

/** The words for `options.lang`, else the language the element stands in, else English; `options.words` replaces single ones. */
export async function loadSpeech(element, options) {
	const wanted = [options.lang, element.closest?.('[lang]')?.lang, document.documentElement.lang, 'en'].find(isTag);
	const file = FILES[wanted.split('-')[0].toLowerCase()];
	const { default: words } = await (file ?? FILES.en)();
	// Dates must be in the language of the words around them, so a language without words is English throughout.
	const lang = file || options.words ? wanted : 'en';
	// An element that says its direction itself has it; else it is the language's, where that differs from what is usual.
	return new Speech(lang, { ...words, ...options.words }, !element.dir && /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(lang) ? 'rtl' : '');
}

/** Makes the browser ready for `Intl`: the first of its formats takes Chromium 13 ms, whatever the language, because it looks through all it knows. */
export function readyIntl() {
	isIntlReady ||= Boolean(new Intl.DateTimeFormat());
}
let isIntlReady = false;

class Speech {
	#words;
	#dates = {};
	#numbers = {};
	#rules = {};
	#said = new Map();

	constructor(lang, words, dir) {
		this.lang = lang;
		this.dir = dir;
		this.#words = words;
	}

	/** A word with {0} and {1} filled in; where it has plural forms, the first must be a number. */
	say(key, ...values) {
		const forms = this.#words[key] ?? this.#words[key.replace(/Day$/, '')];
		const type = forms.ordinal ? 'ordinal' : 'cardinal';
		const rule = () => (this.#rules[type] ??= new Intl.PluralRules(this.lang, { type })).select(values[0]);
		const text = typeof forms === 'string' ? forms : (forms[rule()] ?? forms.other);
		const written = (value) => (typeof value === 'number' ? this.#number({}).format(value) : value);
		return text.replace(/{(\d|I)}/g, (_, n) => (n === 'I' ? roman(values[0]) : written(values[n])));
	}

	/** A date in milliseconds; days are counted without time zones, so UTC is only a way of counting. */
	date(pattern, time) {
		return this.#once(pattern + time, () => this.#format(pattern).format(time));
	}

	/** From date to date. */
	dates(pattern, start, end) {
		return this.#once([pattern, start, end], () => this.#format(pattern).formatRange(start, end));
	}

	/** "25 months" (`long`), "25 mths" (`short`). */
	length(number, unit, unitDisplay) {
		return this.#number({ style: 'unit', unit, unitDisplay }).format(number);
	}

	#number(options) {
		return (this.#numbers[JSON.stringify(options)] ??= new Intl.NumberFormat(this.lang, options));
	}

	// While a timeline is moved the same dates are said in every frame.
	#once(key, say) {
		if (this.#said.size > 2000) this.#said.clear();
		const text = this.#said.get(`${key}`) ?? this.#plain(say());
		this.#said.set(`${key}`, text);
		return text;
	}

	#format(pattern) {
		const fields = () => ({ ...Object.fromEntries([...pattern].map((letter) => FIELDS[letter])), timeZone: 'UTC', calendar: 'gregory' });
		return (this.#dates[pattern] ??= new Intl.DateTimeFormat(this.lang, fields()));
	}

	// Browsers disagree on a comma after the weekday and on thin spaces about a dash; English papers have neither: "Tue 1 Nov", "1–24 October".
	#plain(text) {
		return /^en/i.test(this.lang) ? text.replace(/^(\p{L}+), (?=\d)/u, '$1 ').replace(/^(\d+)\s–\s/, '$1–') : text;
	}
}

function roman(number) {
	let text = '';
	for (const [letters, value] of ROMAN) for (; number >= value; number -= value) text += letters;
	return text;
}

function isTag(lang) {
	try {
		return Intl.getCanonicalLocales(lang).length > 0;
	} catch {
		return false;
	}
}
