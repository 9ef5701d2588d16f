import { expect, test } from 'vitest';
import 'article-timeline/element';
import { timeline } from './timeline.js';

// A page's own tests import what its pages import. Nothing is drawn there, where nothing has a size; nothing may break either, and the page's own words stay.
test('an element can be made, filled, moved and taken away', async () => {
	const element = document.createElement('article-timeline');
	element.innerHTML = '<p>November 2018: the town council asks for a new library</p>';
	element.timeline = timeline;
	document.body.append(element);
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(element.timeline.events).toHaveLength(6);
	expect(element.textContent).toContain('November 2018');
	element.setAttribute('theme', 'dark');
	document.body.prepend(element);
	await new Promise((resolve) => setTimeout(resolve, 100));
	element.remove();
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(document.querySelector('article-timeline')).toBe(null);
});
