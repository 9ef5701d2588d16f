// docs/element.md from custom-elements.json, so that what editors are told and what people read is the same. In: the manifest. Out: the file; with `--check` only
// whether it is what it would be.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const file = path.join(root, 'docs/element.md');
const [{ declarations: [element] }] = JSON.parse(readFileSync(path.join(root, 'custom-elements.json'), 'utf8')).modules;

const code = (text) => (text ? `\`${text.replaceAll('|', '\\|')}\`` : '');
const table = (heads, rows) => [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell ?? '').join(' | ')} |`).join('\n');

const text = `# \`<${element.tagName}>\`

Made from [custom-elements.json](../custom-elements.json) by \`node xtask/reference.mjs\`; editors that know custom-elements manifests show the same.

${element.description}

## Attributes

${table(['attribute', 'value', 'unless said', 'meaning'], element.attributes.map(({ name, type, default: usual, description }) => [code(name), code(type.text), code(usual), description]))}

## Properties

${table(['property', 'type', 'meaning'], element.members.map(({ name, type, description }) => [code(name), code(type.text), description]))}

## Events

All bubble and cross shadow roots, so a listener on the element, the document or the window hears them.

${table(['event', 'type', 'when'], element.events.map(({ name, type, description }) => [code(name), code(type.text), description]))}

## Content

${element.slots[0].description}

## Custom properties

${table(['property', 'unless said', 'what'], element.cssProperties.map(({ name, default: usual, description }) => [code(name), code(usual), description]))}

## Parts

\`article-timeline::part(title)\` and so on. A part can change in any version before 1.0; the custom properties will not.

${table(['part', 'what'], element.cssParts.map(({ name, description }) => [code(name), description]))}
`;

if (process.argv[2] === '--check') {
	if (readFileSync(file, 'utf8') === text) process.exit(0);
	console.error('docs/element.md is not what custom-elements.json says: node xtask/reference.mjs');
	process.exit(1);
}
writeFileSync(file, text);
