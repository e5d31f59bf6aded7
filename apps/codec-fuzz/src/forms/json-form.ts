import { encodeReportJson } from '@segur/report-json';
import type { Form } from './form.js';
import { sampleReports } from './sample-reports.js';

const whole = () => Buffer.from(encodeReportJson(sampleReports()[0] as never)).toString();
/** A report with one more member, or with another in the place of one it has. */
const withMember = (name: string, value: string) => Buffer.from(whole().replace('{', `{${JSON.stringify(name)}:${value},`));

/** Reports as JSON. */
export const jsonForm: Form = {
  grammar: {
    structure: 'members',
    words: [
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '""',
        'null',
        'true',
        '-',
        '1e999',
        '-0',
        '0.1e-400',
        '\\',
        '\\u0000',
        '\\ud800',
        '\\"',
        '{}',
        '[]',
      ],
      ...[
        '"__proto__":{"a":1},',
        '"constructor":1,',
        '"toString":null,',
        '"kind":"numeric"',
        '"kind":"ratio"',
        '"kind":"data-url"',
        '//',
        '\ufeff',
        "'",
      ],
      ...['"2026-02-30"', '"9999-99-99T99:99:99+99:99"', '"data":"===="', '"low":"9","high":"1"'],
    ],
    openings: ['[', '{"a":', '[{"a":[', '"', '\\', '{"chapters":[{"batteries":[', ' '],
  },
  samples: () => sampleReports().map((report) => Buffer.from(encodeReportJson(report))),
  hostile: {
    'a hundred thousand levels of lists': () => Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)),
    'a hundred thousand levels of objects': () => Buffer.from('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)),
    'levels where a list is wanted': () => withMember('chapters', '['.repeat(5_000) + ']'.repeat(5_000)),
    'levels left open': () => Buffer.from('[{"a":'.repeat(500_000)),
    'a million members': () => Buffer.from(`{${Array.from({ length: 300_000 }, (_, index) => `"a${index}":1`).join(',')}}`),
    'one member a million times': () => Buffer.from(`{${'"chapters":[],'.repeat(300_000)}"a":1}`),
    'a list of a million numbers': () => withMember('copies', `[${'1,'.repeat(1_000_000)}1]`),
    'a list of a million empty objects': () => withMember('chapters', `[${'{},'.repeat(500_000)}{}]`),
    'a text of five million signs': () => withMember('fillerNumber', `"${'x'.repeat(5_000_000)}"`),
    'a text of a million escapes': () => withMember('fillerNumber', `"${'\\u0000'.repeat(500_000)}"`),
    'a text without end': () => Buffer.from(`{"fillerNumber":"${'\\"'.repeat(1_000_000)}`),
    'a number of a million figures': () => withMember('revision', `1${'0'.repeat(1_000_000)}`),
    'a million blanks': () => Buffer.from(`${' '.repeat(2_000_000)}{}`),
    'a prototype': () => withMember('__proto__', '{"reportSetId":"a","chapters":[]}'),
    'a PDF of zeros': () => withMember('printedCopy', `{"mediaType":"application/pdf","data":"${'A'.repeat(8_000_000)}"}`),
    'a PDF that is almost base64': () =>
      withMember('printedCopy', `{"mediaType":"application/pdf","data":"${'AAAA'.repeat(1_000_000)}!"}`),
    'UTF-16': () => Buffer.from(whole(), 'utf16le'),
  },
};
