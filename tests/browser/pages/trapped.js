// The reader's worker, to be hurt: an article that says TRAP breaks the wasm's memory, one that says END ends the whole worker.

import './trap.js';
import '../worker.js';

const hurt = ({ data }) => {
	const text = JSON.stringify(data.articles ?? '');
	if (text.includes('TRAP')) new Uint8Array(memory.buffer).fill(0xff);
	if (text.includes('END')) throw new Error('The end.');
};
// Heard before the worker's own listener would be of no use where that waits for the wasm; it is heard in the same turn.
addEventListener('message', hurt);
