// Finds entries by their words, status and group. In: a timeline as JSON, an empty element to stand in, and a function that shows a part of
// the timeline. Out: elements of its own in that place. It is fetched when somebody first searches; it knows no dates and no layout.

import { named } from './named.js';
import style from './search.css';

export { style };

const STATUSES = { happened: 'happened', reported: 'claimed', planned: 'ahead' };

export class Search {
	#place;
	#speech;
	#timeline;
	#show;
	#field;
	#choices = [];
	#count;

	/** `show` takes the timeline, or a part of it. */
	constructor(place, speech, timeline, show) {
		this.#place = place;
		this.#speech = speech;
		this.#timeline = named(timeline);
		this.#show = show;
		place.addEventListener('input', () => this.#find());
		place.addEventListener('keydown', ({ key }) => {
			if (key === 'Escape') this.#leave();
			if (key === 'Enter') this.#focus('.label[tabindex="0"]');
		});
		place.addEventListener('click', ({ target }) => target.type === 'button' && this.#leave());
	}

	get isOpen() {
		return this.#place.hasChildNodes();
	}

	open() {
		if (!this.isOpen) this.#build();
		this.#field.focus();
	}

	// Shows everything again and goes.
	#leave() {
		this.#place.replaceChildren();
		this.#show(this.#timeline);
		this.#focus('[data-do=search], .label[tabindex="0"]');
	}

	#focus(selector) {
		this.#place.getRootNode().querySelector(selector)?.focus();
	}

	/** Searches another timeline from now on. */
	replace(timeline) {
		this.#timeline = named(timeline);
		if (this.isOpen) this.#find();
	}

	#build() {
		const say = (key) => this.#speech.say(key);
		this.#field = make('input', 'field', { type: 'search', ariaLabel: say('find'), placeholder: say('find') });
		const { events } = this.#timeline;
		const statuses = Object.keys(STATUSES).filter((status) => events.some((event) => statusOf(event) === status));
		const groups = [...new Set(events.map((event) => event.group).filter(Boolean))].sort();
		this.#choices = [];
		if (statuses.length > 1) this.#choose(say('anyStatus'), statuses.map((status) => [say(STATUSES[status]), (event) => statusOf(event) === status]));
		if (groups.length > 1) this.#choose(say('anyGroup'), groups.map((group) => [group, (event) => event.group === group]));
		this.#count = make('span', 'found');
		this.#count.setAttribute('role', 'status');
		const close = make('button', 'tool', { type: 'button', textContent: say('close') });
		this.#place.replaceChildren(this.#field, ...this.#choices.map(({ element }) => element), this.#count, close);
	}

	// A list of choices with the number of entries of each; the first is all of them.
	#choose(all, options) {
		const element = make('select', 'choice', { ariaLabel: all });
		const figures = options.map(([word, test]) => `${word} (${this.#timeline.events.filter(test).length})`);
		element.append(...[all, ...figures].map((text) => new Option(text)));
		this.#choices.push({ element, tests: [() => true, ...options.map(([, test]) => test)] });
	}

	#find() {
		const words = plain(this.#field.value).split(/\s+/).filter(Boolean);
		const tests = this.#choices.map(({ element, tests }) => tests[element.selectedIndex]);
		const { events } = this.#timeline;
		const found = events.filter((event) => tests.every((test) => test(event)) && has(event, words));
		this.#count.textContent = found.length === 0 ? this.#speech.say('noMatch') : found.length < events.length ? this.#speech.say('entriesOf', found.length, events.length) : '';
		// Nothing found changes nothing: an empty picture would say that nothing happened.
		if (found.length > 0) this.#show({ ...this.#timeline, events: found });
	}
}

function make(tag, name, properties) {
	const element = Object.assign(document.createElement(tag), properties);
	element.className = name;
	element.setAttribute('part', name);
	return element;
}

const statusOf = (event) => event.status ?? 'happened';

// Without case and accents: "sao" finds "São".
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function has(event, words) {
	if (words.length === 0) return true;
	const text = plain([event.title, event.source, event.group, ...(event.evidence ?? []).map((evidence) => evidence.text)].filter(Boolean).join(' '));
	return words.every((word) => text.includes(word));
}
