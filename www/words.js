// Chooses the language of the interface and brings its words. In: an element and options. Out: a BCP 47 tag and the words.
// A language is one file in words/ and one line here; anything else is given whole by the `words` option.

const FILES = {
	en: () => import('./words/en.js'),
};

/** The words for `options.lang`, else the language the element stands in, else English; `options.words` replaces single ones. */
export async function loadWords(element, options) {
	const wanted = options.lang || element.closest?.('[lang]')?.lang || document.documentElement.lang || 'en';
	const lang = isTag(wanted) ? wanted : 'en';
	const known = FILES[lang.split('-')[0].toLowerCase()];
	const file = await (known ?? FILES.en)();
	// Dates must be in the language of the words around them, so an unknown language without words is English throughout.
	return { lang: known || options.words ? lang : 'en', words: { ...file.default, ...options.words } };
}

function isTag(lang) {
	try {
		return Intl.getCanonicalLocales(lang).length > 0;
	} catch {
		return false;
	}
}
