import { render } from 'preact';
import { useState } from 'preact/hooks';
import 'article-timeline/element';
import { timeline } from './timeline.js';

function App() {
	const [times, setTimes] = useState(0);
	const [open, setOpen] = useState<string | null>(null);
	return (
		<main>
			<article-timeline timeline={timeline} theme="light" ontimeline-ready={() => setTimes((times) => times + 1)} ontimeline-select={(event) => setOpen(event.detail.id)}>
				<p>November 2018: the town council asks for a new library</p>
			</article-timeline>
			<output id="times">{times}</output>
			<output id="open">{open}</output>
		</main>
	);
}

render(<App />, document.getElementById('root')!);

export const wrong = () => [
	// @ts-expect-error: no such theme
	<article-timeline theme="pink" />,
	// @ts-expect-error: no such field
	<article-timeline ontimeline-select={(event) => event.detail.title} />,
];
