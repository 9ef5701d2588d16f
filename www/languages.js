// How languages other than English speak of time: a file each, fetched when the first article in one of them is read. In: a code. Out: the file, promised.

export const LANGUAGES = {
	de: () => import('./languages/de.js'),
};
