import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Lints `source` as if it were the file `path` of the workspace, and gives the messages. */
function lint(path: string, source: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const eslint = execFile(
      process.execPath,
      ['node_modules/eslint/bin/eslint.js', '--format', 'json', '--stdin', '--stdin-filename', path],
      { cwd: root, env: { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '' } },
      (error, stdout, stderr) => {
        if (!stdout) return reject(error ?? new Error(stderr));
        try {
          const results = JSON.parse(stdout) as { messages: { message: string }[] }[];
          resolve(results.flatMap(({ messages }) => messages.map(({ message }) => message)));
        } catch {
          reject(new Error(stdout));
        }
      },
    );
    eslint.stdin?.end(source);
  });
}

// Without a cached graph of the projects the rule skips itself, with no more than a warning.
beforeAll(() => {
  execFileSync(process.execPath, ['node_modules/nx/dist/bin/nx.js', 'show', 'projects'], {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '' },
  });
}, 120_000);

describe('the linter', () => {
  it.each`
    what                                   | path                                                | source                                                                                     | says
    ${'the kernel importing the platform'} | ${'libs/kernel/units/src/fixture.ts'}               | ${"import { HealthRegistry } from '@segur/health';\nexport const x = HealthRegistry;"}     | ${/layer:kernel/}
    ${'a context importing a context'}     | ${'libs/contexts/operations/src/fixture.ts'}        | ${"import * as other from '@segur/dmp-feeding';\nexport const x = other;"}                 | ${/layer:context/}
    ${'a codec importing the framework'}   | ${'libs/codecs/hl7v2/src/fixture.ts'}               | ${"import { Injectable } from '@nestjs/common';\nexport const x = Injectable;"}            | ${/not allowed to import "@nestjs\/common"/}
    ${'the sandbox importing a codec'}     | ${'libs/sandbox/src/fixture.ts'}                    | ${"import * as xds from '@segur/xds';\nexport const x = xds;"}                             | ${/layer:sandbox/}
    ${'a cycle between two libraries'}     | ${'libs/domain/identity/src/fixture.ts'}            | ${"import { observationsOf } from '@segur/laboratory';\nexport const x = observationsOf;"} | ${/Circular dependency/}
    ${'a rule that reads the clock'}       | ${'libs/mappings/laboratory-to-cda/src/fixture.ts'} | ${'export const now = () => new Date();'}                                                  | ${/takes the time as an argument/}
    ${'a rule that waits'}                 | ${'libs/domain/laboratory/src/fixture.ts'}          | ${'export const f = async () => 1;'}                                                       | ${/synchronous/}
    ${'a rule that rolls dice'}            | ${'libs/codecs/cda/src/fixture.ts'}                 | ${'export const f = () => Math.random();'}                                                 | ${/takes identifiers/}
    ${'a rule that asks its process'}      | ${'libs/kernel/units/src/fixture.ts'}               | ${'export const f = () => process.env;'}                                                   | ${/no process/}
  `(
    'refuses $what',
    async ({ path, source, says }: { path: string; source: string; says: RegExp }) => {
      expect(await lint(path, `${source}\n`)).toContainEqual(expect.stringMatching(says));
    },
    60_000,
  );

  it('accepts a rule that takes its time as an argument', async () => {
    expect(await lint('libs/domain/laboratory/src/fixture.ts', 'export const year = (at: Date) => at.getUTCFullYear();\n')).toEqual(
      [],
    );
  }, 60_000);
});
