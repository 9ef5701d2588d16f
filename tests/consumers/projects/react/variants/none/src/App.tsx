export function App() {
	return <p>November 2018: the town council asks for a new library</p>;
}
