// Takes the pictures that stand in docs/images. In: the address of a running demo (`npm start`), engines to use, and names of states.
// Out: PNG files, one a state; those of Chromium have plain names, those of the other engines carry theirs. To be looked at, not compared.
//
//     npm start &  node tests/browser/pictures.mjs http://127.0.0.1:8080/ chromium firefox webkit [STATE...]

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ENGINES } from './driver/engines.mjs';
import { launch } from './driver/page.mjs';
import { ARABIC, flood } from './pictures/timelines.mjs';

const [address, ...words] = process.argv.slice(2);
const folder = path.resolve(import.meta.dirname, '../../docs/images');
const engines = words.filter((word) => word in ENGINES);
const names = words.filter((word) => !(word in ENGINES));
const MOSUL = JSON.parse(readFileSync(path.join(import.meta.dirname, 'pages/mosul.json'), 'utf8'));

// Each state: the viewport, what is shown (the demo, or a timeline alone on its page), and what is done to it.
const STATES = {
	wide: { width: 1100, height: 640, demo: '#article > p:nth-of-type(2)' },
	open: { width: 1040, height: 780, timeline: MOSUL, open: 'killings' },
	dark: { width: 1040, height: 780, timeline: MOSUL, open: 'killings', dark: true },
	forced: { width: 1040, height: 780, timeline: MOSUL, open: 'killings', media: ['', { 'forced-colors': 'active' }] },
	contrast: { width: 1040, height: 780, timeline: MOSUL, open: 'campaign', options: { theme: 'contrast' } },
	season: { width: 1040, height: 485, timeline: MOSUL, act: (view) => view.show('2014-04-15', '2014-10-15'), open: 'overrun' },
	phone: { width: 390, height: 1000, timeline: MOSUL, open: 'campaign' },
	rtl: { width: 1040, height: 700, timeline: ARABIC, open: 'c', options: { lang: 'ar' } },
	thousand: { width: 1040, height: 550, timeline: flood(1000) },
	cluster: { width: 1040, height: 515, timeline: flood(1000), act: (view) => view.show('2026-01-02', '2026-01-24') },
	print: { width: 720, height: 1180, timeline: MOSUL, print: true },
	double: { width: 1280, height: 1500, timeline: MOSUL, open: 'killings', zoom: 2 },
	article: { width: 1040, height: 900, demo: '#article > p', open: 2 },
	beside: { width: 1000, height: 620, demo: '.beside' },
	history: { width: 1040, height: 490, demo: '#space' },
};

for (const engine of engines.length > 0 ? engines : ['chromium']) {
	const page = await launch(engine, { width: 1100, height: 1000 });
	try {
		for (const [name, state] of Object.entries(STATES)) {
			if (names.length > 0 && !names.includes(name)) continue;
			if (await take(page, state)) await save(page, engine, name);
		}
	} finally {
		await page.close();
	}
}

async function take(page, state) {
	await page.resize(state.width, state.height);
	await page.colorScheme(state.dark ? 'dark' : 'light');
	await page.open(address);
	await page.waitFor(() => document.querySelector('article-timeline')?.view);
	if (state.media && !(await page.media(...state.media))) return false;
	if (state.zoom && !(await page.zoom(state.zoom))) return false;
	if (state.timeline) await alone(page, state);
	else await inDemo(page, state);
	await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
	return true;
}

// On the demo's page and under its policy, with nothing else on it.
async function alone(page, { timeline, options = {}, open, act, print, dark }) {
	await page.evaluate(
		`async (timeline, options, open, print, dark) => {
			const host = document.createElement('div');
			document.body.replaceChildren(host);
			Object.assign(document.body.style, { margin: '20px', background: 'Canvas' });
			document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
			if (options.lang === 'ar') document.documentElement.dir = 'rtl';
			const { createTimeline } = await import('/index.js');
			const view = await createTimeline(host, timeline, options);
			const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
			await frame();
			if (open) view.select(open);
			await frame();
			(${act ?? (() => {})})(view);
			if (print) dispatchEvent(new Event('beforeprint'));
			await frame();
		}`,
		timeline,
		options,
		open,
		print,
		dark,
	);
	if (print) await page.media('print');
}

async function inDemo(page, { demo, open = null }) {
	await page.evaluate(() => document.querySelectorAll('article-timeline').forEach((element) => element.setAttribute('loading', 'eager')));
	await page.waitFor(() => [...document.querySelectorAll('article-timeline')].slice(0, 3).every((element) => element.view));
	await page.evaluate(
		(demo, open) => {
			const element = document.querySelector('article-timeline');
			if (open !== null) element.view.select(element.timeline.events[open].id);
			const top = document.querySelector(demo).getBoundingClientRect().top;
			scrollTo({ top: scrollY + top - 24, behavior: 'instant' });
		},
		demo,
		open,
	);
}

async function save(page, engine, name) {
	const file = path.join(folder, engine === 'chromium' ? `${name}.png` : `${name}-${engine}.png`);
	await page.screenshot(file);
	await page.media();
	console.log(file);
}
