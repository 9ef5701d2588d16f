// Consumers without a build: pages that name the package's files in a tag, from their own origin or another, under policies. In: nothing. Out: rows.

import path from 'node:path';
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { PACKAGE, SHOP } from './workshop.mjs';

const INLINE = "document.querySelector('article-timeline').timeline = (await import('/timeline.js')).timeline;";

const body = (head, script = '<script type="module" src="/given.js"></script>') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The harbour library</title><link rel="icon" href="data:,">${head}</head>
<body><article-timeline><p>November 2018: the town council asks for a new library</p></article-timeline>${script}</body></html>
`;

const own = { '/npm/article-timeline/': PACKAGE };
const GIVEN = "import { timeline } from './timeline.js';\ndocument.querySelector('article-timeline').timeline = timeline;\n";

export const pages = [
	{ name: 'A page, module script', files: { 'index.html': body('<script type="module" src="/npm/article-timeline/dist/element.js"></script>'), 'given.js': GIVEN }, mounts: own, weighs: true, quick: true },
];
