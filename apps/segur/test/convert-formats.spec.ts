import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCrBio } from '@segur/cda';
import { encodeReportJson } from '@segur/report-json';
import { REPORT_INTAKE_EXAMPLE, SAMPLE_LABORATORY } from '@segur/laboratory';
import { checkWithOfficialKit, describeWithOfficial, sampleHprimFiles, hprim, judgePdfA, oru, richReports } from '@segur/testing';
import { OUTPUT_FORMATS, type Conversion, type InputFormat, type OutputFormat } from '../src/convert/conversion.js';
import { convertReport } from '../src/convert/convert-report.js';

const context = { laboratory: SAMPLE_LABORATORY, map: new Map(), now: new Date('2026-11-23T08:00:00Z') };
const converted = (from: InputFormat, to: OutputFormat, bytes: Uint8Array): Conversion =>
  convertReport(bytes, { ...context, from, to });
const written = ({ output, findings }: Conversion): Buffer => {
  if (!output) throw new Error(JSON.stringify(findings));
  return Buffer.from(output);
};

/** How one sees that bytes are of a format. */
const looksLike: Readonly<Record<OutputFormat, (bytes: Buffer) => boolean>> = {
  cda: (bytes) => readCrBio(bytes).form === 'n3',
  'cda-n1': (bytes) => readCrBio(bytes).form === 'n1',
  'cda-auto-presentable': (bytes) => readCrBio(bytes).form === 'auto-presentable',
  json: (bytes) => 'reportSetId' in (JSON.parse(bytes.toString('utf8')) as object),
  fhir: (bytes) => (JSON.parse(bytes.toString('utf8')) as { type: string }).type === 'document',
  html: (bytes) => bytes.toString('utf8').startsWith('<!DOCTYPE html>'),
  pdf: (bytes) => bytes.subarray(0, 5).toString('latin1') === '%PDF-',
};

describe('every format in, every format out', () => {
  const fromCda = written(converted('hl7v2', 'cda', Buffer.from(oru())));
  const sources: readonly (readonly [InputFormat, Uint8Array])[] = [
    ['hl7v2', Buffer.from(oru())],
    ['json', Buffer.from(JSON.stringify(REPORT_INTAKE_EXAMPLE))],
    ['cda', fromCda],
    ['hprim', sampleHprimFiles[0]?.bytes ?? Buffer.alloc(0)],
  ];

  it.each(sources.flatMap(([from, bytes]) => OUTPUT_FORMATS.map((to) => [from, to, bytes] as const)))(
    '%s to %s',
    (from, to, bytes) => {
      const output = written(converted(from, to, bytes));

      expect(looksLike[to](output)).toBe(true);
      expect(written(converted(from, to, bytes))).toEqual(output);
    },
  );

  it.each(Object.entries(richReports))('%s goes through JSON and CDA and comes back', (_title, report) => {
    const json = Buffer.from(encodeReportJson(report));
    const cda = written(converted('json', 'cda', json));

    expect(looksLike.json(written(converted('cda', 'json', cda)))).toBe(true);
  });

  it('asks which request of a HPRIM file with several', () => {
    const [one, two] = ['261123-0901', '261123-0902'].map((dossier) => hprim({ dossier }).toString('latin1').split('\r'));
    const header = one?.[0] ?? '';
    const bodies = [one, two].flatMap((lines = []) => lines.slice(1).filter((line) => line !== '' && !line.startsWith('L|')));
    const end = one?.findLast((line) => line.startsWith('L|')) ?? '';
    const several = Buffer.from([header, ...bodies, end, ''].join('\r'), 'latin1');
    const refused = convertReport(several, { ...context, from: 'hprim', to: 'json' });
    const chosen = convertReport(several, { ...context, from: 'hprim', to: 'json', request: '261123-0902' });

    expect(refused.findings).toContainEqual(expect.objectContaining({ code: 'hprim-several-requests' }));
    expect(JSON.parse(written(chosen).toString('utf8'))).toMatchObject({ fillerNumber: '261123-0902' });
  });
});

describeWithOfficial('ci-sis', 'the official examples', (directory) => {
  const examples = readdirSync(join(directory, 'examples')).filter((name) => name.endsWith('.xml'));
  const structured = examples.filter((name) => !name.includes('Niveau-1'));
  const read = (name: string) => readFileSync(join(directory, 'examples', name));
  const self = { map: context.map, now: context.now, ciSisDir: directory };

  it.each(structured.flatMap((name) => (['cda', 'cda-n1', 'cda-auto-presentable'] as const).map((to) => [name, to] as const)))(
    '%s to %s: no error in any layer',
    async (name, to) => {
      const output = written(convertReport(read(name), { ...self, from: 'cda', to }));
      const { errors, warnings } = await checkWithOfficialKit(output);

      expect({ errors, kit: warnings.filter(({ layer }) => layer === 'kit') }).toEqual({ errors: [], kit: [] });
    },
    60_000,
  );

  it.each(examples.flatMap((name) => (['json', 'fhir', 'html', 'pdf'] as const).map((to) => [name, to] as const)))(
    '%s to %s',
    (name, to) => expect(looksLike[to](written(convertReport(read(name), { ...self, from: 'cda', to })))).toBe(true),
  );

  it('writes a level 1 again as a level 1: no error in any layer', async () => {
    const level1 = examples.find((name) => name.includes('Niveau-1')) ?? '';
    const output = written(convertReport(read(level1), { ...self, from: 'cda', to: 'cda-n1' }));

    expect(readCrBio(output).pdf).toEqual(readCrBio(read(level1)).pdf);
    expect((await checkWithOfficialKit(output)).errors).toEqual([]);
  });

  it('makes no document of results from a level 1, which has none', () => {
    const level1 = examples.find((name) => name.includes('Niveau-1')) ?? '';
    const { output, findings } = convertReport(read(level1), { ...self, from: 'cda', to: 'cda' });

    expect(output).toBeUndefined();
    expect(findings).toContainEqual(expect.objectContaining({ severity: 'error', location: 'no-results' }));
  });

  describeWithOfficial('judges', 'judged by veraPDF', () => {
    it('prints each of them as PDF/A', async () => {
      const files = Object.fromEntries(
        structured.map((name) => {
          const json = written(convertReport(read(name), { ...self, from: 'cda', to: 'json' }));
          const report = { ...(JSON.parse(json.toString('utf8')) as object), printedCopy: undefined };
          return [name, written(converted('json', 'pdf', Buffer.from(JSON.stringify(report))))];
        }),
      );

      expect(await judgePdfA(files)).toMatchObject({ valid: true });
    }, 120_000);
  });
});

describeWithOfficial('hl7v2-examples', 'the official messages', (directory) => {
  it.each(OUTPUT_FORMATS)('a finished document entrusted by ORU, to %s', (to) => {
    const message = readFileSync(join(directory, 'segur2_v2.1_ORU_INIT_N3.hl7'));

    expect(looksLike[to](written(converted('hl7v2', to, message)))).toBe(true);
  });
});
