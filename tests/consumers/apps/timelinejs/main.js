// The TimelineJS3 app of every bundler. In: the page. Out: a drawn timeline.

import { show } from './show.js';

show(document.querySelector('#timeline'));
