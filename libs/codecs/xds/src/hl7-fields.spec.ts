import { escapeHl7, formatCodedText, formatCx, formatPatientInfo, formatXcn, formatXon } from './hl7-fields.js';

describe('HL7 v2 fields in metadata', () => {
  it.each`
    text             | escaped
    ${'DUPONT'}      | ${'DUPONT'}
    ${"L'ÉPÉE <x>"}  | ${"L'ÉPÉE <x>"}
    ${'A^B&C|D~E\\'} | ${'A\\S\\B\\T\\C\\F\\D\\R\\E\\E\\'}
    ${'A\r\nB\tC'}   | ${'A B C'}
  `('escapes $text', ({ text, escaped }: { text: string; escaped: string }) => {
    expect(escapeHl7(text)).toBe(escaped);
  });

  it.each`
    what              | written                                                                                                  | expected
    ${'professional'} | ${formatXcn({ id: '810', family: 'N^M', given: 'P', authority: '1.2', nameType: 'D', idType: 'IDNPS' })} | ${'810^N\\S\\M^P^^^^^^&1.2&ISO^D^^^IDNPS'}
    ${'employee'}     | ${formatXcn({ id: '3750000000/12', family: 'NOM', authority: '1.2', nameType: 'D', idType: 'EI' })}      | ${'3750000000/12^NOM^^^^^^^&1.2&ISO^D^^^EI'}
    ${'software'}     | ${formatXcn({ id: '1', family: 'model', given: 'name', authority: '1.2', nameType: 'U', idType: 'RI' })} | ${'1^model^name^^^^^^&1.2&ISO^U^^^RI'}
    ${'structure'}    | ${formatXon({ name: 'LABO', id: '1750000000' })}                                                         | ${'LABO^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^1750000000'}
    ${'patient'}      | ${formatCx({ id: '279035121518989', authority: '1.2.250.1.213.1.4.8', type: 'NH' })}                     | ${'279035121518989^^^&1.2.250.1.213.1.4.8&ISO^NH'}
    ${'specialty'}    | ${formatCodedText({ code: 'G15_21/G', label: 'Pharmacien biologiste', system: '1.2' })}                  | ${'G15_21/G^Pharmacien biologiste^1.2'}
  `('writes a $what', ({ written, expected }: { written: string; expected: string }) => {
    expect(written).toBe(expected);
  });

  it('leaves out a birth date that nobody knows', () => {
    expect(formatPatientInfo({ family: 'TEST', sex: 'U' })).toEqual(['PID-5|TEST^^^^^^L', 'PID-8|U']);
  });
});
