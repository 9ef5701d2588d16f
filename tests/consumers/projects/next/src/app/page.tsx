// A server component, with the timeline as an object.
import { ArticleTimeline } from 'article-timeline/react';
import { timeline } from '../timeline.js';

export default function Page() {
	return (
		<ArticleTimeline timeline={timeline} theme="light">
			<p>November 2018: the town council asks for a new library</p>
		</ArticleTimeline>
	);
}
