// How real timelines look: `npm run pictures`. In: BASE, the address of a test server (xtask sets it); the folder with gold timelines (`timelines/*.json`) and
// TimelineJS files (`timelinejs/timelinejs3/*.json`), ../shared/eval/data unless another is given; words that names must contain. Out: target/pictures/*.png,
// a line of figures for each, and their totals. To be looked at; no test depends on it.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launch } from '../driver/page.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const [given, ...wanted] = process.argv.slice(2);
const data = path.resolve(given ?? path.join(root, '../shared/eval/data'));
const base = process.env.BASE;
if (!base || !existsSync(data)) {
	console.error(base ? `There is no ${data}.` : 'No BASE: run this with `npm run pictures`, which builds and serves what it draws.');
	process.exit(2);
}
const folder = path.join(root, 'target/pictures');
mkdirSync(folder, { recursive: true });
const WIDTHS = [1200, 1000, 760, 390];

/** A gold timeline as Timeline JSON: titles and dates as the experts wrote them. */
function gold(file) {
	const { title, published, language, timeline } = JSON.parse(readFileSync(file, 'utf8'));
	const events = timeline.map(({ id, title, edtf, earliest, latest, end, status, sentence, importance }) => ({
		id, title, status, importance, when: edtf ? { edtf } : { earliest, latest, end }, evidence: sentence ? [{ text: sentence }] : [],
	}));
	return { title, language, articles: [{ published, headline: title }], events };
}

/** TimelineJS files as the command line converts them. */
function converted(files) {
	const lines = files.map((file) => JSON.stringify({ id: file, data: readFileSync(file, 'utf8'), from: 'timelinejs', to: 'json' })).join('\n');
	// It ends with 1 where a file is refused; the others are there all the same.
	const answers = spawnSync('cargo', ['run', '--quiet', '--release', '--', 'convert', '--ndjson'], { cwd: root, input: lines, maxBuffer: 1 << 30 });
	return answers.stdout.toString().trim().split('\n').map((line) => JSON.parse(line)).filter(({ data }) => data).map(({ id, data }) => [`tljs-${path.basename(id, '.json').split('__').slice(-2).join('-')}`, data]);
}

const listed = (name) => readdirSync(path.join(data, name)).filter((file) => file.endsWith('.json')).map((file) => path.join(data, name, file));
const timelines = [...listed('timelines').map((file) => [path.basename(file, '.json'), gold(file)]), ...converted(listed('timelinejs/timelinejs3'))];

/** What can be counted in a drawn stage: cut titles, depth, words on words, how much of it is white. It runs in the page. */
function figures() {
	const { shadowRoot } = document.querySelector('#host');
	const boxes = [...shadowRoot.querySelectorAll('.label:not([data-bare])')];
	const titles = boxes.map((label) => label.querySelector('.title')).filter(Boolean);
	const cut = titles.filter((title) => title.scrollHeight > title.clientHeight + 2).length;
	const rects = boxes.map((label) => label.getBoundingClientRect()).filter(({ width, height }) => width > 0 && height > 0);
	let overlaps = 0;
	for (const [number, one] of rects.entries()) for (const other of rects.slice(number + 1)) {
		overlaps += one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;
	}
	const stage = shadowRoot.querySelector('.stage')?.getBoundingClientRect();
	if (!stage) return { titles: titles.length, cut, overlaps, height: Math.round(shadowRoot.querySelector('.timeline')?.getBoundingClientRect().height ?? 0) };
	// In squares of 8 px: what holds words, marks or poles.
	const [across, down] = [Math.ceil(stage.width / 8), Math.ceil(stage.height / 8)];
	const full = new Set();
	const marks = [...shadowRoot.querySelectorAll('.stage .mark, .stage .stem, .stage .word, .stage svg.ticks')].map((element) => element.getBoundingClientRect());
	for (const { left, right, top, bottom } of [...rects, ...marks]) {
		for (let x = Math.max(0, Math.floor((left - stage.left) / 8)); x < Math.min(across, (right - stage.left) / 8); x += 1) {
			for (let y = Math.max(0, Math.floor((top - stage.top) / 8)); y < Math.min(down, (bottom - stage.top) / 8); y += 1) full.add(y * across + x);
		}
	}
	return { titles: titles.length, cut, overlaps, depth: Math.round(stage.height), empty: Number((1 - full.size / (across * down)).toFixed(2)) };
}

const median = (numbers) => numbers.sort((one, other) => one - other)[numbers.length >> 1];
const page = await launch('chromium', { width: 1200, height: 1000 });
const rows = [];
try {
	await page.open(new URL('open/tests/blank.html', base).href);
	for (const [name, timeline] of timelines) {
		if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
		for (const width of WIDTHS) {
			await page.resize(width + 40, 1000);
			const drawn = await page.evaluate(async (timeline) => {
				document.body.innerHTML = '<div id="host"></div>';
				Object.assign(document.body.style, { margin: '20px', background: 'white' });
				const { createTimeline } = await import('/open/index.js');
				try {
					await createTimeline(document.querySelector('#host'), timeline, {});
				} catch (error) {
					return error.message;
				}
				await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))));
			}, timeline);
			if (drawn) {
				console.log(`${name} ${width}: ${drawn}`);
				break;
			}
			const row = { name, width, entries: timeline.events.length, ...(await page.evaluate(figures)) };
			rows.push(row);
			if (wanted.length > 0) console.log(JSON.stringify(row));
			await page.screenshot(path.join(folder, `${name}-${width}.png`));
		}
	}
} finally {
	await page.close();
}

writeFileSync(path.join(folder, 'figures.json'), JSON.stringify(rows, undefined, '\t'));
console.log('width  group            n  titles   cut  overlaps  depth median/most  empty median');
for (const width of WIDTHS) {
	const groups = { 'gold 5 to 14': (row) => !row.name.startsWith('tljs') && row.entries >= 5 && row.entries <= 14, 'gold all': (row) => !row.name.startsWith('tljs'), TimelineJS: (row) => row.name.startsWith('tljs') };
	for (const [group, belongs] of Object.entries(groups)) {
		const found = rows.filter((row) => row.width === width && belongs(row));
		if (found.length === 0) continue;
		const sum = (key) => found.reduce((all, row) => all + (row[key] ?? 0), 0);
		const staged = found.filter(({ depth }) => depth !== undefined);
		const depths = staged.map(({ depth }) => depth);
		console.log(`${String(width).padEnd(6)} ${group.padEnd(14)} ${String(found.length).padStart(3)} ${String(sum('titles')).padStart(7)} ${String(sum('cut')).padStart(5)} ${String(sum('overlaps')).padStart(9)}  ${`${median(depths) ?? '-'}/${Math.max(0, ...depths)}`.padStart(17)}  ${String(median(staged.map(({ empty }) => empty)) ?? '-').padStart(12)}`);
	}
}
