import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_LABORATORY } from '@segur/laboratory';
import { describeWithOfficial, oru } from '@segur/testing';
import { convertReport } from '../src/convert/convert-report.js';
import { runSegur } from './run-segur.js';

interface Line {
  readonly file: string;
  readonly severity: string;
  readonly code: string;
  readonly location: string;
  readonly message: string;
}
const linesOf = (stderr: string) =>
  stderr
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

describe('segur check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'segur-check-'));
  const file = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const context = { laboratory: SAMPLE_LABORATORY, map: new Map(), now: new Date('2026-11-23T08:00:00Z'), from: 'hl7v2' } as const;
  const good = Buffer.from(convertReport(Buffer.from(oru()), { ...context, to: 'cda' }).output ?? []);
  const faulty = good.toString('utf8').replace('<realmCode code="FR">', '<realmCode code="US">');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('finds nothing in a document of the platform, and says that the official layers did not run', async () => {
    const { exitCode, stdout, stderr } = await runSegur(['check', file('good.xml', good)]);

    expect({ exitCode, lines: linesOf(stderr) }).toEqual({ exitCode: 0, lines: [] });
    expect(stdout).toMatch(/good\.xml +2024\.01 +N3 +0 +0 +security rules/);
    expect(stdout).toMatch(/1 file: 1 without error/);
    expect(stdout).toMatch(/official schematrons did not run: name the kit with --ci-sis/);
  });

  it.each`
    lang    | says
    ${'en'} | ${/realmCode must be FR/}
    ${'fr'} | ${/realmCode doit valoir FR/}
  `('names file, place and rule in $lang, with exit code 1', async ({ lang, says }: { lang: string; says: RegExp }) => {
    const path = file('faulty.xml', faulty);
    const { exitCode, stderr } = await runSegur(['check', '--lang', lang, path]);

    expect(exitCode).toBe(1);
    expect(linesOf(stderr)).toEqual([
      {
        file: path,
        severity: 'error',
        code: 'crbio-realm',
        location: '/ClinicalDocument[1]',
        message: expect.stringMatching(says),
      },
    ]);
  });

  it('goes on after a file that is none, and looks for documents in folders', async () => {
    mkdirSync(join(folder, 'outbox/deep'), { recursive: true });
    const inside = file('outbox/deep/inside.xml', good);
    const { exitCode, stdout, stderr } = await runSegur([
      'check',
      '--json',
      join(folder, 'absent.xml'),
      join(folder, 'outbox'),
      inside,
    ]);

    expect(exitCode).toBe(1);
    expect(linesOf(stderr)).toMatchObject([{ file: join(folder, 'absent.xml'), code: 'file-unreadable' }]);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toMatchObject([
      { file: join(folder, 'absent.xml'), errors: 1, layers: [] },
      { file: inside, form: 'N3', errors: 0 },
      { file: inside, form: 'N3', errors: 0 },
    ]);
  });

  it.each([
    ['cda-n1', '-', 'N1'],
    ['cda-auto-presentable', '2024.01', 'self-presentable'],
  ] as const)('knows a %s', async (to, version, form) => {
    const { output } = convertReport(good, { ...context, from: 'cda', to });
    const { exitCode, stdout } = await runSegur(['check', file(`${to}.xml`, output ?? '')]);

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(` ${version} +${form} +0`));
  });

  it('says which file a folder lacks that is not the kit', async () => {
    const { exitCode, stderr } = await runSegur(['check', '--ci-sis', folder, file('good.xml', good)]);
    const lines = linesOf(stderr);

    expect(exitCode).toBe(1);
    expect(new Set(lines.map(({ code }) => code))).toEqual(new Set(['official-layer-unreadable']));
    expect(lines.map(({ location }) => location)).toContain('infrastructure/cda/CDA_extended.xsd');
  });

  it.each([[['check']], [['check', '--lang', 'de', 'a.xml']], [['check', '--colour', 'a.xml']]])(
    'answers %j with exit code 2',
    async (parameters) => {
      const { exitCode, stdout } = await runSegur(parameters);

      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    },
  );

  it('teaches', async () => {
    const { exitCode, stdout } = await runSegur(['check', '--help']);

    expect(exitCode).toBe(0);
    for (const taught of ['Examples:', '--ci-sis', 'CI_SIS_DIR', 'Exit status:', 'docs/errors.md'])
      expect(stdout).toContain(taught);
  });

  describeWithOfficial('ci-sis', 'with the official kit', (directory) => {
    it('runs its layers too', async () => {
      const { exitCode, stdout } = await runSegur(['check', '--ci-sis', directory, file('good.xml', good)]);

      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/security xsd rules units ihe terminologies modeles strucmin ans volet/);
    });

    it('takes it from CI_SIS_DIR, and says what the official layers found', async () => {
      const { exitCode, stderr } = await runSegur(['check', file('faulty.xml', faulty)], { env: { CI_SIS_DIR: directory } });

      expect(exitCode).toBe(1);
      expect(linesOf(stderr).map(({ code }) => code)).toContain('official-strucmin');
    });
  });
});
