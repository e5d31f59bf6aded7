import { REPORT_EXAMPLE } from '@segur/laboratory';
import { arbitraryReport } from '@segur/testing/arbitrary-report';
import fc from 'fast-check';
import { decodeReportIntake } from './decode-report-intake.js';
import { decodeReportJson } from './decode-report-json.js';
import { encodeReportJson } from './encode-report-json.js';
import { REPORT_JSON_LIMITS } from './limits.js';

const report = arbitraryReport();
const canonical = Buffer.from(encodeReportJson(REPORT_EXAMPLE)).toString('utf8');
const codesOf = (text: string) =>
  [decodeReportJson(Buffer.from(text)), decodeReportIntake(Buffer.from(text))].flatMap(({ status, findings }) =>
    findings.map(({ code }) => `${status} ${code}`),
  );
const twice = (code: string) => [`refused ${code}`, `refused ${code}`];

describe('Hostile JSON', () => {
  it('is refused wherever the text is cut', () => {
    const bytes = Buffer.from(canonical);
    const statuses = Array.from(bytes, (_, length) => decodeReportJson(bytes.subarray(0, length)).status);

    expect(new Set(statuses)).toEqual(new Set(['refused']));
  });

  it.each([
    ['lists', '['],
    ['objects', '{"a":'],
    ['batteries', '{"batteries":['],
    ['lists, closed again', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('is refused when it nests 100 000 %s', (_, opening) => {
    expect(codesOf(opening.length > 20 ? opening : opening.repeat(100_000))).toEqual(twice('report-json-limit'));
  });

  it('is refused when batteries nest deeper than what is taken, and read just before', () => {
    const nested = (depth: number): string =>
      canonical.replace(
        '"batteries":[{"batteryId":"GLY",',
        `"batteries":[${Array.from({ length: depth }, (_, level) => `{"batteryId":"${level}","code":{"localCode":"A","label":"A"},"observations":[],"comments":[],"batteries":[`).join('')}${']}'.repeat(depth)},{"batteryId":"GLY",`,
      );

    expect(decodeReportJson(Buffer.from(nested(20))).status).toBe('read');
    expect(codesOf(nested(40))).toEqual(twice('report-json-limit'));
  });

  it.each([
    ['numbers', '1'],
    ['objects', '{}'],
    ['empty texts', '""'],
  ])('is refused when it holds millions of %s', (_, value) => {
    const many = canonical.replace('"copies":[]', `"copies":[${`${value},`.repeat(1_000_000)}${value}]`);

    expect(codesOf(many)).toEqual(twice('report-json-limit'));
  });

  it('tells a hundred faults when every value is wrong', () => {
    const many = canonical.replace('"copies":[]', `"copies":[${'{},'.repeat(REPORT_JSON_LIMITS.maxValues - 500)}{}]`);

    expect(decodeReportJson(Buffer.from(many)).findings).toHaveLength(REPORT_JSON_LIMITS.maxFindings + 1);
  });

  it.each([
    ['a field', (text: string) => canonical.replace('"fillerNumber"', `"${text}":1,"fillerNumber"`), 'report-json-unknown-field'],
    ['an OID', () => canonical.replace('"1.2.250.1.999.1.9"', `"1${'.1'.repeat(5_000_000)}"`), 'report-json-value'],
    ['a number', () => canonical.replace('"revision":1', `"revision":${'9'.repeat(2_000_000)}`), 'report-json-limit'],
    ['a decimal', () => canonical.replace('"4.89"', `"${'9'.repeat(2_000_000)}"`), 'report-json-value'],
    ['a blank', () => `${' \n'.repeat(2_000_000)}x`, 'report-json-syntax'],
    ['nothing', () => ' '.repeat(REPORT_JSON_LIMITS.maxBytes + 1), 'report-json-limit'],
  ])('is refused when %s is megabytes long', (_, made, code) => {
    expect(codesOf(made('a'.repeat(2_000_000)))).toEqual(twice(code));
  });

  it('is read with a PDF of 5 MB, and refused at the PDF when one character of it is wrong', () => {
    const data = Buffer.alloc(5_000_000, 1).toString('base64');
    const withPdf = (text: string) =>
      canonical.replace('"copies"', `"printedCopy":{"attachmentId":"P","data":"${text}","title":""},"copies"`);

    expect(codesOf(withPdf(data))).toEqual([]);
    expect(decodeReportJson(Buffer.from(withPdf(`${data.slice(0, -1)}!`))).findings).toMatchObject([
      { code: 'report-json-value', location: '/printedCopy/data', found: 'text' },
    ]);
  });

  it('is refused when a field comes twice, wherever that is', () => {
    fc.assert(
      fc.property(report, fc.nat(), (made, place) => {
        const text = Buffer.from(encodeReportJson(made)).toString('utf8');
        const fields = [...text.matchAll(/(?<=[{,])"(?:[a-z][A-Za-z]*)":(?=["[{])/g)];
        const { 0: field, index } = fields[place % fields.length]!;
        const [first] = decodeReportJson(Buffer.from(`${text.slice(0, index)}${field}0,${text.slice(index)}`)).findings;

        expect(first).toMatchObject({ code: 'report-json-duplicate-field', location: expect.stringContaining(field.slice(1, -2)) });
      }),
    );
  });

  it('is refused when a text holds half a character, escaped or not', () => {
    const halves = fc.constantFrom('\\ud800', '\\udfff', '\\udc00\\ud800', '\\ud83ex', '\\u0000');
    fc.assert(
      fc.property(report, halves, fc.nat(), (made, half, place) => {
        const text = Buffer.from(encodeReportJson(made)).toString('utf8');
        const values = [...text.matchAll(/(?<=[a-zA-Z])":"/g)];
        const index = values[place % values.length]!.index + 3;

        expect(codesOf(`${text.slice(0, index)}${half}${text.slice(index)}`)).toEqual(twice('report-json-character'));
      }),
    );
  });
});
