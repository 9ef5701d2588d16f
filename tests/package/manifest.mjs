// custom-elements.json beside the sources: what editors and docs/element.md say of the element is what it has, all of it and nothing else. In: the sources.
// Out: checks by their titles.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const [{ declarations: [element] }] = JSON.parse(read('custom-elements.json')).modules;
const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
const names = (list) => list.map(({ name }) => name).sort();

// Whatever script of the element asks for an attribute.
const scripts = readdirSync(path.join(root, 'www')).filter((file) => file.endsWith('.js')).map((file) => read(`www/${file}`)).join('\n');
const types = read('www/element.d.ts');

export const checks = {
	'the manifest has the attributes of the types, and the element reads each'() {
		const [, body] = /interface ArticleTimelineAttributes \{([^}]*)\}/.exec(types);
		const declared = all(body, /^\t(\w+)\?:/gm);
		assert.deepEqual(names(element.attributes), declared);
		const observed = all(/observedAttributes = \[([^\]]*)\]/.exec(read('www/element.js'))[1] + /OPTIONS = \[([^\]]*)\]/.exec(read('www/element.js'))[1], /'([\w-]+)'/g);
		assert.deepEqual(observed.filter((name) => !declared.includes(name)), []);
		const style = read('www/article-timeline.css');
		for (const name of declared) assert.ok(scripts.includes(`'${name}'`) || style.includes(`[${name}]`), `nobody reads the attribute ${name}`);
	},
	'the manifest has the events of the types, and each is fired'() {
		const [, body] = /interface TimelineEvents \{([^]*?)\n\}/.exec(types);
		assert.deepEqual(names(element.events), all(body, /^\t'([\w-]+)':/gm));
		for (const { name } of element.events) assert.ok(scripts.includes(name), `nobody fires ${name}`);
	},
	'the manifest has the properties of the types'() {
		const [, body] = /class ArticleTimelineElement extends HTMLElement \{([^]*?)\n\}/.exec(types);
		assert.deepEqual(names(element.members), all(body, /^\t(?:get |readonly )(\w+)/gm));
	},
	'the manifest has the custom properties of the style sheet'() {
		assert.deepEqual(names(element.cssProperties), all(read('www/article-timeline.css'), /var\((--article-timeline-[\w-]+)/g));
	},
	'the manifest has every part that is drawn by name, and none that is not'() {
		const folder = path.join(root, 'src/view');
		const sources = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.rs')).map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n');
		const drawn = all(sources, /part\(\s*"\w+",\s*"([\w -]+)"/g).flatMap((classes) => classes.split(' '));
		const known = names(element.cssParts);
		assert.deepEqual([...new Set(drawn)].filter((name) => !known.includes(name)), []);
		const words = new Set(sources.match(/[\w-]+/g));
		assert.deepEqual(known.filter((name) => !words.has(name)), []);
	},
	'docs/element.md is what the manifest says'() {
		execFileSync('node', [path.join(root, 'xtask/reference.mjs'), '--check'], { stdio: 'pipe' });
	},
	'the registry gets whole addresses of what the README links to, and the links lead to files'() {
		for (const [, file] of read('README.md').matchAll(/\]\((?!https?:|#)([^)#]+)/g)) assert.doesNotThrow(() => read(file), `README.md links to ${file}`);
	},
};
