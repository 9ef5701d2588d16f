// What stands behind an element: the colours of its ancestors, read from the page as it is drawn. In: an element. Out: whether light or dark colours can be read on
// it, and its own colour where one is known. It is asked once for a timeline and when the page may have changed its colours, never for a frame.

// As light as this, or as dark, that every colour of ours can be read on it (4.5 : 1 for words); in between a ground of our own is painted.
const [LIGHT, DARK] = [0.63, 0.06];
// Words on a ground that differs less from them nobody would have written: they stand on something that is not an ancestor's colour.
const READABLE = 2;

/** `scheme`, `light` or `dark`; `colour` of what is behind it, where that can be told; nothing where the page has painted nothing, and its colour scheme says it all. */
export function groundOf(element) {
	const ink = lightOf(rgba(getComputedStyle(element).color));
	const layers = [];
	let isPicture = false;
	for (const node of around(element)) {
		const { backgroundColor, backgroundImage } = getComputedStyle(node);
		isPicture = backgroundImage !== 'none';
		const layer = rgba(backgroundColor);
		if (layer[3] > 0) layers.push(layer);
		if (isPicture || layer[3] === 1) break;
	}
	const base = layers.at(-1)?.[3] === 1 ? layers.pop() : canvas();
	const colour = layers.reduceRight((below, [, , , alpha], at) => below.map((value, band) => value + (layers[at][band] - value) * alpha), base.slice(0, 3));
	const light = lightOf(colour);
	if (isPicture || contrast(ink, light) < READABLE) return { scheme: ink > 0.4 ? 'dark' : 'light' };
	if (base.isCanvas && layers.length === 0) return undefined;
	const said = `rgb(${colour.map((value) => Math.round(value * 255))})`;
	if (light >= LIGHT) return { scheme: 'light', colour: said };
	if (light <= DARK) return { scheme: 'dark', colour: said };
	return { scheme: ink > light ? 'dark' : 'light' };
}

/** Calls when the page may have other colours: a class or attribute of an ancestor, the reader's scheme, a style sheet that came late, the end of a change by and by. */
export function whenRepainted(element, signal, call) {
	let due = 0;
	const soon = () => (due ||= requestAnimationFrame(() => (due = 0) || signal.aborted || call()));
	const changes = new MutationObserver(soon);
	for (const node of around(element)) changes.observe(node, { attributes: true });
	signal.addEventListener('abort', () => changes.disconnect(), { once: true });
	matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal });
	if (document.readyState !== 'complete') addEventListener('load', soon, { signal });
	document.addEventListener('transitionend', ({ propertyName }) => propertyName === 'background-color' && soon(), { signal });
}

// An element and all that it stands in, through slots and shadow roots.
function* around(element) {
	for (let node = element; node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host) yield node;
}

// What a page that paints nothing stands on.
function canvas() {
	const schemes = getComputedStyle(document.documentElement).colorScheme;
	const isDark = /dark/.test(schemes) && (!/light/.test(schemes) || matchMedia('(prefers-color-scheme: dark)').matches);
	return Object.assign(isDark ? [0.07, 0.07, 0.07] : [1, 1, 1], { isCanvas: true });
}

// Red, green, blue and alpha from 0 to 1; what is said by its lightness (lab, oklch) is a grey as light.
function rgba(text) {
	const numbers = text.replace(/^color\(\S+/, '').replaceAll('none', '0').match(/-?[\d.]+(e-\d+)?/g) ?? [];
	const [first, second, third, alpha = 1] = numbers.map(Number);
	if (text.startsWith('rgb')) return [first / 255, second / 255, third / 255, alpha];
	if (text.startsWith('color')) return [first, second, third, alpha];
	const grey = ((text.startsWith('ok') ? first : (first + 16) / 116) ** 3) ** (1 / 2.2);
	return [grey, grey, grey, alpha];
}

const lightOf = ([red, green, blue]) => 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2;
const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
