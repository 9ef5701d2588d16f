import type { DateString, TimelineColumns, TimelineInput, WidgetConfiguration } from './timeline.js';

export * from './timeline.js';

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

/** A drawn timeline. Changes show in the next frame. */
export interface View {
	/** Shows another timeline in the same place; the open entry stays open if it is still there. */
	update(timeline: TimelineInput | TimelineColumns): void;
	/** The same, drawn by these options from now on: what is in view, the open entry and the focus stay. Done when its words have come and it is drawn. */
	update(timeline: TimelineInput | TimelineColumns, options: ViewOptions): Promise<void>;
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

/** Draws a timeline into an open shadow root on `element`, whose children are the fallback until that has worked. */
export function createTimeline(element: Element, timeline: TimelineInput | TimelineColumns, options?: ViewOptions): Promise<View>;

/** Says where `widget.wasm` and the words of the interface are, where they do not stand beside the scripts. To be called before anything is drawn. */
export function configure(options: WidgetConfiguration): void;

/** Brings what the first drawing needs while there is nothing to draw yet; `createTimeline` does so too. */
export function preload(): Promise<void>;
