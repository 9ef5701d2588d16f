// The builds that are one file each: a script with everything inside, a classic script, and the worker. In: dist/ before its scripts
// are made small. Out: their texts.

import { build, transform } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BUILT, styleAsText } from './plugins.mjs';

/** inline.js: what it imports later is inside too, and both programs as texts. */
export async function buildInline(dist) {
	const wasmInside = {
		name: 'wasm-inside',
		setup: (bundler) => bundler.onLoad({ filter: /beside\.js$/ }, () => ({ contents: inside(dist) })),
	};
	const { outputFiles } = await build({
		...BUILT,
		entryPoints: [path.join(dist, 'inline.js')],
		write: false,
		// It has no worker beside it.
		define: { ...BUILT.define, 'import.meta.url': 'undefined' },
		plugins: [styleAsText, wasmInside],
	});
	return outputFiles[0].text;
}

/**
 * worker.js by itself, with nothing beside it: Vite before version 8 builds no worker that imports anything later, and bundlers that take it for a file to be copied would
 * leave behind what it imports. Its page gives it the compiled wasm, the language files and the sentences of what goes wrong.
 */
export async function buildWorker(dist) {
	const given = {
		name: 'given-by-the-page',
		setup(bundler) {
			bundler.onLoad({ filter: /beside\.js$/ }, () => ({ contents: 'export const BESIDE = {};' }));
			bundler.onLoad({ filter: /languages\.js$/ }, () => ({ contents: LANGUAGES }));
			bundler.onLoad({ filter: /models\.js$/ }, () => ({ contents: MODELS }));
			bundler.onLoad({ filter: /compile\.js$/ }, () => ({ contents: '' }));
			// The page finds the sentences: host.js.
			bundler.onLoad({ filter: /explain\.js$/ }, () => ({ contents: UNEXPLAINED }));
		},
	};
	const { outputFiles, metafile } = await build({ ...BUILT, entryPoints: [path.join(dist, 'worker.js')], write: false, metafile: true, plugins: [styleAsText, given] });
	const [{ text }] = outputFiles;
	if (Object.values(metafile.outputs)[0].imports.length > 0 || /, ?import\.meta\.url\)/.test(text)) throw new Error('xtask/bundles.mjs: worker.js is not one file');
	return text;
}

const LANGUAGES = "import { setting } from './settings.js'; export const languageFile = (code) => setting('reader', 'languages')[code]();";

const MODELS = "import { setting } from './settings.js'; export const modelFile = (code) => setting('reader', 'models')[code]();";

const UNEXPLAINED = `export const EXPLAINED = new Proxy({}, {
	get: (_, cause) => (...details) => [cause === 'forbidden' ? 'blocked-by-csp' : 'unexplained', JSON.stringify([cause, ...details], (_, value) => (value instanceof Map ? [...value] : value))],
});`;

/** global.js, which is no module. */
export async function buildGlobal(dist) {
	const { code } = await transform(readFileSync(path.join(dist, 'global.js'), 'utf8'), { minify: true, charset: 'utf8', target: BUILT.target });
	return code;
}

function inside(dist) {
	const texts = ['reader', 'widget'].map((program) => `${program}: () => bytes(${JSON.stringify(asText(readFileSync(path.join(dist, `${program}.wasm`))))})`);
	return `
		function bytes(text) {
			const bytes = new Uint8Array(text.length);
			for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at); // the lower eight bits
			return bytes;
		}
		export const BESIDE = { ${texts.join()} };
	`;
}

// A letter for each byte, which compresses as well as the bytes do, where base64 takes a quarter more. Control characters would not survive every tool: letters with the same
// lower eight bits stand for them.
function asText(bytes) {
	const isControl = (byte) => byte < 32 || (byte > 126 && byte < 161) || byte === 173;
	return Array.from(bytes, (byte) => String.fromCharCode(isControl(byte) ? byte + 256 : byte)).join('');
}
