#!/usr/bin/env node
// Starts the command line. On a fresh clone it builds first, so that `npm ci && npx segur` is enough.
import { existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const [major] = process.versions.node.split('.').map(Number);
if (major < 22) {
  console.error(
    `segur needs Node 22.12 or newer and this is ${process.version}. Run it as "npx segur" in the repository: npm ci brings Node 24.`,
  );
  process.exit(2);
}
const root = join(import.meta.dirname, '../../..');
// Only a clone has the build script; an image is built already.
if (existsSync(join(root, 'scripts/build.mjs')) && existsSync(join(root, 'apps/segur/src')))
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
await import('../dist/main.js');
