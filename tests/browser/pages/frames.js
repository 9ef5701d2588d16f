// Writes down for each frame what of a timeline can be seen: the height of its list, how many entries are drawn, and where the page goes on below it.

globalThis.frames_seen = [];
const look = () => {
	const [element, below] = ['timeline', 'below'].map((id) => document.getElementById(id));
	if (below) {
		const heights = (nodes) => [...(nodes ?? [])].filter((node) => node.getClientRects().length > 0 && node.getBoundingClientRect().height > 0).length;
		const drawn = heights(element.shadowRoot?.querySelectorAll('.entry .label'));
		frames_seen.push({ items: heights(element.querySelectorAll('li')), drawn, below: below.getBoundingClientRect().top });
	}
	requestAnimationFrame(look);
};
requestAnimationFrame(look);
