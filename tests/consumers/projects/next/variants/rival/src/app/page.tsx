// The library speaks of the window when it is imported, so it comes when the page is there.
'use client';

import { useEffect, useRef } from 'react';

export default function Page() {
	const place = useRef<HTMLDivElement>(null);
	useEffect(() => {
		import('../show.js').then(({ show }) => show(place.current));
	}, []);
	return <div id="timeline" ref={place} />;
}
