// A server component that imports every entry, and uses none but the component.
import * as all from 'article-timeline';
import * as element from 'article-timeline/element';
import * as reader from 'article-timeline/reader';
import * as widget from 'article-timeline/widget';
import { ArticleTimeline } from 'article-timeline/react';
import { timeline } from '../../timeline.js';

export default function Page() {
	const names = [all, element, reader, widget].flatMap((entry) => Object.keys(entry));
	return (
		<>
			<p id="names">{names.join(' ')}</p>
			<ArticleTimeline timeline={timeline} />
		</>
	);
}
