// Our app of every bundler. In: the page. Out: a drawn timeline.

import 'article-timeline/element';
import { timeline } from './timeline.js';

document.querySelector('article-timeline').timeline = timeline;
