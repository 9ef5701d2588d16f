// What the timeline says, in one language: interface words from words/, dates, numbers and lengths of time from Intl.
// In: an element and options. Out: a Speech for the core. It knows no event and no layout.

import { Dates } from './dates.js';
import { refuse } from './errors.js';
import { script } from './load.js';
import { setting } from './settings.js';

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
	z: ['timeZoneName', 'short'],
};

const DAY = 86_400_000;

const ROMAN = Object.entries({ M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 });

/** The words for `options.lang`, else the language the element stands in, else English; `options.words` replaces single ones. */
export async function loadSpeech(element, options, last) {
	const clock = options.timezone ? clockOf(options.timezone) : undefined;
	const wanted = [options.lang, element.closest?.('[lang]')?.lang, document.documentElement.lang, 'en'].find(isTag);
	// An element that says its direction itself has it; else it is the language's, where that differs from what is usual.
	const dir = !element.dir && /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(wanted) ? 'rtl' : '';
	const asked = [wanted, options.timezone, dir].join();
	if (last?.asked === asked && last.given === options.words) return last;
	const code = wanted.split('-')[0].toLowerCase();
	const own = setting('widget', 'words')?.[code];
	const file = FILES[code];
	const words = own ? await (await script(import('./compile.js'), 'compile.js')).contentsOf(own, `words/${code}.js`) : (await script((file ?? FILES.en)(), `words/${file ? code : 'en'}.js`)).default;
	// Dates must be in the language of the words around them, so a language without words is English throughout.
	const lang = file || own || options.words ? wanted : 'en';
	const speech = new Speech(lang, { ...words, ...options.words }, lang === wanted ? dir : '', clock);
	return Object.assign(speech, { asked, given: options.words });
}

/** Makes the browser ready for `Intl`: the first of its formats takes Chromium 13 ms, whatever the language, because it looks through all it knows. */
export function readyIntl() {
	isIntlReady ||= Boolean(new Intl.DateTimeFormat());
}
let isIntlReady = false;

class Speech extends Dates {
	#words;
	#dates = {};
	#numbers = {};
	#rules = {};
	#said = new Map();

	#clock;
	#offsets = [];

	constructor(lang, words, dir, clock) {
		super();
		this.lang = lang;
		this.dir = dir;
		// Intl has the word for today; like the others it begins as it does alone.
		let word;
		const today = () => new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(0, 'day').replace(/./u, (first) => first.toLocaleUpperCase(lang));
		this.#words = { get today() { return (word ??= today()); }, figure: '{0}', ...words };
		this.#clock = clock;
	}

	/**
	 * How many minutes the clock of the time zone asked for is east of UTC, at an instant or when it shows such a time (the first time, where it
	 * does so twice); NaN when none was asked for.
	 */
	offset(time, isShown) {
		if (!this.#clock || !(Math.abs(time) < 8e15)) return NaN;
		if (isShown) return this.offset(time - Math.max(this.offset(time - DAY), this.offset(time + DAY)) * 60_000);
		// "10/30/2016, GMT+02:00", or GMT alone.
		const read = (text) => text.replace(/.*GMT/, '').replace(/(\d+):(\d+).*/, (_, hours, minutes) => hours * 60 + +minutes);
		const at = (day) => (this.#offsets[day] ??= +read(this.#clock.format(Math.round(day * DAY))));
		// Only on a day that changes the clock the time of day matters; a list is fast by whole numbers.
		const day = Math.floor(time / DAY);
		return at(day) === at(day + 1) ? at(day) : at(time / DAY);
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

	/** A day, else the one that it is by the clock asked for or the reader's own, counted from 1970. */
	day(today) {
		const now = new Date();
		const east = this.#clock ? this.offset(+now) : -now.getTimezoneOffset();
		const day = Math.floor((today ? Date.parse(today) : +now + east * 60_000) / DAY);
		return day === day ? day : refuseUnknown('day', today);
	}

	/** In how many ms that day is over. */
	untilTomorrow() {
		const now = Date.now();
		const east = this.#clock ? this.offset(now) : -new Date(now).getTimezoneOffset();
		return (this.day() + 1) * DAY - now - east * 60_000;
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
		// A date with its zone is an instant; all others are as they are to be shown.
		const timeZone = pattern.includes('z') ? this.#clock.resolvedOptions().timeZone : 'UTC';
		const fields = () => ({ ...Object.fromEntries([...pattern].map((letter) => FIELDS[letter])), timeZone, calendar: 'gregory' });
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

// Says how far the clock of a time zone is from UTC; `local` is the reader's own.
function clockOf(timezone) {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: timezone === 'local' ? undefined : timezone, timeZoneName: 'longOffset' });
	} catch {
		refuseUnknown('time zone', timezone);
	}
}

const refuseUnknown = (what, name) => refuse('bad-input', `There is no ${what} "${name}".`);

function isTag(lang) {
	try {
		return Intl.getCanonicalLocales(lang).length > 0;
	} catch {
		return false;
	}
}
