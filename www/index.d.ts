export { analyze, tag } from './reader.js';
export type { ArticleInput, Mention, PageElement, ReadOptions, TagOptions } from './reader.js';
export { createTimeline } from './widget.js';
export type { View, ViewOptions } from './widget.js';
export * from './timeline.js';
