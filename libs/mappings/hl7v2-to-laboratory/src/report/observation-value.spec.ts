import { decodeMessage } from '@segur/hl7v2';
import { observationsOf, type MessageHabits, type Observation } from '@segur/laboratory';
import { glucose, oruText, testLaboratory, type MessageResult } from '@segur/testing';
import { toReport } from './to-report.js';

const context = { laboratory: testLaboratory, reportSetId: 'r', revision: 1 };

function read(...results: readonly Partial<MessageResult>[]) {
  return readWith({}, ...results);
}

function readWith(messages: MessageHabits, ...results: readonly Partial<MessageResult>[]) {
  const whole = results.map((result) => ({ type: 'NM', code: 'K^Analyse^LABO', value: '1', ...result }));
  const reading = toReport(decodeMessage(Buffer.from(oruText({ exams: [{ ...glucose, results: whole }] }))), {
    ...context,
    laboratory: { ...testLaboratory, messages },
  });
  return {
    findings: reading.findings.map(({ severity, code, location }) => `${severity} ${code} ${location}`),
    observations: reading.status === 'read' ? observationsOf(reading.report) : [],
    batteryComments:
      reading.status === 'read'
        ? reading.report.chapters.flatMap(({ batteries }) => batteries.flatMap(({ comments }) => comments))
        : [],
  };
}
const first = (result: Partial<MessageResult>): Observation | undefined => read(result).observations[0];

describe('a value', () => {
  it.each`
    type     | value                                 | expected
    ${'NM'}  | ${'5,20'}                             | ${{ kind: 'numeric', text: '5,20', value: '5.20' }}
    ${'NM'}  | ${'75.0'}                             | ${{ kind: 'numeric', text: '75.0', value: '75.0' }}
    ${'NM'}  | ${' +1 250 '}                         | ${{ kind: 'numeric', text: '+1 250', value: '1250' }}
    ${'NM'}  | ${'2.920'}                            | ${{ kind: 'numeric', text: '2.920', value: '2.920' }}
    ${'NM'}  | ${'<0,12'}                            | ${{ kind: 'bounded', text: '<0,12', comparator: '<', value: '0.12' }}
    ${'NM'}  | ${'> 500'}                            | ${{ kind: 'bounded', text: '> 500', comparator: '>', value: '500' }}
    ${'SN'}  | ${'<^0.12'}                           | ${{ kind: 'bounded', text: '<0.12', comparator: '<', value: '0.12' }}
    ${'SN'}  | ${'>=^500'}                           | ${{ kind: 'bounded', text: '>=500', comparator: '>=', value: '500' }}
    ${'SN'}  | ${'^12'}                              | ${{ kind: 'numeric', text: '12', value: '12' }}
    ${'SN'}  | ${'=^12'}                             | ${{ kind: 'numeric', text: '12', value: '12' }}
    ${'SN'}  | ${'^3^-^5'}                           | ${{ kind: 'interval', text: '3-5', low: '3', high: '5' }}
    ${'SN'}  | ${'^1^:^128'}                         | ${{ kind: 'ratio', text: '1:128', numerator: '1', denominator: '128' }}
    ${'SN'}  | ${'^1^/^128'}                         | ${{ kind: 'ratio', text: '1/128', numerator: '1', denominator: '128' }}
    ${'SN'}  | ${'>^1^:^160'}                        | ${{ kind: 'text', text: '>1:160' }}
    ${'SN'}  | ${'^2^+'}                             | ${{ kind: 'text', text: '2+' }}
    ${'ST'}  | ${'Négatif'}                          | ${{ kind: 'text', text: 'Négatif' }}
    ${'ST'}  | ${'Sang & urine ^ frottis'}           | ${{ kind: 'text', text: 'Sang & urine ^ frottis' }}
    ${'ST'}  | ${'5,2'}                              | ${{ kind: 'text', text: '5,2' }}
    ${'TX'}  | ${'ligne 1~ligne 2'}                  | ${{ kind: 'text', text: 'ligne 1\nligne 2' }}
    ${'FT'}  | ${'ligne 1\\.br\\ligne 2'}            | ${{ kind: 'text', text: 'ligne 1\nligne 2' }}
    ${'CE'}  | ${'260385009^Négatif^SCT'}            | ${{ kind: 'coded', text: 'Négatif', coded: { code: '260385009', system: '2.16.840.1.113883.6.96', label: 'Négatif' } }}
    ${'CWE'} | ${'A1^Présence^1.2.250.1.9'}          | ${{ kind: 'coded', text: 'Présence', coded: { code: 'A1', system: '1.2.250.1.9', label: 'Présence' } }}
    ${'CE'}  | ${'^Absence'}                         | ${{ kind: 'coded', text: 'Absence' }}
    ${'CE'}  | ${'POS'}                              | ${{ kind: 'coded', text: 'POS' }}
    ${'CE'}  | ${'ABS^Absence^LABO'}                 | ${{ kind: 'coded', text: 'Absence' }}
    ${'CE'}  | ${'5,2'}                              | ${{ kind: 'numeric', text: '5,2', value: '5.2' }}
    ${'CE'}  | ${'^Rare~^Quelques'}                  | ${{ kind: 'text', text: 'Rare\nQuelques' }}
    ${'DT'}  | ${'20261101'}                         | ${{ kind: 'date', text: '20261101', value: '2026-11-01' }}
    ${'TS'}  | ${'202611010830'}                     | ${{ kind: 'date', text: '202611010830', value: '2026-11-01T08:30+01:00' }}
    ${'TM'}  | ${'0830'}                             | ${{ kind: 'text', text: '0830' }}
    ${''}    | ${'Négatif'}                          | ${{ kind: 'text', text: 'Négatif' }}
    ${'NM'}  | ${'1~2'}                              | ${{ kind: 'text', text: '1\n2' }}
    ${'SN'}  | ${'^1~>^2'}                           | ${{ kind: 'text', text: '1\n>2' }}
    ${'SN'}  | ${'<=^0,5'}                           | ${{ kind: 'bounded', text: '<=0,5', comparator: '<=', value: '0.5' }}
    ${'SN'}  | ${'>=^1^:^160'}                       | ${{ kind: 'text', text: '>=1:160' }}
    ${'ST'}  | ${'>= 1:160'}                         | ${{ kind: 'text', text: '>= 1:160' }}
    ${'CE'}  | ${'1:160'}                            | ${{ kind: 'ratio', text: '1:160', numerator: '1', denominator: '160' }}
    ${'CE'}  | ${'A^Présent^L^52101004^Present^SCT'} | ${{ kind: 'coded', text: 'Présent', coded: { code: '52101004', system: '2.16.840.1.113883.6.96', label: 'Présent' } }}
    ${'DTM'} | ${'202611'}                           | ${{ kind: 'date', text: '202611', value: '2026-11' }}
    ${'DR'}  | ${'20261101^20261102'}                | ${{ kind: 'text', text: '20261101^20261102' }}
    ${'XCN'} | ${'1^TEST^ANNE^^^DR'}                 | ${{ kind: 'text', text: 'DR TEST ANNE 1' }}
    ${'XPN'} | ${'TEST^ANNE'}                        | ${{ kind: 'text', text: 'TEST ANNE' }}
    ${'XTN'} | ${'^PRN^PH^^^^^^^^^0102030405'}       | ${{ kind: 'text', text: '0102030405' }}
    ${'XAD'} | ${'1 rue A^^LYON^^69000'}             | ${{ kind: 'text', text: '1 rue A 69000 LYON' }}
    ${'CX'}  | ${'8000123^^^LABO'}                   | ${{ kind: 'text', text: '8000123' }}
  `('$type $value', ({ type, value, expected }: { type: string; value: string; expected: object }) => {
    expect(first({ type, value })?.value).toEqual(expected);
  });

  it.each`
    type    | value            | finding
    ${'NM'} | ${'<0,12'}       | ${'warning hl7-value-retyped OBX[1]-5'}
    ${'CE'} | ${'5,2'}         | ${'warning hl7-value-retyped OBX[1]-5'}
    ${''}   | ${'Négatif'}     | ${'warning hl7-value-retyped OBX[1]-2'}
    ${'CE'} | ${'ABS^Absence'} | ${'info hl7-code-local OBX[1]-5'}
    ${'NM'} | ${'1~2'}         | ${'warning hl7-value-repeated OBX[1]-5'}
  `('$type $value is read, and told: $finding', ({ type, value, finding }: { type: string; value: string; finding: string }) => {
    expect(read({ type, value }).findings).toEqual([finding]);
  });

  it.each`
    type    | value           | finding                                     | why
    ${'NM'} | ${'Hémolysé'}   | ${'error hl7-value-type OBX[1]-5'}          | ${'words in a number'}
    ${'NM'} | ${''}           | ${'error hl7-value-missing OBX[1]-5'}       | ${'nothing'}
    ${'NM'} | ${'""'}         | ${'error hl7-value-missing OBX[1]-5'}       | ${'the explicit null'}
    ${'NM'} | ${'1.234.567'}  | ${'error hl7-number-ambiguous OBX[1]-5'}    | ${'thousands by points'}
    ${'SN'} | ${'^peu'}       | ${'error hl7-value-type OBX[1]-5'}          | ${'words in a number'}
    ${'SN'} | ${'!^5'}        | ${'error hl7-value-type OBX[1]-5'}          | ${'no comparison'}
    ${'SN'} | ${'^3^x^5'}     | ${'error hl7-value-type OBX[1]-5'}          | ${'no separator'}
    ${'DT'} | ${'01/11/2026'} | ${'error hl7-value-type OBX[1]-5'}          | ${'no date of HL7'}
    ${'NA'} | ${'1^2'}        | ${'error hl7-value-type-not-read OBX[1]-2'} | ${'an array'}
    ${'ZZ'} | ${'1'}          | ${'error hl7-value-type-not-read OBX[1]-2'} | ${'a type nobody knows'}
  `('$type $value refuses the message: $why', ({ type, value, finding }: { type: string; value: string; finding: string }) => {
    expect(read({ type, value }).findings).toContain(finding);
    expect(read({ type, value }).observations).toEqual([]);
  });

  it.each`
    value         | habits                         | expected
    ${'Hémolysé'} | ${{ wordsInNumbers: true }}    | ${{ kind: 'text', text: 'Hémolysé' }}
    ${'1/40'}     | ${{ wordsInNumbers: true }}    | ${{ kind: 'ratio', text: '1/40', numerator: '1', denominator: '40' }}
    ${'2.920'}    | ${{ thousandsByPoints: true }} | ${{ kind: 'numeric', text: '2.920', value: '2920' }}
  `('NM $value is agreed with the sender to be $expected.kind', ({ value, habits, expected }) => {
    expect(readWith(habits as MessageHabits, { value: value as string }).observations[0]?.value).toEqual(expected);
  });

  it('a point before three digits is ambiguous once the message shows decimal commas', () => {
    expect(read({ value: '2.920' }, { value: '4,5' }).findings).toEqual(['error hl7-number-ambiguous OBX[1]-5']);
  });
});

describe('a unit', () => {
  it.each`
    unit              | expected                             | why
    ${'mmol/L'}       | ${{ raw: 'mmol/L', ucum: 'mmol/L' }} | ${'text'}
    ${'G/L'}          | ${{ raw: 'G/L', ucum: '10*9/L' }}    | ${'giga'}
    ${'g/L^g/L^UCUM'} | ${{ raw: 'g/L', ucum: 'g/L' }}       | ${'UCUM'}
    ${'g/dl^^UCUM'}   | ${{ raw: 'g/dl', ucum: 'g/dL' }}     | ${'nearly UCUM'}
    ${'U1^UI/L^LABO'} | ${{ raw: 'U1', ucum: '[IU]/L' }}     | ${'the code is local, the text says'}
    ${'10^9/L'}       | ${{ raw: '10^9/L', ucum: '10*9/L' }} | ${'a caret nobody escaped'}
    ${'boisseaux'}    | ${{ raw: 'boisseaux' }}              | ${'kept, not guessed'}
    ${''}             | ${undefined}                         | ${'none'}
  `('$unit ($why)', ({ unit, expected }: { unit: string; expected: object | undefined }) => {
    expect(first({ unit })?.unit).toEqual(expected);
  });

  it('that is unknown is told', () => {
    expect(read({ unit: 'boisseaux' }).findings).toEqual(['warning hl7-unit-unknown OBX[1]-6']);
  });
});

describe('a range', () => {
  it.each`
    range                  | expected
    ${'0,5 - 2'}           | ${{ text: '0,5 - 2', low: '0.5', high: '2' }}
    ${'< 5'}               | ${{ text: '< 5', high: '5' }}
    ${'0,5 - 2 mmol/L'}    | ${{ text: '0,5 - 2 mmol/L', low: '0.5', high: '2' }}
    ${'0,09 - 0,36 g/L'}   | ${{ text: '0,09 - 0,36 g/L' }}
    ${'H : 1-2 ; F : 1-3'} | ${{ text: 'H : 1-2 ; F : 1-3' }}
    ${'-'}                 | ${undefined}
    ${''}                  | ${undefined}
  `('$range', ({ range, expected }: { range: string; expected: object | undefined }) => {
    expect(first({ range, unit: 'mmol/L' })?.range).toEqual(expected);
  });

  it('of a list by sex and age is kept whole, and each interval beside it: none is chosen', () => {
    expect(first({ range: 'H : 13 - 17 ; F : 12 - 16 ; Femme enceinte : > 11', unit: 'g/dL' })).toMatchObject({
      range: { text: 'H : 13 - 17 ; F : 12 - 16 ; Femme enceinte : > 11' },
      otherRanges: [
        { text: '13 - 17', low: '13', high: '17', sex: 'M' },
        { text: '12 - 16', low: '12', high: '16', sex: 'F' },
        { text: '> 11', low: '11', sex: 'F', label: 'Femme enceinte' },
      ],
    });
    expect(first({ range: 'H : < 5~F : < 4' })?.otherRanges).toHaveLength(2);
    expect(first({ range: 'H : < 5 ; F : voir commentaire' })?.otherRanges).toBeUndefined();
  });

  it.each`
    flags  | value  | contradicts
    ${'N'} | ${'1'} | ${false}
    ${'N'} | ${'9'} | ${true}
    ${'H'} | ${'9'} | ${false}
    ${'H'} | ${'1'} | ${true}
    ${'L'} | ${'1'} | ${true}
    ${''}  | ${'9'} | ${false}
  `('flag $flags on $value between 0.5 and 2: told $contradicts, never corrected', ({ flags, value, contradicts }) => {
    const reading = read({ flags: flags as string, value: value as string, range: '0,5 - 2' });

    expect(reading.findings).toEqual(contradicts ? ['warning hl7-flag-contradicts-range OBX[1]-8'] : []);
    expect(reading.observations[0]?.interpretations).toEqual(flags ? [flags] : []);
  });
});

describe('a flag', () => {
  it.each`
    flags     | interpretations | comments
    ${'HH'}   | ${['HH']}       | ${[]}
    ${'L~A'}  | ${['L', 'A']}   | ${[]}
    ${'<'}    | ${['<']}        | ${[]}
    ${'R'}    | ${['R']}        | ${[]}
    ${''}     | ${[]}           | ${[]}
    ${'""'}   | ${[]}           | ${[]}
    ${'MS'}   | ${[]}           | ${['Indicateur du laboratoire : MS']}
    ${'*'}    | ${[]}           | ${['Indicateur du laboratoire : *']}
    ${'H~**'} | ${['H']}        | ${['Indicateur du laboratoire : **']}
  `('$flags', ({ flags, interpretations, comments }) => {
    expect(first({ flags: flags as string })).toMatchObject({ interpretations, comments });
  });
});

describe('a status', () => {
  it.each`
    status | expected
    ${'F'} | ${'final'}
    ${'C'} | ${'corrected'}
    ${'X'} | ${'cancelled'}
  `('$status is $expected', ({ status, expected }: { status: string; expected: string }) => {
    expect(first({ status })?.status).toBe(expected);
  });

  it.each`
    value                    | text
    ${''}                    | ${'Non réalisé'}
    ${'Prélèvement coagulé'} | ${'Prélèvement coagulé'}
  `('X keeps the reason "$value"', ({ value, text }: { value: string; text: string }) => {
    expect(first({ type: 'ST', status: 'X', value })?.value).toEqual({ kind: 'absent', text });
  });

  it('N was not asked: left out, and told', () => {
    const reading = read({ status: 'N', code: 'A' }, { code: 'B' });

    expect(reading.observations.map(({ code }) => code.localCode)).toEqual(['B']);
    expect(reading.findings).toEqual(['info hl7-not-asked OBX[1]-11']);
  });

  it('that nobody knows refuses the message', () => {
    expect(read({ status: 'Q' }).findings).toContain('error hl7-status-unknown OBX[1]-11');
  });

  it('left empty is the status of the order, and told', () => {
    expect(read({ status: '' }).findings).toEqual(['warning hl7-status-assumed OBX[1]-11']);
  });
});

describe('a line without type or value', () => {
  it('is a heading, kept with its notes', () => {
    const reading = read({ type: '', value: '', code: 'T^Hématies', notes: ['Sur lame.'] }, {});

    expect(reading.observations).toHaveLength(1);
    expect(reading.batteryComments).toEqual(['Hématies\nSur lame.']);
    expect(reading.findings).toEqual(['info hl7-title-line OBX[1]']);
  });
});
