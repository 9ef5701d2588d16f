// One file in each format that is read, with a text in every field of its entries. In: texts. Out: the files by their formats.

const day = (number) => new Date(Date.UTC(1900, 0, 1 + 40 * number)).toISOString().slice(0, 10);
const xml = (text) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const cell = (text) => `"${text.replaceAll('"', '""')}"`;
const line = (text) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
const rows = (header, texts, row) => [header.map(cell), ...texts.map(row)].map((cells) => cells.join()).join('\r\n');

export function filesOf(texts) {
	const each = (make) => texts.map((text, number) => make(text, day(number), number));
	const slide = (text, date) => {
		const [year, month, day] = date.split('-');
		const media = Object.fromEntries(['url', 'caption', 'credit', 'alt', 'thumbnail', 'link', 'title'].map((name) => [name, text]));
		return { start_date: { year, month, day, display_date: text, format: text }, text: { headline: text, text }, media, group: text, unique_id: text, background: { url: text, color: text }, autolink: text, display_date: text };
	};
	const event = (text, date) => ({
		id: text, title: text, source: text, status: 'reported', group: text, url: text, text, when: { edtf: date, why: text }, evidence: [{ text, mention: { text, start: 0, end: 1 } }],
		media: { url: text, alt: text, credit: text, caption: text, thumbnail: text }, extra: { timelinejs: slide(text, date), [text]: text },
	});
	const atom = (text, date) => `<entry><id>${xml(text)}</id><title type="html">${xml(text)}</title><link href="${xml(text)}"/><link rel="enclosure" type="image/png" href="${xml(text)}"/><summary type="html">${xml(text)}</summary><content type="html">${xml(text)}</content><category term="${xml(text)}"/><author><name>${xml(text)}</name></author><published>${date}T10:00:00Z</published></entry>`;
	const rss = (text, date) => `<item><guid>${xml(text)}</guid><title>${xml(text)}</title><link>${xml(text)}</link><description>${xml(text)}</description><category>${xml(text)}</category><enclosure url="${xml(text)}" type="image/png"/><pubDate>${new Date(date).toUTCString()}</pubDate></item>`;
	const component = (text, date) => ['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`, ...['SUMMARY', 'DESCRIPTION', 'CATEGORIES', 'LOCATION', 'UID', 'COMMENT'].map((name) => `${name}:${line(text)}`), ...['URL', 'ATTACH'].map((name) => `${name}:${text.replace(/[\r\n]+/g, ' ')}`), 'END:VEVENT'].join('\r\n');
	const item = (text, date) => `<li id="${xml(text)}"><time datetime="${date}" title="${xml(text)}">${xml(text)}</time> <strong class="p-name">${xml(text)}</strong><p>${xml(text)}</p><figure><img src="${xml(text)}" alt="${xml(text)}"><figcaption>${xml(text)}</figcaption></figure><cite>${xml(text)}</cite><a class="u-url" href="${xml(text)}">${xml(text)}</a></li>`;
	return {
		json: JSON.stringify({ title: texts[0], articles: texts.map((text) => ({ headline: text, url: text })), events: each(event), warnings: texts.map((text) => ({ kind: text, message: text })) }),
		timelinejs: JSON.stringify({ scale: texts[0], title: { text: { headline: texts[1], text: texts[1] } }, events: each(slide), eras: [{ start_date: { year: 1900 }, end_date: { year: 1910 }, text: { headline: texts[2] } }] }),
		jsonp: `storyjs(${JSON.stringify({ timeline: { headline: texts[0], date: each((text, date) => ({ startDate: date.replaceAll('-', ','), headline: text, text, tag: text, classname: text, asset: { media: text, credit: text, caption: text } })) } })})`,
		csv: rows(['date', 'title', 'text', 'url', 'image', 'alt', 'credit', 'caption', 'group', 'source', 'id'], texts, (text, number) => [day(number), ...Array(10).fill(cell(text))]),
		sheet: rows(['Year', 'Month', 'Day', 'Headline', 'Text', 'Media', 'Media Credit', 'Media Caption', 'Media Thumbnail', 'Group', 'Display Date', 'Background'], texts, (text, number) => [...day(number).split('-'), ...Array(9).fill(cell(text))]),
		ics: ['BEGIN:VCALENDAR', `X-WR-CALNAME:${line(texts[0])}`, ...each(component), 'END:VCALENDAR'].join('\r\n'),
		jsonld: JSON.stringify({ '@context': 'https://schema.org', '@type': 'ItemList', name: texts[0], itemListElement: each((text, startDate) => ({ '@type': 'Event', '@id': text, startDate, name: text, description: text, url: text, keywords: text, citation: text, image: { '@type': 'ImageObject', contentUrl: text, caption: text, creditText: text, thumbnailUrl: text }, location: text })) }),
		atom: `<feed xmlns="http://www.w3.org/2005/Atom"><title>${xml(texts[0])}</title>${each(atom).join('')}</feed>`,
		rss: `<rss version="2.0"><channel><title>${xml(texts[0])}</title>${each(rss).join('')}</channel></rss>`,
		jsonfeed: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: texts[0], items: each((text, date) => ({ id: text, url: text, external_url: text, title: text, summary: text, content_html: text, image: text, tags: [text], date_published: `${date}T10:00:00Z` })) }),
		simile: JSON.stringify({ dateTimeFormat: 'iso8601', events: each((text, start) => ({ start, title: text, description: text, caption: text, link: text, image: text, icon: text, color: text, classname: text })) }),
		similexml: `<data>${each((text, date) => `<event start="${date}" title="${xml(text)}" link="${xml(text)}" image="${xml(text)}" icon="${xml(text)}">${xml(text)}</event>`).join('')}</data>`,
		vis: JSON.stringify(each((text, start) => ({ id: text, content: text, start, title: text, group: text, className: text, style: text }))),
		wikidata: JSON.stringify({ results: { bindings: each((text, date) => ({ item: { value: text }, itemLabel: { value: text }, itemDescription: { value: text }, image: { value: text }, time: { value: `${date}T00:00:00Z` }, precision: { value: '11' } })) } }),
		html: `<ol>${each(item).join('')}</ol>`,
	};
}
