import { judge } from './acceptance-rules.js';
import { readMessage } from './read-message.js';

const SEGMENTS = [
  'MSH|^~\\&|SGL|LABO|SEGUR|PF|20261123090000||ORU^R01^ORU_R01|C1|P|2.5',
  'PID|1',
  'ORC|RE|P1|F1',
  'OBR|1|P1|F1|GLY',
];

function refusal(segments: readonly string[], acceptsTests = false) {
  const reading = readMessage(Buffer.from(segments.join('\r')), 10_000);
  if (reading.status !== 'read') throw new Error('not a message');
  const judgement = judge(reading.message, { acceptsTests });
  return 'refusal' in judgement ? judgement.refusal : undefined;
}

/** The message with the n-th field of MSH changed. */
function withMsh(field: number, value: string): string[] {
  const fields = (SEGMENTS[0] ?? '').split('|');
  fields[field - 1] = value;
  return [fields.join('|'), ...SEGMENTS.slice(1)];
}

describe('judge', () => {
  it('lets a message in', () => {
    expect(refusal(SEGMENTS)).toBeUndefined();
  });

  it.each`
    field | value                | condition | location
    ${9}  | ${'ADT^A01^ADT_A01'} | ${200}    | ${'MSH[1]-9'}
    ${9}  | ${'OML^O25^OML_O25'} | ${201}    | ${'MSH[1]-9.2'}
    ${9}  | ${''}                | ${200}    | ${'MSH[1]-9'}
    ${9}  | ${'ORU^R30^ORU_R30'} | ${201}    | ${'MSH[1]-9.2'}
    ${12} | ${'3.0'}             | ${203}    | ${'MSH[1]-12'}
    ${12} | ${''}                | ${203}    | ${'MSH[1]-12'}
    ${10} | ${''}                | ${101}    | ${'MSH[1]-10'}
    ${11} | ${''}                | ${101}    | ${'MSH[1]-11'}
    ${11} | ${'T'}               | ${202}    | ${'MSH[1]-11'}
    ${11} | ${'D'}               | ${202}    | ${'MSH[1]-11'}
    ${10} | ${'C\u0000'}         | ${102}    | ${'MSH[1]'}
    ${10} | ${'9'.repeat(251)}   | ${102}    | ${'MSH[1]'}
  `('refuses MSH-$field $value with $condition', ({ field, value, ...expected }: { field: number; value: string }) => {
    expect(refusal(withMsh(field, value))).toMatchObject(expected);
  });

  it('lets an order in that the laboratory has not numbered', () => {
    const [, patient = ''] = SEGMENTS;

    expect(refusal([...withMsh(9, 'OML^O21^OML_O21').slice(0, 1), patient, 'ORC|NW|P1', 'OBR|1|P1||GLY'])).toBeUndefined();
  });

  it('lets tests in where the laboratory is a test site', () => {
    expect(refusal(withMsh(11, 'T'), true)).toBeUndefined();
  });

  it('asks for a patient, and for the number of the request', () => {
    expect(refusal(SEGMENTS.filter((segment) => !segment.startsWith('PID')))).toMatchObject({ condition: 101, location: 'PID[1]' });
    expect(refusal([...SEGMENTS.slice(0, 2), 'OBR|1|P1||GLY'])).toMatchObject({ condition: 101, location: 'OBR[1]-3' });
  });

  it('takes the number of ORC when OBR has none', () => {
    expect(refusal([...SEGMENTS.slice(0, 3), 'OBR|1|P1||GLY'])).toBeUndefined();
  });
});
