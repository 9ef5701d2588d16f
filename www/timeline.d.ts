// Timeline JSON, which the reader gives and the widget takes, and the errors of both.

/** A day as `2016-11-01`, a minute as `2016-11-01T14:05+03:00`; astronomical years, with a sign where needed. */
export type DateString = string;

/** What happened, when. To draw an event, `title` and `when.edtf` are enough. */
export interface TimelineEvent {
	/** Stable for the same article text; fit for a URL fragment. */
	id: string;
	title: string;
	status: 'happened' | 'reported' | 'planned';
	/** 0 to 1. */
	importance: number;
	/** Who says so; always present when the status is `reported`. */
	source?: string;
	when: When;
	evidence: Evidence[];
	/** Plain text that an entry shows when it is open: what others wrote, not what was read. */
	text?: string;
	media?: { url: string; alt: string; credit: string; caption?: string; thumbnail?: string };
	/** What it belongs to; said where there is more than one. */
	group?: string;
	url?: string;
	/** What another format said beside, by its name: kept for the way back by `convert`, never shown. */
	extra?: Record<string, unknown>;
}

/** The date of an event, and how it was found. */
export interface When {
	/** Extended Date/Time Format (ISO 8601-2): `2014-22` is the summer of 2014. */
	edtf: string;
	/** First possible start; null where open. */
	earliest: DateString | null;
	/** Last possible start: the same as `earliest` for an exact day; null where open. */
	latest: DateString | null;
	/** Last day of a stretch; null for a point. */
	end: DateString | null;
	/** Still going on at publication. */
	ongoing: boolean;
	precision: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'decade' | 'century' | 'millennium';
	bound: 'exact' | 'between' | 'about' | 'before' | 'by' | 'after' | 'since' | 'until';
	certainty: 'stated' | 'inferred' | 'assumed';
	/** One or two plain sentences. */
	why: string;
}

/** A sentence that an event comes from. Offsets count UTF-16 units of the block's text, as JavaScript strings do. */
export interface Evidence {
	/** Counts into `articles`. */
	article: number;
	text: string;
	/** Counts into the article's blocks; null for the headline. */
	block: number | null;
	start: number;
	end: number;
	/** The time phrase in it. */
	mention: { text: string; start: number; end: number } | null;
}

/** Events in order of time, with the articles they come from. */
export interface Timeline {
	articles: { headline: string | null; url: string | null; published: DateString | null; language: string | null }[];
	events: TimelineEvent[];
	title?: string;
	/** Stretches of time with a name, behind the events. Not drawn yet. */
	eras?: { title: string; when: When }[];
	warnings: { kind: string; message: string }[];
}

type Partially<T, Required extends keyof T> = Pick<T, Required> & Partial<T>;

/** A timeline to be drawn: what is left out is worked out from `when.edtf`, or taken as usual. */
export interface TimelineInput {
	articles?: Partial<Timeline['articles'][number]>[];
	events: (Partially<Omit<TimelineEvent, 'when' | 'evidence'>, 'title'> & { when: Partially<When, 'edtf'>; evidence?: Partial<Evidence>[] })[];
	title?: string;
	eras?: { title: string; when: Partially<When, 'edtf'> }[];
	warnings?: Timeline['warnings'];
}

/** Very many entries at once: numbers are read once, words only of what is drawn. All lists are equally long. */
export interface TimelineColumns {
	columns: {
		/** Milliseconds UTC, whole days unless the precision says otherwise: `timezone` moves minutes, never days. */
		start: Float64Array;
		/** Last day or minute of a stretch; NaN for a point. */
		end?: Float64Array;
		title: string[];
		text?: string[];
		precision?: 'day' | 'minute';
	};
	precision?: 'day' | 'minute';
}

/** A timeline in another format, which the element makes Timeline JSON of: TimelineJS, a table, a calendar, JSON-LD, a feed, SIMILE, vis-timeline's items, Wikidata's rows. */
export type ForeignTimeline = string | object;

/** Why something could not be shown. */
export type ErrorKind = 'not-found' | 'wrong-type' | 'bad-input' | 'blocked-by-csp' | 'unsupported' | 'too-few' | 'crashed';

export class TimelineError extends Error {
	kind: ErrorKind;
}

/**
 * A program: a `URL` or its text, a `Response`, an `ArrayBuffer` or a view of one, a `WebAssembly.Module`, what importing one of these gives, a promise of any or
 * a function that gives it when it is needed. Not named here: not every place has all these types.
 */
export type WasmSource = string | object;

/** A file of the package: its contents, a `URL` of a script whose default export they are (`object`: not every place has that type), a promise of either or a function that gives it when it is needed. */
export type FileSource<Contents> = Contents | object | Promise<unknown> | (() => unknown);

/** The words of the interface in one language, as in `words/` of the package. */
export type Words = Record<string, string | Record<string, string | boolean>>;

/** Where the widget's files are, where they are not beside the scripts. */
export interface WidgetConfiguration {
	wasm?: WasmSource;
	/** By language code. */
	words?: Record<string, FileSource<Words>>;
}

/** Where the reader's files are, where they are not beside the scripts. */
export interface ReaderConfiguration {
	wasm?: WasmSource;
	/** By language code: the text of a language file. */
	languages?: Record<string, FileSource<string>>;
	/** By language code: an address, a `Response` or bytes, as for a wasm. */
	models?: Record<string, WasmSource>;
}

/** All programs; `exchange` is what `convert` calls. */
export interface Configuration {
	reader?: ReaderConfiguration;
	widget?: WidgetConfiguration;
	exchange?: { wasm?: WasmSource };
}
