// The demo's page: the box that reads what was pasted, and the switches for colours and language.

import { analyze } from '../index.js';

const form = document.querySelector('#form');
const answer = document.querySelector('#answer');
const own = document.querySelector('#own');
const switches = document.querySelector('#switches');

form.addEventListener('submit', async (event) => {
	event.preventDefault();
	const [text, published] = [form.querySelector('#text').value, form.querySelector('#published').value];
	try {
		const timeline = await analyze(text, { published: published || undefined, lang: 'en' });
		const warnings = timeline.warnings.map((warning) => warning.message).join(' ');
		answer.textContent = timeline.events.length ? warnings : `No dated events were found in this text. ${warnings}`;
		own.hidden = timeline.events.length === 0;
		own.timeline = timeline;
	} catch (error) {
		own.hidden = true;
		answer.textContent = error.message;
	}
});

own.addEventListener('timeline-error', ({ detail }) => {
	answer.textContent = detail.message;
});

switches.addEventListener('change', () => {
	const { theme, lang } = Object.fromEntries(new FormData(switches));
	document.documentElement.dataset.theme = theme;
	for (const timeline of document.querySelectorAll('article-timeline')) {
		timeline.setAttribute('theme', theme);
		timeline.lang = lang;
	}
});
