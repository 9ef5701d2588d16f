// The timeline that every consumer shows: finished Timeline JSON, made up for these tests.

/** @type {import('article-timeline/reader').TimelineInput} */
export const timeline = {
	articles: [{ headline: 'The harbour library opens its doors', published: '2024-09-14', language: 'en' }],
	events: [
		{ id: 'plan', title: 'The town council asks for a new library', when: { edtf: '2018-11' } },
		{ id: 'vote', title: 'Residents choose the old rope works as its site', when: { edtf: '2019-05-26' } },
		{ id: 'works', title: 'Builders clear the rope works', when: { edtf: '2021-22' } },
		{ id: 'flood', title: 'A spring tide floods the cellar', when: { edtf: '2022-03-02' }, text: 'Pumps ran for three days.' },
		{ id: 'books', title: 'Forty thousand books move in', when: { edtf: '2024-06-03/2024-08-16' } },
		{ id: 'doors', title: 'The harbour library opens its doors', when: { edtf: '2024-09-14' } },
	],
};
