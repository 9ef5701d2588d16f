import { useEffect, useRef } from 'react';
import { show } from './show.js';

export function App() {
	const place = useRef<HTMLDivElement>(null);
	const isShown = useRef(false);
	useEffect(() => {
		if (!isShown.current) show(place.current);
		isShown.current = true;
	}, []);
	return <div id="timeline" ref={place} />;
}
