// The package for pages without modules: one classic script, `<script src="…/global.js" async></script>`. In: where it was loaded from. Out: <article-timeline>,
// and a global `ArticleTimeline` with the functions of index.js. All else is fetched from beside it.

var ArticleTimeline = (() => {
	if (!globalThis.document) return undefined; // a server imports it along with all else
	const { currentScript } = document;
	if (!currentScript) return console.error("article-timeline/global is for <script src>: in a bundle, import 'article-timeline/element' or 'article-timeline/inline'.");
	const settings = {}; // read by settings.js
	const bring = (name) => import(new URL(name, currentScript.src));
	const all = bring('./index.js');
	Promise.all([all, bring('./element.js')]).catch(({ message }) => {
		console.error(`article-timeline can not be loaded (${message}): index.js and element.js must stand beside ${currentScript.src}, with CORS where that is another origin.`);
	});
	const call = (name) => async (...given) => (await all)[name](...given);
	return {
		settings,
		configure(options) {
			for (const program in options) settings[program] = { ...settings[program], ...options[program] };
		},
		analyze: call('analyze'),
		tag: call('tag'),
		parse: call('parse'),
		convert: call('convert'),
		renderToString: call('renderToString'),
		createTimeline: call('createTimeline'),
	};
})();
