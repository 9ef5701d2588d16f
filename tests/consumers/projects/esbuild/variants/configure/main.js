import { configure } from 'article-timeline/element';
import { timeline } from './timeline.js';

configure({ widget: { wasm: 'widget.wasm' } });
document.querySelector('article-timeline').timeline = timeline;
