/// <reference path="./frameworks.d.ts" />
import type { ErrorKind, ForeignTimeline, Timeline, TimelineColumns, TimelineInput } from './timeline.js';
import type { View, ViewOptions } from './widget.js';

export { configure } from './index.js';

/** The attributes of `<article-timeline>`; those of `createTimeline` by the same name have its meaning. */
export interface ArticleTimelineAttributes {
	/** Address of a timeline in any format that is read, or of article JSON. */
	src?: string | undefined;
	/** A selector for the article to be read. */
	for?: string | undefined;
	/** When it was published, where that is not said there. */
	published?: string | undefined;
	/** BCP 47 tag of the interface's language; that of the surroundings unless said. */
	lang?: string | undefined;
	layout?: ViewOptions['layout'] | undefined;
	theme?: ViewOptions['theme'] | undefined;
	timezone?: string | undefined;
	today?: string | undefined;
	/** `off`: the article's sentences are neither marked nor gone to. */
	link?: 'on' | 'off' | undefined;
	/** The open entry stands in the page's address. */
	hash?: boolean | '' | undefined;
	/** Nothing is shown of a timeline without entries. */
	quiet?: boolean | '' | undefined;
	/** `off`: articles are read in the page. */
	worker?: 'auto' | 'off' | undefined;
	/** `eager`: drawn at once, and not when it comes near. */
	loading?: 'lazy' | 'eager' | undefined;
	/** Fewer dated entries than these leave the element's own children standing. */
	min?: number | string | undefined;
}

/** `<article-timeline>`: shows the `timeline` property, else `src`, else data inside it, else the article that `for` names, else a list inside it, else the page's article. */
export class ArticleTimelineElement extends HTMLElement {
	/** The timeline to be shown, as it was given, or the one that was found; what is drawn, `timeline-ready` has as Timeline JSON. */
	get timeline(): Timeline | TimelineInput | TimelineColumns | ForeignTimeline | undefined;
	set timeline(timeline: TimelineInput | TimelineColumns | ForeignTimeline | undefined);
	/** The drawn timeline; undefined until `timeline-ready`. */
	readonly view: View | undefined;
}

/** What the element, or the one given to `createTimeline`, tells the page. All bubble and cross shadow roots. */
export interface TimelineEvents {
	'timeline-ready': CustomEvent<{ timeline: Timeline | TimelineInput | TimelineColumns }>;
	'timeline-select': CustomEvent<{ id: string | null }>;
	/**
	 * What is in view, in the milliseconds that `show` takes: with `timezone` instants, of an hour that comes twice the first; without it, and for columns of
	 * whole days, counted as if the clock that is shown were UTC's.
	 */
	'timeline-view': CustomEvent<{ start: number; end: number }>;
	'timeline-error': CustomEvent<{ kind: ErrorKind; message: string }>;
}

declare global {
	interface HTMLElementTagNameMap {
		'article-timeline': ArticleTimelineElement;
	}
	// All three of HTMLElement, Document and Window have these events.
	interface GlobalEventHandlersEventMap extends TimelineEvents {}
}
