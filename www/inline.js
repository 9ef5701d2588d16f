// Everything in one file, both programs and all words: nothing else is ever fetched. For pages that may fetch nothing, and bundles that can carry no other file.
// In: an import. Out: what index.js has, and <article-timeline>.

export * from './index.js';
export { ArticleTimelineElement } from './element.js';
