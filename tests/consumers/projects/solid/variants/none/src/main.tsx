import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';

function App() {
	const [times] = createSignal(0);
	return (
		<main>
			<p>November 2018: the town council asks for a new library</p>
			<output id="times">{times()}</output>
		</main>
	);
}

render(() => <App />, document.getElementById('root')!);
