// How fast articles are read in Node, beside chrono-node in the same process: `npm run bench -- node [FILE.jsonl ...]`. In: dist/, and texts: those of
// tests/corpus, or files with {"text", "published" or "dct"} a line. Out: a line for each measure, medians over rounds that take turns.

import { parse } from 'chrono-node';
import { analyze, parse as trees, tag } from '../dist/reader.js';
import { articlesOf, measure, tell } from './reading.mjs';

tell(await measure({ tag, analyze, parse, trees, articles: articlesOf(process.argv.slice(2)) }));
