import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import 'article-timeline/element';
import { timeline } from './timeline.js';

function App() {
	const [times, setTimes] = createSignal(0);
	const [open, setOpen] = createSignal<string | null>(null);
	return (
		<main>
			<article-timeline timeline={timeline} theme="light" on:timeline-ready={() => setTimes((times) => times + 1)} on:timeline-select={(event) => setOpen(event.detail.id)}>
				<p>November 2018: the town council asks for a new library</p>
			</article-timeline>
			<output id="times">{times()}</output>
			<output id="open">{open()}</output>
		</main>
	);
}

render(() => <App />, document.getElementById('root')!);

export const wrong = () => [
	// @ts-expect-error: no such theme
	<article-timeline theme="pink" />,
	// @ts-expect-error: no such field
	<article-timeline on:timeline-select={(event) => event.detail.title} />,
];
