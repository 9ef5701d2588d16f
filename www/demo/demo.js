// The box under the demo article: reads what was pasted and shows its timeline, or says in plain words why not.

import { analyze } from '../index.js';

const form = document.querySelector('#form');
const answer = document.querySelector('#answer');
const own = document.querySelector('#own');

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
