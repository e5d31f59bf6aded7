import { Hl7DecodingError } from '@segur/hl7v2';
import { ackFindingsToErr, decodingErrorToErr } from './ack-findings.js';
import { CATALOGUE, type RemarkCode } from './finding-catalogue.js';
import { Remarks } from './remarks.js';

const errOf = (code: RemarkCode) => {
  const remarks = new Remarks();
  remarks.add(code, 'OBX[3]-5');
  return ackFindingsToErr(remarks.findings);
};

describe('ackFindingsToErr', () => {
  it.each`
    code                              | condition | application
    ${'hl7-sequence'}                 | ${100}    | ${undefined}
    ${'hl7-required'}                 | ${101}    | ${undefined}
    ${'hl7-value-type'}               | ${102}    | ${undefined}
    ${'hl7-document-unreadable'}      | ${102}    | ${undefined}
    ${'hl7-status-unknown'}           | ${103}    | ${undefined}
    ${'hl7-document-type-mismatch'}   | ${199}    | ${undefined}
    ${'hl7-message-type'}             | ${200}    | ${undefined}
    ${'hl7-version'}                  | ${203}    | ${undefined}
    ${'hl7-order-control-not-read'}   | ${207}    | ${undefined}
    ${'hl7-order-status-mismatch'}    | ${207}    | ${906}
    ${'hl7-visibility-contradiction'} | ${207}    | ${906}
  `('$code is condition $condition', ({ code, condition, application }) => {
    const [err] = errOf(code as RemarkCode);

    expect(err).toMatchObject({ condition, severity: 'E', location: 'OBX[3]-5' });
    expect(err?.application).toBe(application);
    expect(err?.userMessage).toBe(CATALOGUE[code as RemarkCode].fr);
  });

  it('does not send warnings', () => {
    expect(errOf('hl7-unit-unknown')).toEqual([]);
  });

  it.each`
    code               | condition
    ${'hl7-charset'}   | ${102}
    ${'hl7-structure'} | ${100}
    ${'hl7-limit'}     | ${199}
  `('answers $code with $condition', ({ code, condition }) => {
    expect(decodingErrorToErr(new Hl7DecodingError(code as 'hl7-limit', 'MSH[1]-18', 'x'))).toMatchObject({
      condition,
      location: 'MSH[1]-18',
    });
  });
});
