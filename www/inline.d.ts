export * from './index.js';
export { ArticleTimelineElement } from './element.js';
