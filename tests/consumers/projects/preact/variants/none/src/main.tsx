import { render } from 'preact';
import { useState } from 'preact/hooks';

function App() {
	const [times] = useState(0);
	return (
		<main>
			<p>November 2018: the town council asks for a new library</p>
			<output id="times">{times}</output>
		</main>
	);
}

render(<App />, document.getElementById('root')!);
