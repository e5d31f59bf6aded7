import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { existsInCalendar, REPORT_FORMATS } from './report-formats.js';
import { REPORT_EXAMPLE } from './report-example.js';
import { reportJsonSchema, reportSchema } from './report.schema.js';

describe('reportSchema', () => {
  it('takes a report as it is', () => {
    expect(reportSchema.parse(REPORT_EXAMPLE)).toEqual(REPORT_EXAMPLE);
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
    ${'a blank number'}                   | ${{ fillerNumber: ' ' }}
    ${'a chapter that is no LOINC'}       | ${{ chapters: [{ code: 'CH', batteries: [] }] }}
    ${'a number where a text is printed'} | ${{ comments: [1] }}
  `('refuses $what', ({ change }: { change: object }) => {
    expect(reportSchema.safeParse({ ...REPORT_EXAMPLE, ...change }).success).toBe(false);
  });

  it('is published as docs/report.schema.json (npm run -s jest with UPDATE_DOCS=true writes it)', () => {
    const file = join(import.meta.dirname, '../../../../docs/report.schema.json');
    const published = `${JSON.stringify(reportJsonSchema(), null, 2)}\n`;
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
