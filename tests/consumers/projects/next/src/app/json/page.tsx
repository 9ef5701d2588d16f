// A server component with JSON inside the element; a client component brings the element.
import { timeline } from '../../timeline.js';
import { Element } from './element';

export default function Page() {
	return (
		<>
			<Element />
			<article-timeline>
				<script type="application/json" dangerouslySetInnerHTML={{ __html: JSON.stringify(timeline) }} />
				<p>November 2018: the town council asks for a new library</p>
			</article-timeline>
		</>
	);
}
