import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithOfficial, repository } from '@segur/testing';
import { checkCrBio, validateXsd } from '../src/index.js';
import { checkOfficial } from '../src/official.js';

/** What the kit says of one of its mutations: `caught (2)`, in which layers. */
interface Verdict {
  readonly name: string;
  readonly errors: number;
  readonly layers: readonly string[];
}

/** The tool of the kit needs our modules: it runs on a copy of its programs, beside links to its data. */
function runMutations(ciSisDir: string, folder: string, dump: string): readonly Verdict[] {
  for (const name of ['lib', 'tools']) cpSync(join(ciSisDir, name), join(folder, name), { recursive: true });
  for (const name of ['schematrons', 'infrastructure', 'jeuxDeValeurs', 'examples'])
    symlinkSync(join(ciSisDir, name), join(folder, name));
  mkdirSync(dump);
  const table = execFileSync(process.execPath, [join(folder, 'tools/mutations.mjs'), '--dump', dump], { encoding: 'utf8' });
  return table
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, name = '', outcome = '', layers = '']) => ({
      name,
      errors: Number(/^caught \((\d+)\)/.exec(outcome)?.[1] ?? 0),
      layers: layers === '' ? [] : layers.split(', ').sort(),
    }));
}

describeWithOfficial('ci-sis', 'The mutations of the official kit', (ciSisDir) => {
  // Beside the workspace's modules: programs look for theirs upwards.
  const cache = join(repository(), '.cache');
  let folder = '';
  beforeAll(() => {
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'kit-mutations-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('have in our layers as many errors as in those of the kit, and our own rules alone refuse each', () => {
    const dump = join(folder, 'dump');
    const verdicts = runMutations(ciSisDir, folder, dump);
    const documents = verdicts.map((_, index) => readFileSync(join(dump, `m${String(index + 1).padStart(2, '0')}.xml`)));
    const judged = documents.map((xml, index): Verdict => {
      const findings = [...validateXsd(xml, ciSisDir), ...checkOfficial(xml, { ciSisDir, version: '2024.01' }).findings];
      const errors = findings.filter(({ severity }) => severity === 'error');
      const layers = new Set(errors.map(({ code }) => code.replace(/^official-/, '')));
      return { name: verdicts[index]?.name ?? '', errors: errors.length, layers: [...layers].sort() };
    });
    const letPass = verdicts.filter(
      ({ errors }, index) =>
        errors > 0 && !checkCrBio(documents[index] ?? Buffer.of()).findings.some(({ severity }) => severity === 'error'),
    );

    expect(verdicts.length).toBeGreaterThanOrEqual(40);
    expect(judged).toEqual(verdicts);
    expect(letPass).toEqual([]);
  }, 180_000);
});
