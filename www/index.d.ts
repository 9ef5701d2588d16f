export { analyze, convert, parse, renderToString, tag } from './reader.js';
export type { ArticleInput, ConvertOptions, Converted, Format, Mention, PageElement, ParseOptions, ReadOptions, RenderOptions, Sentence, TagOptions, Word } from './reader.js';
export { createTimeline } from './widget.js';
export type { View, ViewOptions } from './widget.js';
export * from './timeline.js';

import type { Configuration } from './timeline.js';

/** Says where the wasm of each program, words and languages are, where they do not stand beside the scripts. To be called before anything is read or drawn. */
export function configure(options: Configuration): void;
