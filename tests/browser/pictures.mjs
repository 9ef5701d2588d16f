// Takes the pictures of the demo that stand in docs/images. In: the address of a running demo (`npm start`), and the engines to use.
// Out: PNG files, one a state; those of Chromium have plain names, those of the other engines carry theirs. To be looked at, not compared.
//
//     npm start &  node tests/browser/pictures.mjs http://127.0.0.1:8080/ chromium firefox webkit

import path from 'node:path';
import { launch } from './driver/page.mjs';

const [address, ...engines] = process.argv.slice(2);
const folder = path.resolve(import.meta.dirname, '../../docs/images');

// Each state: the viewport, the scheme, whether an entry is open.
const STATES = {
	wide: { width: 1100, height: 1000 },
	open: { width: 1100, height: 1000, open: true },
	dark: { width: 1100, height: 1000, dark: true, open: true },
	phone: { width: 500, height: 1100 },
	'phone-open': { width: 500, height: 1300, open: true },
};

for (const engine of engines.length > 0 ? engines : ['chromium']) {
	const page = await launch(engine, { width: 1100, height: 1000 });
	try {
		for (const [name, state] of Object.entries(STATES)) {
			await page.resize(state.width, state.height);
			await page.colorScheme(state.dark ? 'dark' : 'light');
			await page.open(address);
			await page.waitFor(() => document.querySelector('article-timeline')?.shadowRoot?.querySelector('.entry'));
			if (state.open) await page.click('article-timeline >>> .entry:nth-of-type(3) .label');
			await page.evaluate(() => document.querySelector('article-timeline').scrollIntoView({ block: 'center', behavior: 'instant' }));
			await new Promise((done) => setTimeout(done, 600));
			const file = path.join(folder, engine === 'chromium' ? `${name}.png` : `${name}-${engine}.png`);
			await page.screenshot(file);
			console.log(file);
		}
	} finally {
		await page.close();
	}
}
