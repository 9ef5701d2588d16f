import path from 'node:path';

// Only because this folder stands inside another project with a lock file of its own.
const root = path.resolve(import.meta.dirname, '../..');

export default { turbopack: { root }, outputFileTracingRoot: root };
