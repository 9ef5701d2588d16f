import type { DateString, ReaderConfiguration, Timeline, TimelineInput, WasmSource } from './timeline.js';

export * from './timeline.js';

/**
 * An article that stands in the page: any `Element`. Written so, because whoever reads where there is no page has no types of one.
 */
export interface PageElement {
	readonly nodeType: number;
	querySelectorAll(selectors: string): unknown;
}

/** An article as data: `text` is read as if pasted from a page, `blocks` are taken as they are. */
export interface ArticleInput {
	headline?: string;
	published?: DateString;
	modified?: DateString;
	language?: string;
	url?: string;
	text?: string;
	blocks?: (string | { kind?: 'paragraph' | 'heading' | 'list-item' | 'quote' | 'caption' | 'post'; text: string })[];
}

/** What an article is read with. */
export interface ReadOptions {
	/** The publication date; it wins over one found in the article. */
	published?: DateString;
	/** BCP 47 tag of the article's language; English when nobody says. */
	lang?: string;
	/** `off` reads in the page; `auto`, in a worker where the page's policies allow one. Only pages make a difference. */
	worker?: 'auto' | 'off';
}

/** What a text on its own is read with. */
export interface TagOptions extends ReadOptions {
	/** What kind of text it is: bare dates and "that day" are counted from other days in histories and in messages than in news. Unless said, a message is known by its words, and everything else is news. */
	kind?: 'news' | 'message' | 'narrative';
	/** Lets the trees of the sentences turn dates to the year or week that their clause means, as `analyze` does. Fetches the model of the language (140 kB). */
	trees?: boolean;
}

/** Words that speak of time, as TIMEX3 has them. */
export interface Mention {
	start: number;
	end: number;
	text: string;
	type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
	value: string;
	mod?: string;
}

/** Reads an article, or several as one, and gives its timeline. Any text gives one, perhaps without events and with warnings. */
export function analyze(article: string | PageElement | ArticleInput | TimelineInput | (string | PageElement | ArticleInput)[], options?: ReadOptions): Promise<Timeline>;

/** The words in a text that speak of time. */
export function tag(text: string, options?: TagOptions): Promise<Mention[]>;

/** What a text is parsed with. */
export interface ParseOptions {
	/** BCP 47 tag of the text's language; English unless said. */
	lang?: string;
}

/** A sentence as a tree, in the terms of Universal Dependencies. */
export interface Sentence {
	start: number;
	end: number;
	words: Word[];
	/** Over 200 words: parsed in pieces, whose roots hang on the first one's. */
	cut?: true;
}

/** A word in its tree. */
export interface Word {
	start: number;
	end: number;
	text: string;
	/** Universal part of speech: `NOUN`, `VERB`. */
	pos: string;
	/** The word it hangs on, as its place in `words`; null for the root. */
	head: number | null;
	/** How it hangs there: `nsubj`, `nsubj:pass`. */
	relation: string;
	/** How likely each is right, from 0 to 1; of the relation, if the head is right. */
	sure: { pos: number; head: number; relation: number };
}

/** Formats that are read; the first seven and `words` are written too. */
export type Format = 'json' | 'timelinejs' | 'csv' | 'tsv' | 'ics' | 'jsonld' | 'html' | 'feed' | 'simile' | 'vis' | 'wikidata' | 'edtf' | 'words';

/** From what, and into what. */
export interface ConvertOptions {
	/** What the data is; guessed unless said. */
	from?: Format;
	/** What it is to become: Timeline JSON unless said. */
	to?: Format;
	/** BCP 47 tag of the language of dates in words; English unless said. */
	lang?: string;
}

/** Data in another format. */
export interface Converted {
	/** An object where the format is JSON, else a text. */
	data: unknown;
	/** What the format can't say, a phrase each. */
	lost: string[];
}

/** A timeline in another format. The first call fetches the program that knows the formats. */
export function convert(data: string | object, options?: ConvertOptions): Promise<Converted>;

/** How a list is written. */
export interface RenderOptions {
	/** BCP 47 tag of the language of its dates: English or German. */
	lang?: string;
	/** Also the whole timeline as JSON behind the list, so that the element need not read the list: nothing is lost, and nothing more is fetched. */
	data?: boolean;
}

/** The events of a timeline (or of data in another format) as an ordered list in HTML, to stand inside `<article-timeline>` in a page from a server. */
export function renderToString(timeline: TimelineInput | string | object, options?: RenderOptions): Promise<string>;

/** The sentences of a text as trees. The first call in a language fetches its model, 137 kB in English. */
export function parse(text: string, options?: ParseOptions): Promise<Sentence[]>;

/** Says where `reader.wasm`, language files and models are, where they do not stand beside the scripts. To be called before anything is read. */
export function configure(options: ReaderConfiguration): void;

/** The same for the wasm alone, which is brought at once: what keeps it away is thrown here. */
export function init(wasm: WasmSource): Promise<void>;
