import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');

/** Production sources and the data files beside them, by path. */
const sources = new Map(
  globSync(['libs/**/src/**/*.{ts,tsx,json}', 'apps/**/src/**/*.{ts,tsx,json}'], {
    cwd: root,
    exclude: (name) => ['node_modules', 'dist'].includes(basename(name)),
  })
    .filter((path) => !/\.(?:spec|contract)\.ts$/.test(path) && !path.startsWith('libs/testing/'))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

/** Every code of docs/codes, with the files that list it. */
const listed = new Map<string, string[]>();
for (const file of globSync('docs/codes/*.json', { cwd: root })) {
  for (const code of Object.keys(JSON.parse(readFileSync(join(root, file), 'utf8')) as object)) {
    listed.set(code, [...(listed.get(code) ?? []), file]);
  }
}

// A class of errors: `readonly code = 'x'`, `override readonly code: string = 'x'`.
const OF_CLASS = /readonly code(?:: string)? = '(?<code>[^']+)'/g;
// A finding or an outcome: `code: 'x-y'`, `errorCode: 'x-y'`. Ours have a hyphen; clinical codes do not, or come with their system.
const OF_FINDING =
  /\b(?:code|errorCode): '(?<code>[a-z][a-z0-9]*(?:-[a-z0-9]+)+)'(?![^\n}]*\b(?:system|codeSystem|label|displayName)\b)/g;

function statedCodes(): Map<string, string> {
  const stated = new Map<string, string>();
  for (const [path, text] of sources) {
    if (!path.endsWith('.ts')) continue;
    for (const pattern of [OF_CLASS, OF_FINDING]) {
      for (const { groups } of text.matchAll(pattern)) if (groups?.['code']) stated.set(groups['code'], path);
    }
  }
  return stated;
}

describe('documented codes', () => {
  it('cover every code that a source states', () => {
    const missing = [...statedCodes()].filter(([code]) => !listed.has(code)).map(([code, path]) => `${code} (${path})`);

    expect(missing).toEqual([]);
  });

  it('are all in use', () => {
    const everything = [...sources.values()].join('\n');
    const stated = (code: string) => ["'", '"', '`'].some((quote) => everything.includes(`${quote}${code}${quote}`));
    // `smtp-5nn` documents a family, which a source states as a template: `smtp-${…}`.
    const family = (code: string) => /^[a-z-]+-\dnn$/.test(code) && everything.includes(`\`${code.slice(0, -3)}\${`);
    const unused = [...listed].filter(([code]) => !stated(code) && !family(code));

    expect(unused.map(([code, files]) => `${code} (${files.join(', ')})`)).toEqual([]);
  });
});

describe('docs/errors.md and docs/configuration.md', () => {
  it('are what their sources say', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], { cwd: root, encoding: 'utf8' });

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
