// A client component with the element itself, taken over from the server's page.
'use client';

import { useState } from 'react';
import 'article-timeline/element';
import { ArticleTimeline } from 'article-timeline/react';
import { timeline } from '../../timeline.js';

export default function Page() {
	const [times, setTimes] = useState(0);
	const [open, setOpen] = useState<string | null>(null);
	return (
		<main>
			<ArticleTimeline timeline={{ ...timeline }} onReady={() => setTimes((times) => times + 1)} onSelect={(event) => setOpen(event.detail.id)}>
				<p>November 2018: the town council asks for a new library</p>
			</ArticleTimeline>
			<output id="times">{times}</output>
			<output id="open">{open}</output>
		</main>
	);
}
