import type { ErrorKind, Timeline, TimelineColumns, TimelineInput } from './timeline.js';
import type { View } from './widget.js';

export { configure } from './index.js';

/**
 * `<article-timeline>`: shows the `timeline` property, else `src`, else a JSON child, else the article that `for` names.
 *
 * Attributes: `src`, `for`, `published`, `lang`, `layout`, `theme`, `link`, `hash`, `quiet`, `worker`,
 * `timezone` and `today`, with the meaning of the options of the same name; `loading="eager"` does not wait until it is near; with fewer entries than `min` (2 of an
 * article that is read, 1 of finished data) the page's own content stays.
 */
export class ArticleTimelineElement extends HTMLElement {
	/** The timeline shown, or to be shown. */
	get timeline(): Timeline | TimelineInput | TimelineColumns | undefined;
	set timeline(timeline: TimelineInput | TimelineColumns | undefined);
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
	interface HTMLElementEventMap extends TimelineEvents {}
}
