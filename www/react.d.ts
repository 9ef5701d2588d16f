import type { ForwardRefExoticComponent, HTMLAttributes, ReactNode, RefAttributes } from 'react';
import type { ArticleTimelineAttributes, ArticleTimelineElement, TimelineEvents } from './element.js';
import type { ForeignTimeline, TimelineColumns, TimelineInput } from './timeline.js';

export interface ArticleTimelineProps extends ArticleTimelineAttributes, Omit<HTMLAttributes<ArticleTimelineElement>, keyof ArticleTimelineAttributes | 'onSelect' | 'onError'> {
	/** The timeline to be shown. A new object with the same contents is the same timeline. */
	timeline?: TimelineInput | TimelineColumns | ForeignTimeline | undefined;
	onReady?: ((event: TimelineEvents['timeline-ready']) => void) | undefined;
	onSelect?: ((event: TimelineEvents['timeline-select']) => void) | undefined;
	onView?: ((event: TimelineEvents['timeline-view']) => void) | undefined;
	onError?: ((event: TimelineEvents['timeline-error']) => void) | undefined;
	/** What stands there until the timeline does, and where none can be shown. */
	children?: ReactNode;
}

/** `<article-timeline>` for React 18 and 19: with server rendering, hydration and StrictMode. */
export const ArticleTimeline: ForwardRefExoticComponent<ArticleTimelineProps & RefAttributes<ArticleTimelineElement>>;
