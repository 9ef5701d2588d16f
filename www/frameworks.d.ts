// <article-timeline> in the templates of frameworks. Each part means something only where that framework is installed: elsewhere TypeScript finds no such module, which is
// no fault; hence the comments.

import type { ArticleTimelineAttributes, ArticleTimelineElement, TimelineEvents } from './element.js';
import type { ForeignTimeline, TimelineColumns, TimelineInput } from './timeline.js';

interface Property {
	timeline?: TimelineInput | TimelineColumns | ForeignTimeline | undefined;
}

/** Listeners as templates write them: `ontimeline-ready` (React, Preact, Svelte), `on:timeline-ready` (Solid, Svelte 4), `onTimelineReady` (Vue). */
type Listeners<Prefix extends string> = { [Type in keyof TimelineEvents as `${Prefix}${Type}`]?: ((event: TimelineEvents[Type]) => void) | undefined };

interface VueListeners {
	onTimelineReady?: (event: TimelineEvents['timeline-ready']) => void;
	onTimelineSelect?: (event: TimelineEvents['timeline-select']) => void;
	onTimelineView?: (event: TimelineEvents['timeline-view']) => void;
	onTimelineError?: (event: TimelineEvents['timeline-error']) => void;
}

type Own = ArticleTimelineAttributes & Property;

// @ts-ignore: where React is not installed
declare module 'react' {
	namespace JSX {
		interface IntrinsicElements {
			// @ts-ignore
			'article-timeline': Own & Listeners<'on'> & Omit<DetailedHTMLProps<HTMLAttributes<ArticleTimelineElement>, ArticleTimelineElement>, keyof Own> & { class?: string | undefined };
		}
	}
}

// @ts-ignore: where Preact is not installed
declare module 'preact' {
	namespace JSX {
		interface IntrinsicElements {
			// @ts-ignore
			'article-timeline': Own & Listeners<'on'> & Omit<HTMLAttributes<ArticleTimelineElement>, keyof Own>;
		}
	}
}

// @ts-ignore: where Solid is not installed
declare module 'solid-js' {
	namespace JSX {
		interface IntrinsicElements {
			// @ts-ignore
			'article-timeline': Own & Listeners<'on:'> & Omit<HTMLAttributes<ArticleTimelineElement>, keyof Own>;
		}
	}
}

// @ts-ignore: where Vue is not installed
declare module 'vue' {
	interface GlobalComponents {
		// @ts-ignore
		'article-timeline': new () => { $props: Own & VueListeners & Omit<HTMLAttributes, keyof Own> };
	}
}

// @ts-ignore: where Svelte is not installed
declare module 'svelte/elements' {
	interface SvelteHTMLElements {
		// @ts-ignore
		'article-timeline': Own & Listeners<'on'> & Listeners<'on:'> & Omit<HTMLAttributes<ArticleTimelineElement>, keyof Own>;
	}
}
