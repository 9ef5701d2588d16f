import 'article-timeline/element';
import { timeline } from './timeline.js';

document.querySelector('article-timeline').timeline = timeline;
