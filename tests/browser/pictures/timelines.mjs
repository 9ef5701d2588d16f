// Timelines for the pictures: one in Arabic, and one of a thousand entries, made up and the same every time.

export const ARABIC = {
	articles: [{ headline: 'القوات تبلغ حافة المدينة', published: '2016-11-01', language: 'ar' }],
	events: [
		{ id: 'a', title: 'التنظيم يستولي على الموصل', importance: 0.8, when: { edtf: '2014-22' }, evidence: [{ text: 'استولى التنظيم على المدينة في صيف 2014.' }] },
		{ id: 'b', title: 'بدء الحملة لاستعادة المدينة', importance: 0.9, when: { edtf: '[2016-10-11..2016-10-17]', bound: 'before' }, evidence: [{ text: 'بدأت الحملة قبل أكثر من أسبوعين.' }] },
		{
			id: 'c',
			title: 'مقتل 296 ضابطا سابقا',
			status: 'reported',
			source: 'الأمم المتحدة',
			importance: 0.85,
			when: { edtf: '2016-10-25/2016-11-01', bound: 'since', ongoing: true, why: '«الثلاثاء الماضي» محسوبا من يوم النشر، الثلاثاء 1 نوفمبر 2016، هو 25 أكتوبر 2016.' },
			evidence: [{ text: 'منذ الثلاثاء الماضي قتل 296 من أفراد قوات الأمن السابقين.', start: 0, end: 57, mention: { text: 'منذ الثلاثاء الماضي', start: 0, end: 19 } }],
		},
		{ id: 'd', title: 'السيطرة على مبنى التلفزيون', status: 'reported', source: 'رويترز', importance: 0.5, when: { edtf: '[..2016-11-01]', bound: 'by' }, evidence: [{ text: 'سيطر الجنود على مبنى التلفزيون.' }] },
		{ id: 'e', title: 'القوات تبلغ حافة المدينة الشرقية', importance: 1, when: { edtf: '2016-11-01' }, evidence: [{ text: 'بلغت القوات حافة المدينة يوم الثلاثاء.' }] },
	],
};

const TITLES = ['Dam spillway is opened', 'River tops its banks', 'Two bridges are closed', 'Families leave their homes', 'Inquiry is announced', 'Railway reopens', 'Army joins the rescue', 'Water works fail'];
const CRESTS = [32, 74, 108, 143, 176];

/** A winter of floods: crests, and days between them on which less happens. */
export function flood(count) {
	let seed = 7;
	const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
	const day = () => CRESTS[Math.floor(random() ** 1.4 * CRESTS.length)] + (random() + random() + random() - 1.5) * (random() < 0.25 ? 90 : 14);
	const date = () => new Date(Date.UTC(2025, 8, 20) + Math.min(205, Math.max(0, Math.round(day()))) * 864e5).toISOString().slice(0, 10);
	const events = Array.from({ length: count }, (_, place) => ({ id: `e${place}`, title: TITLES[Math.floor(random() * TITLES.length)], importance: random() ** 3, when: { edtf: date() }, evidence: [{ text: 'A line from the log of that day.' }] }));
	return { articles: [{ headline: 'A winter of floods', published: '2026-04-20', language: 'en' }], events };
}
