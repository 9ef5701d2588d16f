// Everything in one file that reading and drawing need, both programs and all words: nothing else is ever fetched (but by `convert` and `parse`, whose program and
// model are to be said by `configure`). For pages that may fetch nothing, and bundles that can carry no other file.
// In: an import. Out: what index.js has, and <article-timeline>.

export * from './index.js';
export { ArticleTimelineElement } from './element.js';
