import { useState } from 'react';
import { ArticleTimeline } from 'article-timeline/react';
import { timeline } from './timeline.js';

// A new object on each drawing, and a drawing on each event: neither may make the other go on for ever.
export function App() {
	const [times, setTimes] = useState(0);
	const [open, setOpen] = useState<string | null>(null);
	return (
		<main>
			<ArticleTimeline
				className="wide"
				timeline={{ events: timeline.events.map((event) => ({ ...event })) }}
				theme="light"
				onReady={() => setTimes((times) => times + 1)}
				onSelect={(event) => setOpen(event.detail.id)}
			>
				<p>November 2018: the town council asks for a new library</p>
			</ArticleTimeline>
			<output id="times">{times}</output>
			<output id="open">{open}</output>
		</main>
	);
}

// What does not exist is refused.
export const wrong = [
	// @ts-expect-error: no such theme
	<ArticleTimeline theme="pink" />,
	// @ts-expect-error: no such field
	<ArticleTimeline onSelect={(event) => event.detail.title} />,
	// @ts-expect-error: no timeline
	<ArticleTimeline timeline={5} />,
];
document.addEventListener('timeline-select', (event) => event.detail.id);
window.addEventListener('timeline-error', (event) => event.detail.kind);
// @ts-expect-error: no such field
window.addEventListener('timeline-error', (event) => event.detail.colour);
