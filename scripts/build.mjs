// Compiles every workspace with SWC: `src/**/*.ts` to `dist/**/*.js`. Types are checked apart, by `npm run typecheck`.
// Only files newer than their output are compiled, so a second start costs a directory walk.
import { glob, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { transformFile } from '@swc/core';

const root = dirname(import.meta.dirname);
const sources = await Array.fromAsync(
  glob(['libs/**/src/**/*.ts', 'apps/**/src/**/*.ts'], {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  }),
);
const swcrc = (await stat(join(root, '.swcrc'))).mtimeMs;
const modified = async (path) => (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;

const outputs = new Set();
let compiled = 0;
for (const source of sources) {
  if (source.endsWith('.spec.ts') || source.endsWith('.d.ts')) continue;
  const from = join(root, source);
  const to = from.replace(/\/src\/(?!.*\/src\/)/, '/dist/').replace(/\.ts$/, '.js');
  outputs.add(to);
  if ((await modified(to)) > Math.max(await modified(from), swcrc)) continue;
  const { code, map } = await transformFile(from, { cwd: root, sourceFileName: relative(dirname(to), from) });
  await mkdir(dirname(to), { recursive: true });
  await writeFile(`${to}.map`, map);
  await writeFile(to, `${code}\n//# sourceMappingURL=${to.slice(to.lastIndexOf('/') + 1)}.map\n`);
  compiled += 1;
}
for await (const output of glob(['libs/**/dist/**/*.js', 'apps/**/dist/**/*.js'], {
  cwd: root,
  exclude: (name) => name === 'node_modules' || name === 'types',
})) {
  const path = join(root, output);
  if (!outputs.has(path)) await Promise.all([rm(path), rm(`${path}.map`, { force: true })]);
}
if (compiled > 0) console.log(`Compiled ${compiled} of ${outputs.size} files.`);
