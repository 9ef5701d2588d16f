// A worker of the page's own that reads.

import { analyze, tag } from '../reader.js';

const text = 'The dam was finished in 1974. It was repaired two weeks ago.';
postMessage([await tag(text, { published: '2016-11-01' }), await analyze(text, { published: '2016-11-01' })]);
