// Before anything else of the page: keeps what is written to the console as an error, a warning or a note, and what nobody has caught.

globalThis.heard = [];
for (const level of ['error', 'warn', 'info']) {
	const own = console[level];
	console[level] = (...words) => {
		heard.push(`${level}: ${words[0]}`);
		own.apply(console, words);
	};
}
addEventListener('unhandledrejection', ({ reason }) => heard.push(`unhandled: ${reason}`));
addEventListener('error', ({ message }) => message && heard.push(`uncaught: ${message}`));
