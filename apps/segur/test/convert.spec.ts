import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_LABORATORY } from '@segur/laboratory';
import { checkWithOfficialKit, describeWithOfficial, glucose, oru, sampleMessages } from '@segur/testing';
import { convertReport } from '../src/convert/convert-report.js';
import { runSegur } from './run-segur.js';

const ORU_TO_CDA = { from: 'hl7v2', to: 'cda', laboratory: SAMPLE_LABORATORY, map: new Map() } as const;
const NOW = ['--now', '2026-11-23T08:00:00Z'];
const CONVERT = ['convert', '--from', 'hl7v2', '--to', 'cda'];
const MAPPING = `local_code,label,unit,specimen,method,loinc,loinc_label
GLY,Glycémie,mmol/L,,,14749-6,Glucose [Moles/Volume] Sérum/Plasma ; Numérique
`;

interface Line {
  readonly severity: string;
  readonly code: string;
  readonly location: string;
  readonly message: string;
}
const linesOf = (stderr: string) =>
  stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe('segur convert', () => {
  const folder = mkdtempSync(join(tmpdir(), 'segur-convert-'));
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(sampleMessages)('$title: two runs at one time give the same bytes', async ({ name, bytes }) => {
    const message = file(`${name}.hl7`, bytes);
    const [first, second] = await Promise.all([
      runSegur([...CONVERT, ...NOW, message]),
      runSegur([...CONVERT, ...NOW, '-o', join(folder, `${name}.xml`), '-'], { input: bytes }),
    ]);

    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(first.stdout).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
    expect(second.stdout).toBe('');
    expect(readFileSync(join(folder, `${name}.xml`), 'utf8')).toBe(first.stdout);
  });

  it('codes with the map that it is given, and keeps local codes without', async () => {
    const message = file('coded.hl7', oru());
    const [without, coded] = await Promise.all([
      runSegur([...CONVERT, ...NOW, message]),
      runSegur([...CONVERT, ...NOW, '--mapping', file('map.csv', MAPPING), message]),
    ]);

    expect(without.stdout).not.toContain('14749-6');
    expect(coded.stdout).toContain('14749-6');
  });

  it('says its findings as JSON lines, that of the sample laboratory among them', async () => {
    const { exitCode, stderr } = await runSegur([...CONVERT, file('said.hl7', oru())]);

    expect(exitCode).toBe(0);
    expect(linesOf(stderr)).toContainEqual({
      severity: 'info',
      code: 'sample-laboratory',
      location: '',
      message: expect.any(String) as string,
    });
  });

  it.each`
    what                         | content                                                                                             | code
    ${'no message'}              | ${'BONJOUR'}                                                                                        | ${'hl7-structure'}
    ${'a value type that waits'} | ${oru({ exams: [{ ...glucose, results: [{ type: 'ED', code: 'IMG^Courbe^LABO', value: 'x' }] }] })} | ${'hl7-value-type-not-read'}
  `('refuses $what by name, with exit code 1 and no output', async ({ content, code }: { content: string; code: string }) => {
    const { exitCode, stdout, stderr } = await runSegur([...CONVERT, '-'], { input: content });

    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(linesOf(stderr)).toContainEqual(expect.objectContaining({ severity: 'error', code }));
  });

  it.each(['{', '{}', '{"finess": "1"}'])('refuses the laboratory %s with exit code 1', async (laboratory) => {
    const { exitCode, stderr } = await runSegur([...CONVERT, '--lab', file('lab.json', laboratory), file('any.hl7', oru())]);

    expect(exitCode).toBe(1);
    expect(linesOf(stderr)).toMatchObject([{ severity: 'error', code: 'invalid-configuration' }]);
  });

  it.each([
    [['convert', '--from', 'hl7v2', 'in.hl7'], /--to/],
    [['convert', '--from', 'hl7v2', '--to', 'tiff', 'in.hl7'], /Allowed choices are cda/],
    [[...CONVERT, '--now', 'yesterday', 'in.hl7'], /ISO 8601/],
    [[...CONVERT], /IN/],
    [[...CONVERT, '--colour', 'in.hl7'], /unknown option/],
    [[...CONVERT, '/nowhere.hl7'], /\/nowhere\.hl7 cannot be opened/],
    [[...CONVERT, '--lab', '/nowhere.json', 'in.hl7'], /\/nowhere\.json cannot be opened/],
  ])('answers %j with exit code 2', async (parameters, says) => {
    const { exitCode, stdout, stderr } = await runSegur(parameters);

    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  describeWithOfficial('ci-sis', 'with the official kit', (directory) => {
    it.each(sampleMessages)(
      '$title: no error in any layer',
      async ({ name, bytes }) => {
        const now = new Date('2026-11-23T08:00:00Z');
        const { output } = convertReport(bytes, { ...ORU_TO_CDA, now, ciSisDir: directory });
        const { errors, warnings } = await checkWithOfficialKit(output ?? Buffer.alloc(0));
        const remarks = warnings.filter(({ layer }) => layer === 'kit').map(({ rule }) => rule);

        expect(errors).toEqual([]);
        // KIT-08: no INS, as long as the identity is not qualified.
        expect(remarks).toEqual(name === 'identite-provisoire' ? ['KIT-08'] : []);
      },
      60_000,
    );
  });
});
