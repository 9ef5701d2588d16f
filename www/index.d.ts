export { analyze, parse, tag } from './reader.js';
export type { ArticleInput, Mention, PageElement, ParseOptions, ReadOptions, Sentence, TagOptions, Word } from './reader.js';
export { createTimeline } from './widget.js';
export type { View, ViewOptions } from './widget.js';
export * from './timeline.js';
