// Draws the common data with TimelineJS3. In: an element. Out: its timeline.

import { Timeline } from '@knight-lab/timelinejs';
import '@knight-lab/timelinejs/dist/css/timeline.css';
import { dated } from './dated.js';
import { timeline } from './timeline.js';

const events = timeline.events.map(({ id, title, when }) => {
	const [year, month, day] = dated(when.edtf)[0].split('-').map(Number);
	return { unique_id: id, start_date: { year, month, day }, text: { headline: title, text: '' } };
});

export function show(place) {
	place.style.height = '600px';
	new Timeline(place, { events }, {});
}
