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
