// What a test file needs: `test(name, body)`. The body runs once in each engine, on a fresh page, and fails by throwing.
//
//     import assert from 'node:assert/strict';
//     import { test } from './harness.mjs';
//
//     test('says what it is', async ({ page, url }) => {
//         await page.open(url('/'));
//         assert.equal(await page.evaluate(() => document.title), '...');
//     });
//
// `page` is in driver/page.mjs, 1200 x 800 and light at the start of every test. `url(path)` gives the address on the test server:
//     /            dist/, under the policy that the demo server promises
//     /tests/      tests/browser/pages/, under the same policy
//     /scratch/    target/browser-pages/, where a test may write what it needs (`scratch` is that folder's path)
//     /no-wasm/    dist/, and /no-wasm/tests/ the pages, under a policy without 'wasm-unsafe-eval'
//     /open/gallery/  tests/pages/, the pages that the command line is tested with, with no policy
//     /open/       dist/, /open/tests/ the pages and /open/scratch/ what tests write, with no policy

export const tests = [];

/** Names a test; `engines` limits it to some, with a reason in a comment beside it; `limit` is in milliseconds. */
export function test(name, body, { engines, limit = 60_000 } = {}) {
	tests.push({ name, body, engines, limit });
}
