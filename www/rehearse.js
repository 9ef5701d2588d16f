// A drawing that nobody sees, so that the browser has compiled what a first drawing calls before there is something to draw. In: the widget. Out: nothing.

import { breath } from './pace.js';

/** Ends as soon as a real drawing `isAsked` for. */
export async function rehearse(Widget, call, loadSpeech, isAsked) {
	if (isAsked()) return;
	const speech = await loadSpeech(document.documentElement, {});
	const root = document.createElement('div').attachShadow({ mode: 'open' });
	const events = ['2016-05-04', '2016-22', '2016-06-01/2016-07-01'].map((edtf) => ({ title: edtf, when: { edtf } }));
	const widget = call(() => new Widget(root, { events }, { speech, today: 0, isRehearsal: true }));
	while (!isAsked() && call(() => widget.prepare())) await breath();
	call(() => {
		if (!isAsked()) widget.frame(0);
		widget.free();
	});
}
