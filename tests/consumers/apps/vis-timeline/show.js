// Draws the common data with vis-timeline. In: an element. Out: its timeline.

import { DataSet, Timeline } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.css';
import { dated } from './dated.js';
import { timeline } from './timeline.js';

const items = timeline.events.map(({ id, title, when }) => ({ id, content: title, start: dated(when.edtf)[0] }));

export function show(place) {
	new Timeline(place, new DataSet(items), {});
}
