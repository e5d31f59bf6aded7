import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { existsInCalendar, REPORT_FORMATS } from './report-formats.js';
import { REPORT_EXAMPLE } from './report-example.js';
import type { Battery } from './report-content.js';
import type { Report } from './report.js';
import { reportIntakeJsonSchema, reportJsonSchema, reportSchema } from './report.schema.js';

const withPdf = (data: string) => ({ printedCopy: { attachmentId: 'P', title: 'Compte rendu', data } });

/** A chapter with isolates in antibiograms in isolates, and batteries in batteries, so deep. */
function nested(depth: number): Report['chapters'] {
  const [battery] = REPORT_EXAMPLE.chapters[0]!.batteries;
  const within = (level: number): Battery => ({
    ...battery!,
    ...(level > 0 && {
      batteries: [within(level - 1)],
      isolates: [
        { isolateId: 'I', organism: { label: 'E. coli' }, observations: [], antibiograms: [within(level - 1)], comments: [] },
      ],
    }),
  });
  return [{ code: '18725-2', batteries: [within(depth)] }];
}

describe('reportSchema', () => {
  it('takes a report as it is', () => {
    expect(reportSchema.parse(REPORT_EXAMPLE)).toEqual(REPORT_EXAMPLE);
  });

  it('takes a PDF of 20 MB', () => {
    expect(reportSchema.safeParse({ ...REPORT_EXAMPLE, ...withPdf('JVBE'.repeat(5_000_000)) }).success).toBe(true);
  });

  it('takes batteries in batteries, and germs with their antibiograms', () => {
    const chapters = nested(5);

    expect(reportSchema.parse({ ...REPORT_EXAMPLE, chapters })).toEqual({ ...REPORT_EXAMPLE, chapters });
  });

  it.each`
    what                                  | change
    ${'a field that does not exist'}      | ${{ reportSetID: 'x' }}
    ${'an undefined field'}               | ${{ placerNumber: undefined }}
    ${'a UUID in capitals'}               | ${{ reportSetId: '019AA0C0-0000-7000-8000-0000000000AA' }}
    ${'a revision of 0'}                  | ${{ revision: 0 }}
    ${'a revision of 1.5'}                | ${{ revision: 1.5 }}
    ${'no validation'}                    | ${{ validations: [] }}
    ${'a day that does not exist'}        | ${{ releasedAt: '2026-02-30' }}
    ${'a time with a date before it'}     | ${{ releasedAt: '20/11/2026' }}
    ${'a MIME line break in base64'}      | ${withPdf('JVBERi0xLjQK\nJSVFT0YK')}
    ${'base64 without its end'}           | ${withPdf('JVBERi0xLjQ')}
    ${'an empty PDF'}                     | ${withPdf('')}
    ${'an OID that never ends'}           | ${{ fillerIdentifier: { root: `1${'.1'.repeat(10_000_000)}` } }}
    ${'a sender of no kind'}              | ${{ facility: { nationalId: '9', name: 'X', telecoms: [] } }}
    ${'an unborn rank'}                   | ${{ identity: { ...REPORT_EXAMPLE.identity, birthRank: 0 } }}
    ${'a blank number'}                   | ${{ fillerNumber: ' ' }}
    ${'a chapter that is no LOINC'}       | ${{ chapters: [{ code: 'CH', batteries: [] }] }}
    ${'a number where a text is printed'} | ${{ comments: [1] }}
  `('refuses $what', ({ change }: { change: object }) => {
    expect(reportSchema.safeParse({ ...REPORT_EXAMPLE, ...change }).success).toBe(false);
  });

  it.each([
    ['docs/report.schema.json', reportJsonSchema()],
    ['docs/report-intake.schema.json', reportIntakeJsonSchema()],
  ])('is published as %s (npm run -s jest with UPDATE_DOCS=true writes it)', (name, schema) => {
    const file = join(import.meta.dirname, '../../../..', name);
    const published = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env['UPDATE_DOCS'] === 'true') writeFileSync(file, published);

    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(published));
  });

  it('describes every field', () => {
    const undescribed: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties = {} } = node as { properties?: Record<string, { description?: string }> };
      for (const [name, field] of Object.entries(properties)) if (!field.description) undescribed.push(`${path}/${name}`);
      for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`);
    };
    visit(reportJsonSchema(), '');

    expect(undescribed).toEqual([]);
  });
});

describe('REPORT_FORMATS', () => {
  it.each(['P18Y', 'P28D', 'P1Y6M', 'PT72H', 'P2W', 'P0D'])('%s is a duration', (text) => {
    expect(text).toMatch(REPORT_FORMATS.duration.pattern);
  });

  it.each(['P', 'PT', 'P1YT', '18Y', 'P1.5Y', 'P1D2Y', 'PT1D', 'P-1Y', 'P18'])('%s is none', (text) => {
    expect(text).not.toMatch(REPORT_FORMATS.duration.pattern);
  });

  it.each(Object.entries(REPORT_FORMATS))('%s has an example of itself', (_, { pattern, example }) => {
    expect(example).toMatch(pattern);
  });
});

describe('existsInCalendar', () => {
  it.each(['2026', '2026-11', '2024-02-29', '2026-11-20T09', '2026-11-20T09:40', '2026-11-20T09+01:00', '2026-11-20T23:59:59.5Z'])(
    '%s exists',
    (stated) => expect(existsInCalendar(stated)).toBe(true),
  );

  it.each(['2026-13', '2026-02-29', '2026-11-31', '2026-11-20T24', '2026-11-20T09:60', '2026-11-20T09:00+25:00'])(
    '%s does not',
    (stated) => expect(existsInCalendar(stated)).toBe(false),
  );
});
