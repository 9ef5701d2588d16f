// <article-timeline> as a component of React 18 and 19. In: the element's attributes as props, `timeline`, and a function for each event. Out: the element, the
// same on the server as in the page. React leaves properties away on the server and does not set them when it takes its page over; here they are set after that.

'use client';

import { createElement, forwardRef, useEffect, useImperativeHandle, useRef } from 'react';
import './element.js';

const EVENTS = { onReady: 'timeline-ready', onSelect: 'timeline-select', onView: 'timeline-view', onError: 'timeline-error' };
// React 18 writes "true" and "false" where an attribute is there or not.
const SWITCHES = ['hash', 'quiet'];

export const ArticleTimeline = forwardRef(function ArticleTimeline({ timeline, className, children, ...props }, ref) {
	const element = useRef(null);
	const heard = useRef(props);
	const given = useRef(undefined);
	useImperativeHandle(ref, () => element.current, []);
	useEffect(() => {
		heard.current = props;
	});
	useEffect(() => listen(element.current, heard), []);
	useEffect(() => {
		// Written anew in every render it is another object, and the same timeline.
		if (isSame(given.current, timeline)) return;
		given.current = timeline;
		element.current.timeline = timeline;
	}, [timeline]);
	const attributes = Object.fromEntries(Object.entries(props).filter(([name]) => !(name in EVENTS)));
	for (const name of SWITCHES) if (name in attributes) attributes[name] = attributes[name] || attributes[name] === '' ? '' : undefined;
	return createElement('article-timeline', { ...attributes, class: className, ref: element }, children);
});

function listen(element, heard) {
	const abort = new AbortController();
	for (const [prop, type] of Object.entries(EVENTS)) element.addEventListener(type, (event) => heard.current[prop]?.(event), abort);
	// Of a page from a server the timeline may stand there before React does.
	if (element.view) heard.current.onReady?.(new CustomEvent('timeline-ready', { detail: { timeline: element.timeline } }));
	return () => abort.abort();
}

function isSame(one, other) {
	if (one === other) return true;
	if (!one || !other) return false;
	if (one.columns && other.columns) return keysOf(one.columns, other.columns).every((name) => one.columns[name] === other.columns[name]);
	return !one.columns && !other.columns && JSON.stringify(one) === JSON.stringify(other);
}

const keysOf = (...objects) => objects.flatMap(Object.keys);
