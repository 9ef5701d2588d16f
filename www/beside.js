// Where the programs are unless the page says otherwise (settings.js): beside this script. Bundlers look for just these words, and copy the
// files. The build that carries everything inside has the bytes here (xtask/bundles.mjs).

export const BESIDE = {
	reader: () => new URL('./reader.wasm', import.meta.url),
	widget: () => new URL('./widget.wasm', import.meta.url),
	exchange: () => new URL('./exchange.wasm', import.meta.url),
};
