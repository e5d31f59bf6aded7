// Builds what has changed, then becomes the program that is named: one process, so that a signal sent to `npm start` reaches it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

await import('./build.mjs');
const [program = '', ...options] = process.argv.slice(2);
const path = join(import.meta.dirname, '..', program);
process.argv = [process.execPath, path, ...options];
await import(pathToFileURL(path).href);
