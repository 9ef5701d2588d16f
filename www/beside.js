// Where the programs are unless the page says otherwise (settings.js): beside this script. Bundlers look for just these words, and copy the
// files. The build that carries everything inside has the bytes here (xtask/bundles.mjs).

export const BESIDE = {
	reader: () => unmoved(new URL('./reader.wasm', import.meta.url)),
	widget: () => unmoved(new URL('./widget.wasm', import.meta.url)),
	exchange: () => unmoved(new URL('./exchange.wasm', import.meta.url)),
};

// Vite's dev server before version 8 moves scripts to another folder of node_modules and leaves the files beside them where they are.
const unmoved = (url) => (url.href.includes('/.vite/deps/') ? new URL(url.href.replace('/.vite/deps/', '/article-timeline/dist/')) : url);
