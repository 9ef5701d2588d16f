// Fuzzing by one command: `node fuzz/run.mjs [TARGET...] [--runs=N] [--seconds=N]`, all targets unless named, ten million runs or an hour each,
// whichever comes first. In: the project's own test articles and language files as seeds. Out: libFuzzer's last lines; exit status 1 when
// something was found, which then lies in fuzz/artifacts. Needs the nightly toolchain and `cargo install cargo-fuzz`.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const languages = path.join(root, 'src/language/languages');
const articles = path.join(root, 'tests/corpus');

/** Each target with its seeds and the longest input worth trying, in bytes. */
const TARGETS = {
	tag: { seeds: () => tests().map((line) => `\0\0\0${line}`), longest: 400 },
	language: { seeds: () => texts(languages).flatMap((file) => chunks(file, 40)), longest: 2000 },
	article: { seeds: () => texts(articles).map((file) => file.split('---\n')[1]), longest: 3000 },
	edtf: { seeds: () => ['2004-06~-11', '?1911-XX', '[1911, 1913..1915]', 'Y-17E7S2', '1911-05-01T10:00:30.25+02:30', '../1911-41', 'late 18th century', 'c. 1850'], longest: 60 },
	exchange: { seeds: () => FILES.map((file) => `\0${file}`), longest: 1200 },
	html: { seeds: () => pages('.html'), longest: 4000 },
	jsonld: { seeds: () => pages('.html').flatMap(jsonIn), longest: 2000 },
	feed: { seeds: () => FEEDS, longest: 2000 },
	tokens: { seeds: () => texts(articles), longest: 1000 },
	model: { seeds: () => [smallModel()], longest: 4000 },
	timeline_json: { seeds: () => [JSON.stringify(EXAMPLE)], longest: 1500 },
};

const FILES = [
	'{"events": [{"start_date": {"year": "1911", "month": "03"}, "end_date": {"year": 1912}, "text": {"headline": "A <i>b</i>"}, "media": {"url": "a.png"}}]}',
	'{"timeline": {"headline": "A", "date": [{"startDate": "2012,1,26", "headline": "B", "asset": {"media": "a.png"}}]}}',
	'date,title,text\n3/4/1911,A,"B, c"\n',
	'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART;VALUE=DATE:20240301\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3\nEND:VEVENT\nEND:VCALENDAR\n',
	'{"@context": "https://schema.org", "@type": "Event", "name": "A", "startDate": "1911-03-08"}',
	'<ol><li><time datetime="1911-03">March</time> <b>A</b> b <img src="a.png" alt="c"></li></ol>',
	'<rss><channel><item><title>A</title><pubDate>Tue, 03 Nov 2015 14:05:00 +0100</pubDate></item></channel></rss>',
	'<data><event start="Mar 8 1911" end="May 1 1911" title="A">B</event></data>',
	'[{"content": "A", "start": "1911-03-08", "end": 1e12}]',
	'[{"itemLabel": "A", "time": "+1200-00-00T00:00:00Z", "timePrecision": "7"}]',
];

const FEEDS = [
	'<rss version="2.0"><channel><title>T</title><item><title>Harbour &amp; quay</title><link>https://a.example/x</link><pubDate>Tue, 03 Nov 2015 14:05:00 +0100</pubDate><description><![CDATA[<p>It rained on <b>Monday</b>.</p>]]></description></item></channel></rss>',
	'<feed xmlns="http://www.w3.org/2005/Atom"><entry xml:lang="de"><title>Hafen</title><published>2015-11-03T14:05:00Z</published><updated>2015-11-04T00:00:00Z</updated><content type="html">&lt;p&gt;Es regnete.&lt;/p&gt;</content></entry></feed>',
	'{"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "Harbour", "date_published": "2015-11-03", "content_html": "<p>It rained.</p>", "content_text": "It rained.", "language": "en"}]}',
	'<rdf:RDF><item><title>A</title><dc:date>2015-11-03</dc:date><content:encoded>It rained.</content:encoded></item></rdf:RDF>',
];

const EXAMPLE = {
	articles: [{ headline: 'H', url: null, published: '2016-11-01T14:05+01:00', language: 'en' }],
	events: [
		{ title: 'Later', when: { edtf: '2016-10-25/2016-11-01', bound: 'since', ongoing: true, why: 'because', precision: 'day' }, group: 'War', importance: 0.25, evidence: [{ article: 0, text: 'S.', block: 2, start: 3, end: 5, mention: { text: 'S', start: 3, end: 4 } }] },
		{ id: 'a', title: 'First', when: { edtf: '[2016-10-11..2016-10-17]', bound: 'before' }, media: { url: 'a.png', alt: '', credit: '' } },
		{ title: 'Season', when: { edtf: '2014-22' } },
		{ title: 'Far', when: { edtf: 'Y-120000' }, status: 'planned' },
		{ title: 'Open', when: { edtf: '[..2016-11-01]' } },
	],
	blocks: ['One.', { kind: 'list-item', text: 'Two.' }],
	warnings: [{ kind: 'no-published', message: 'M' }],
};

const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const runs = option('runs', 10_000_000);
const seconds = option('seconds', 3600);
const failed = (named.length > 0 ? named : Object.keys(TARGETS)).filter((target) => !fuzz(target));
console.log(failed.length > 0 ? `found something: ${failed.join(', ')}` : 'no finding');
process.exit(failed.length > 0 ? 1 : 0);

function fuzz(target) {
	if (!TARGETS[target]) throw new Error(`there is no target ${target}; there are ${Object.keys(TARGETS).join(', ')}`);
	const { seeds, longest } = TARGETS[target];
	const folder = path.join(root, 'fuzz/corpus', target);
	mkdirSync(folder, { recursive: true });
	seeds().forEach((seed, number) => writeFileSync(path.join(folder, `seed-${number}`), seed));
	console.log(`-- ${target}`);
	// No sanitizer: the crate has no unsafe code, and without one the overflow checks run twice as often.
	const limits = [`-runs=${runs}`, `-max_total_time=${seconds}`, `-max_len=${longest}`, '-timeout=5', '-rss_limit_mb=2048', '-print_final_stats=1'];
	const ended = spawnSync('cargo', ['+nightly', 'fuzz', 'run', '-s', 'none', target, '--', ...limits], { cwd: root, stdio: 'inherit' });
	return ended.status === 0;
}

/** The sentences that the language files test themselves with. */
function tests() {
	const lines = texts(languages).flatMap((file) => file.split('\n').map((line) => line.trim()));
	return lines.filter((line) => /^[+-] /.test(line)).map((line) => line.slice(2).split('=>')[0]);
}

/** The front of a model file of the smallest sizes: what is missing behind it reads as zeros. */
function smallModel() {
	const words = ['xx', '4 4 4 4 4 4 4 4 4 3 7', '100 100 100', 'NOUN VERB', 'root obj', "'s", 'a|b c.', 'Aa-A', 'A0,0'].join('\n');
	const length = Buffer.alloc(4);
	length.writeUInt32LE(words.length);
	return Buffer.concat([Buffer.from('ATtree\x01\0\0\0\0'), length, Buffer.from(words), Buffer.alloc(64, 'weights')]);
}

function chunks(text, lines) {
	const all = text.split('\n');
	return Array.from({ length: Math.ceil(all.length / lines) }, (_, number) => all.slice(number * lines, (number + 1) * lines).join('\n'));
}

function texts(folder) {
	return readdirSync(folder).filter((name) => /\.(txt|lang)$/.test(name)).map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

/** The project's own page skeletons. */
function pages(ending) {
	const folder = path.join(root, 'tests/pages');
	return readdirSync(folder).filter((name) => name.endsWith(ending)).map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

/** What stands in the scripts of a page. */
function jsonIn(page) {
	return page.split(/<script[^>]*>/).slice(1).map((rest) => rest.split('</script>')[0]);
}

function option(name, otherwise) {
	const given = process.argv.find((word) => word.startsWith(`--${name}=`));
	return given ? Number(given.split('=')[1]) : otherwise;
}
