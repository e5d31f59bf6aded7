import { REPORT_EXAMPLE, REPORT_FORMATS } from '@segur/laboratory';
import { decodeReportJson } from './decode-report-json.js';
import { encodeReportJson } from './encode-report-json.js';
import type { ReportJsonFinding } from './report-json-finding.js';

const read = (text: string) => decodeReportJson(Buffer.from(text, 'utf8'));
const changed = (change: object) => read(JSON.stringify({ ...REPORT_EXAMPLE, ...change }));
const place = ({ code, location, expected, found }: ReportJsonFinding) => ({ code, location, expected, found });
const [chapter] = REPORT_EXAMPLE.chapters;
const [battery] = chapter!.batteries;
const [result] = battery!.observations;
const withResult = (...observations: readonly unknown[]) => ({
  chapters: [{ ...chapter, batteries: [{ ...battery, observations }] }],
});
const RESULT = '/chapters/0/batteries/0/observations/0';

describe('decodeReportJson', () => {
  it('reads the example of the published schema', () => {
    expect(read(JSON.stringify(REPORT_EXAMPLE, null, 2))).toEqual({ status: 'read', report: REPORT_EXAMPLE, findings: [] });
  });

  it('takes a byte order mark, and says so', () => {
    const reading = read(`\ufeff${JSON.stringify(REPORT_EXAMPLE)}`);

    expect(reading).toMatchObject({ status: 'read', findings: [{ severity: 'info', code: 'report-json-bom', location: '' }] });
  });

  it.each`
    what                              | change                                                                              | code                           | location                                                  | expected                                                                 | found
    ${'a missing field'}              | ${{ fillerNumber: undefined }}                                                      | ${'report-json-missing'}       | ${'/fillerNumber'}                                        | ${'a text'}                                                              | ${'nothing'}
    ${'a number for a text'}          | ${{ fillerNumber: 12 }}                                                             | ${'report-json-type'}          | ${'/fillerNumber'}                                        | ${'a text'}                                                              | ${'number'}
    ${'an empty number'}              | ${{ fillerNumber: '' }}                                                             | ${'report-json-value'}         | ${'/fillerNumber'}                                        | ${'a text that is not blank'}                                            | ${'empty text'}
    ${'a null'}                       | ${{ placerNumber: null }}                                                           | ${'report-json-type'}          | ${'/placerNumber'}                                        | ${'a text'}                                                              | ${'null'}
    ${'a list for an object'}         | ${{ identity: [] }}                                                                 | ${'report-json-type'}          | ${'/identity'}                                            | ${'an object'}                                                           | ${'list'}
    ${'an unknown status'}            | ${{ status: 'done' }}                                                               | ${'report-json-value'}         | ${'/status'}                                              | ${'one of final, partial'}                                               | ${'text'}
    ${'half a revision'}              | ${{ revision: 1.5 }}                                                                | ${'report-json-value'}         | ${'/revision'}                                            | ${'a whole number'}                                                      | ${'number'}
    ${'revision 0'}                   | ${{ revision: 0 }}                                                                  | ${'report-json-value'}         | ${'/revision'}                                            | ${'a number of at least 1'}                                              | ${'number'}
    ${'no validation'}                | ${{ validations: [] }}                                                              | ${'report-json-missing'}       | ${'/validations/0'}                                       | ${'an object'}                                                           | ${'nothing'}
    ${'30 February'}                  | ${{ releasedAt: '2026-02-30' }}                                                     | ${'report-json-value'}         | ${'/releasedAt'}                                          | ${REPORT_FORMATS['stated-time'].en}                                      | ${'text'}
    ${'a misspelt field'}             | ${{ fillerNumbr: 'X' }}                                                             | ${'report-json-unknown-field'} | ${'/fillerNumbr'}                                         | ${'no such field'}                                                       | ${'text'}
    ${'a field named as a patient'}   | ${{ '279035121518989': 'X' }}                                                       | ${'report-json-unknown-field'} | ${'/?'}                                                   | ${'no such field'}                                                       | ${'text'}
    ${'a value of no kind'}           | ${withResult({ ...result, value: { kind: 'image', text: '' } })}                    | ${'report-json-value'}         | ${`${RESULT}/value/kind`}                                 | ${'one of numeric, bounded, interval, ratio, coded, text, date, absent'} | ${'text'}
    ${'a decimal comma'}              | ${withResult({ ...result, value: { kind: 'numeric', text: '4,8', value: '4,8' } })} | ${'report-json-value'}         | ${`${RESULT}/value/value`}                                | ${REPORT_FORMATS.decimal.en}                                             | ${'text'}
    ${'a specimen that is not there'} | ${withResult({ ...result, specimenId: 'S9' })}                                      | ${'report-json-reference'}     | ${`${RESULT}/specimenId`}                                 | ${'the specimenId of a specimen of the report'}                          | ${'text'}
    ${'the same result twice'}        | ${withResult(result, result)}                                                       | ${'report-json-duplicate-id'}  | ${'/chapters/0/batteries/0/observations/1/observationId'} | ${'an identifier unique in the report'}                                  | ${'text'}
  `('refuses $what', ({ change, code, location, expected, found }) => {
    const reading = changed(change as object);

    expect(reading.status).toBe('refused');
    expect(reading.findings.map(place)).toEqual([{ code, location, expected, found }]);
  });

  it.each`
    text                                   | code                             | location       | found
    ${''}                                  | ${'report-json-syntax'}          | ${''}          | ${'nothing'}
    ${'{"revision": 1'}                    | ${'report-json-syntax'}          | ${''}          | ${'nothing'}
    ${'{"revision": 01}'}                  | ${'report-json-syntax'}          | ${''}          | ${'something else'}
    ${'{"revision": +1}'}                  | ${'report-json-syntax'}          | ${'/revision'} | ${'something else'}
    ${'{"revision": 1e999}'}               | ${'report-json-limit'}           | ${'/revision'} | ${'number'}
    ${`{"revision": ${'9'.repeat(5000)}}`} | ${'report-json-limit'}           | ${'/revision'} | ${'number'}
    ${'{"status": tru}'}                   | ${'report-json-syntax'}          | ${'/status'}   | ${'something else'}
    ${'{"status": "a'}                     | ${'report-json-syntax'}          | ${'/status'}   | ${'nothing'}
    ${'{"status": "\t"}'}                  | ${'report-json-syntax'}          | ${'/status'}   | ${'something else'}
    ${'{"status": "\\x"}'}                 | ${'report-json-syntax'}          | ${'/status'}   | ${'something else'}
    ${'{"status": "\\u12g4"}'}             | ${'report-json-syntax'}          | ${'/status'}   | ${'something else'}
    ${'{"status": "\\ud800"}'}             | ${'report-json-character'}       | ${'/status'}   | ${'text'}
    ${'{"status": "\\u0000"}'}             | ${'report-json-character'}       | ${'/status'}   | ${'text'}
    ${'{"status": "\\ufffe"}'}             | ${'report-json-character'}       | ${'/status'}   | ${'text'}
    ${'{"copies": [1,]}'}                  | ${'report-json-syntax'}          | ${'/copies/1'} | ${'something else'}
    ${'{"copies": [] "a":1}'}              | ${'report-json-syntax'}          | ${''}          | ${'something else'}
    ${"{'status': 1}"}                     | ${'report-json-syntax'}          | ${''}          | ${'something else'}
    ${'{} {}'}                             | ${'report-json-syntax'}          | ${''}          | ${'something else'}
    ${'{"a":1,"b":{"a":1,"a":2}}'}         | ${'report-json-duplicate-field'} | ${'/b/a'}      | ${'something else'}
    ${'{"__proto__": {}}'}                 | ${'report-json-unknown-field'}   | ${'/?'}        | ${'something else'}
    ${'{"\\u005f_proto__":1}'}             | ${'report-json-unknown-field'}   | ${'/?'}        | ${'something else'}
    ${'[]'}                                | ${'report-json-type'}            | ${''}          | ${'list'}
  `('answers $code at "$location" to $text', ({ text, code, location, found }) => {
    const { status, findings } = read(text as string);

    expect(status).toBe('refused');
    expect(findings.map((finding) => ({ code: finding.code, location: finding.location, found: finding.found }))).toEqual([
      { code, location, found },
    ]);
  });

  it('says line and column of what stopped it, in both languages', () => {
    const [finding] = read('{\n  "status" "final"\n}').findings;

    expect(finding).toMatchObject({
      message: 'Expected a colon, found something else (line 2, column 12)',
      messageFr: 'Attendu : deux-points ; trouvé : autre chose (ligne 2, colonne 12)',
    });
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le')],
    ['latin1', Buffer.from('{"é":1}', 'latin1')],
    ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['an overlong form', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
  ])('refuses %s', (_, bytes) => {
    expect(decodeReportJson(bytes).findings).toMatchObject([{ code: 'report-json-encoding' }]);
  });

  it.each`
    limit                 | limits               | text
    ${'bytes'}            | ${{ maxBytes: 10 }}  | ${'"12345678901"'}
    ${'depth'}            | ${{}}                | ${'['.repeat(1_000_000)}
    ${'depth of objects'} | ${{}}                | ${'{"a":'.repeat(1_000_000)}
    ${'values'}           | ${{ maxValues: 50 }} | ${`[${'1,'.repeat(50)}1]`}
  `('keeps the limit of $limit', ({ limits, text }: { limits: object; text: string }) => {
    expect(decodeReportJson(Buffer.from(text), limits).findings).toMatchObject([
      { code: 'report-json-limit', found: expect.any(String) },
    ]);
  });

  it('tells as many faults as wanted, and that there are more', () => {
    const { findings } = decodeReportJson(Buffer.from('{}'), { maxFindings: 3 });

    expect(findings.map(({ code }) => code)).toEqual([
      'report-json-missing',
      'report-json-missing',
      'report-json-missing',
      'report-json-more',
    ]);
  });
});

describe('encodeReportJson', () => {
  it('does not depend on the order of fields', () => {
    const backwards = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(backwards)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([key, field]) => [key, backwards(field)]),
            )
          : value;

    expect(encodeReportJson(backwards(REPORT_EXAMPLE) as typeof REPORT_EXAMPLE)).toEqual(encodeReportJson(REPORT_EXAMPLE));
    expect(Buffer.from(encodeReportJson(REPORT_EXAMPLE)).toString('utf8')).toMatch(/^\{"chapters":\[\{"batteries":/);
  });
});
