import 'article-timeline/inline';
import { timeline } from './timeline.js';

document.querySelector('article-timeline').timeline = timeline;
