import { decodeHprimSante, headerOf } from '@segur/hprim';
import { hprimGlucose, hprimText, testLaboratory } from '@segur/testing';
import { fillerNumberOf, receptionKeyOf } from './message-identity.js';
import { toReport } from './report/to-report.js';
import { splitRequests } from './split-requests.js';

const decode = (text: string) => decodeHprimSante(Buffer.from(text, 'latin1'));
const names = (text: string) =>
  splitRequests(decode(text)).map(
    ({ fillerNumber, message }) => `${fillerNumber}: ${message.segments.map(({ name }) => name).join(' ')}`,
  );
const other = { ...hprimGlucose, fields: { 3: 'T9~261123-0043' } };

describe('splitRequests', () => {
  it('leaves a file of one request as it is', () => {
    expect(names(hprimText())).toEqual(['261123-0042: H P OBR OBX L']);
  });

  it('makes one message of each request of each patient, comments with what they belong to', () => {
    const [, ...second] = hprimText({
      dossier: '261123-0050',
      patient: { 3: '9' },
      end: '',
      exams: [{ ...hprimGlucose, comments: ['x'] }],
    })
      .trimEnd()
      .split('\r');

    expect(names(hprimText({ patientComments: ['a'], exams: [hprimGlucose, other, hprimGlucose], extra: second }))).toEqual([
      '261123-0042: H P C OBR OBX OBR OBX L',
      '261123-0043: H P C OBR OBX L',
      '261123-0050: H P OBR C OBX L',
    ]);
  });

  it('loses no segment, and each request is read', () => {
    const message = decode(hprimText({ exams: [hprimGlucose, other] }));
    const split = splitRequests(message);

    expect(new Set(split.flatMap(({ message: one }) => one.segments))).toEqual(new Set(message.segments));
    for (const { fillerNumber, message: one } of split) {
      const reading = toReport(one, { laboratory: testLaboratory, reportSetId: 'r', revision: 1 });
      expect(reading).toMatchObject({ status: 'read', report: { fillerNumber } });
    }
  });

  it.each`
    what                       | lines                         | expected
    ${'a patient without OBR'} | ${['P|1', 'P|2', 'OBR|1||A']} | ${['undefined: H P L', 'A: H P OBR L']}
    ${'an OBR before any P'}   | ${['OBR|1||A', 'P|1']}        | ${['A: H OBR L', 'undefined: H P L']}
    ${'an OBR without number'} | ${['P|1', 'OBR|1', 'OBX|1']}  | ${['undefined: H P OBR OBX L']}
    ${'a comment above all'}   | ${['C|1', 'P|1', 'OBR|1||A']} | ${['A: H C P OBR L']}
    ${'nothing'}               | ${[]}                         | ${[]}
  `('keeps $what for the reader to judge', ({ lines, expected }: { lines: string[]; expected: string[] }) => {
    expect(names(['H|~^\\&|F', ...lines, 'L|1', ''].join('\r'))).toEqual(expected);
  });
});

describe('what identifies a file', () => {
  it('is its name, its sender and its time; a report, the number of its request', () => {
    const message = decode(hprimText());

    expect(receptionKeyOf(headerOf(message))).toBe('ESSAI01.HPR|LABO|20261123103000');
    expect(fillerNumberOf(message)).toBe('261123-0042');
    expect(fillerNumberOf(decode('H|~^\\&|F\rP|1\rOBR|1||DOS-1\rL|1\r'))).toBe('DOS-1');
    expect(fillerNumberOf(decode('H|~^\\&|F\rL|1\r'))).toBeUndefined();
  });
});
