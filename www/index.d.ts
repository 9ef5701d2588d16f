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

export interface ViewOptions {
	/** By the width of the container unless said. */
	layout?: 'auto' | 'horizontal' | 'vertical';
	/** The page's own colour scheme unless said. */
	theme?: 'auto' | 'light' | 'dark' | 'contrast';
	/** BCP 47 tag of the interface's language; that of the element's surroundings unless said. */
	lang?: string;
	/** Single interface words in place of those in `words/`. */
	words?: Record<string, string | Record<string, string>>;
	/** The element that the timeline's article stands in: its sentences are marked and can be gone to. */
	link?: Element | false;
	/**
	 * By the clock of this time zone every moment is shown whose minute and offset are known: an IANA name such as `Europe/Berlin`, or `local` for
	 * the reader's own. Without it moments keep the article's offset. Days and coarser, and minutes without an offset, are never moved.
	 */
	timezone?: string;
	/** When the timeline was published, if none of its articles says so. */
	published?: DateString;
	/** The day that is marked as today where it lies within the timeline, as `2016-11-01`; the reader's own day (in `timezone`) unless said. */
	today?: DateString;
	/** Aborted before the timeline is drawn, nothing is drawn. */
	signal?: AbortSignal;
	/** The open entry stands in the page's address as `#timeline=ID`, and such an address opens its entry. */
	hash?: boolean;
}

/** Why something could not be shown. */
export type ErrorKind = 'not-found' | 'wrong-type' | 'bad-input' | 'blocked-by-csp' | 'unsupported' | 'crashed';

export class TimelineError extends Error {
	kind: ErrorKind;
}

/** A drawn timeline. Changes show in the next frame. */
export interface View {
	/** Shows another timeline in the same place; the open entry stays open if it is still there. */
	update(timeline: TimelineInput | TimelineColumns): void;
	/** Opens the entry with this id; null closes. */
	select(id: string | null): void;
	/**
	 * Brings a stretch of time into view: DATE strings or milliseconds. With `timezone` milliseconds and DATE strings with an offset are instants;
	 * without it, and for columns of whole days, both are read by the clock that is shown (an offset is ignored, milliseconds count as if that
	 * clock were UTC's). A DATE string without an offset is always read by the clock that is shown.
	 */
	show(start: DateString | number, end: DateString | number): void;
	/** Moves by pixels; positive is towards later times in any writing direction. */
	pan(pixels: number): void;
	/** Goes closer by a factor above 1. */
	zoom(factor: number): void;
	/** Takes every node and listener away; the element's own children show again. */
	destroy(): void;
}

/** Reads an article, or several as one, and gives its timeline. Any text gives one, perhaps without events and with warnings. */
export function analyze(article: string | Element | ArticleInput | TimelineInput | (string | Element | ArticleInput)[], options?: ReadOptions): Promise<Timeline>;

/** The words in a text that speak of time. */
export function tag(text: string, options?: ReadOptions): Promise<Mention[]>;

/** Draws a timeline into an open shadow root on `element`, whose children are the fallback until that has worked. */
export function createTimeline(element: Element, timeline: TimelineInput | TimelineColumns, options?: ViewOptions): Promise<View>;
