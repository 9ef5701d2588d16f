// Steps that many browser tests share. In: a page of the harness. Out: what its timelines show.

/** Opens a page with an <article-timeline> of these attributes, and gives when it is drawn. */
export async function openWidget(page, url, attributes = { src: 'mosul.json' }, container = 'main') {
	await page.open(url('/tests/widget.html'));
	await page.evaluate(
		(attributes, container) => {
			const element = document.createElement('article-timeline');
			element.id = 'timeline';
			for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
			const place = document.createElement('div');
			place.id = container;
			document.querySelector('#main').append(place);
			place.append(element);
		},
		attributes,
		container,
	);
	await ready(page);
}

/** Opens a page with an <article-timeline> that is given this timeline as its property. */
export async function openTimeline(page, url, timeline, attributes) {
	await page.open(url('/tests/widget.html'));
	await page.evaluate(
		(timeline, attributes) => {
			const element = Object.assign(document.createElement('article-timeline'), { id: 'timeline' });
			for (const [name, value] of Object.entries({ lang: 'en-GB', ...attributes })) element.setAttribute(name, value);
			if (timeline.columns) timeline.columns.start = Float64Array.from(timeline.columns.start);
			element.timeline = timeline;
			document.querySelector('#main').append(element);
		},
		timeline,
		attributes,
	);
	await ready(page);
	await settled(page);
}

/** Waits for the first drawing. */
export const ready = (page, id = 'timeline') => page.waitFor((id) => said.some(([type, , from]) => type === 'timeline-ready' && from === id), id);

/** Waits for a failure and gives its kind. */
export const failure = (page, id = 'timeline') =>
	page.waitFor((id) => said.find(([type, , from]) => type === 'timeline-error' && from === id)?.[1].kind, id);

/** The words of all entries, in the order of the list. */
export const entries = (page, id = 'timeline') =>
	page.evaluate(
		(id) =>
			[...document.getElementById(id).shadowRoot.querySelectorAll('.entry .label')].map((label) =>
				[...label.querySelectorAll('.date, .title')].map((words) => words.textContent).join(': '),
			),
		id,
	);

/** The title of the entry that has the focus, if one has. */
export const focused = (page) =>
	page.evaluate(() => document.querySelector('#timeline').shadowRoot.activeElement?.querySelector('.title')?.textContent);

/** The ids of the entries opened so far; null for closed. */
export const selected = (page) => page.evaluate(() => said.filter(([type]) => type === 'timeline-select').map(([, { id }]) => id));

/** Two frames later: what was asked for is drawn. */
export const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));

/** At rest: a zoom or a pan is laid out anew a moment after its last step, and what is below moves up or down. Before a place is pressed. */
export const rested = (page) =>
	page.evaluate(async () => {
		const box = () => Object.values(document.querySelector('#timeline').getBoundingClientRect().toJSON()).join();
		let [before, same] = ['', 0];
		for (let turn = 0; same < 4 && turn < 100; turn++) {
			await new Promise((done) => setTimeout(done, 100));
			const now = box();
			same = now === before ? same + 1 : 0;
			before = now;
		}
		return true;
	});
