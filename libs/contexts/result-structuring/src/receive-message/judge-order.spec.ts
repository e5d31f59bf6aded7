import { decodeMessage } from '@segur/hl7v2';
import { SAMPLE_LABORATORY } from '@segur/laboratory';
import { judgeOrder } from './judge-order.js';
import { answersPerLine, answerTypeOf } from './order-answers.js';

const DOCTOR = '10100000001^PRESCRIPTEUR^TEST^^^^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^^^^RPPS';
const PID = 'PID|||LOC42^^^LAB-TEST^PI||NOM-TEST^PRENOM-TEST^^^^^L||19790328|F';
const ORC = `ORC|NW|PL-1^LPS-TEST||G-1^EPU|SC||||20261120081500+0100|||${DOCTOR}`;
const OBR = 'OBR|1|PL-1^LPS-TEST||2823-3^Potassium^LN';
const SPM = 'SPM|1|||119364003^Serum specimen^SCT';

function message(segments: readonly string[], event = 'O21') {
  const msh = `MSH|^~\\&|LPS-TEST|CABINET|SEGUR|LAB|20261120081500+0100||OML^${event}^OML_${event}|M1|P|2.5|||||FRA|UNICODE UTF-8`;
  return decodeMessage(Buffer.from([msh, ...segments].join('\r')));
}
const judge = (segments: readonly string[]) => judgeOrder(message(segments), SAMPLE_LABORATORY);
const linesOf = (segments: readonly string[], verdict: 'taken' | 'refused', event?: string) =>
  answersPerLine(message(segments, event), verdict).map(({ fields }) => fields);
const placer = { repetitions: [['PL-1', 'LPS-TEST']] };

describe('judgeOrder', () => {
  it('takes a new order, and knows it by its number', () => {
    expect(judge([PID, ORC, OBR, SPM])).toEqual({ status: 'taken', number: 'PL-1' });
  });

  it.each`
    what                | segments                                                   | location       | condition | code
    ${'no prescriber'}  | ${[PID, ORC.replace(DOCTOR, ''), OBR, SPM]}                | ${'ORC[1]-12'} | ${101}    | ${'hl7-required'}
    ${'no examination'} | ${[PID, ORC, OBR.replace('2823-3^Potassium^LN', ''), SPM]} | ${'OBR[1]-4'}  | ${101}    | ${'hl7-required'}
    ${'a cancellation'} | ${[PID, 'ORC|CA|PL-1^LPS-TEST']}                           | ${'ORC[1]-1'}  | ${207}    | ${'order-cancel-not-taken'}
    ${'a change'}       | ${[PID, ORC.replace('NW', 'XO'), OBR, SPM]}                | ${'ORC[1]-1'}  | ${207}    | ${'order-change-not-taken'}
    ${'a replacement'}  | ${[PID, ORC.replace('NW', 'RP'), OBR, SPM]}                | ${'ORC[1]-1'}  | ${207}    | ${'order-change-not-taken'}
    ${'a status'}       | ${[PID, ORC.replace('NW', 'SC'), OBR, SPM]}                | ${'ORC[1]-1'}  | ${207}    | ${'hl7-order-control-not-read'}
  `('refuses $what at $location: $code', ({ segments, location, condition, code }) => {
    expect(judge(segments)).toMatchObject({
      status: 'refused',
      errors: [{ location, condition, diagnostic: expect.stringContaining(`${code}:`) as string }],
    });
  });
});

describe('answersPerLine', () => {
  it('says of each line what became of it, under its own numbers', () => {
    const second = ORC.replace('PL-1', 'PL-2').replace('||G-1', '|F-2|G-1');

    expect(linesOf([PID, ORC, OBR, second, OBR], 'taken')).toEqual([
      ['OK', placer, undefined, { repetitions: [['G-1', 'EPU']] }],
      ['OK', { repetitions: [['PL-2', 'LPS-TEST']] }, { repetitions: [['F-2']] }, { repetitions: [['G-1', 'EPU']] }],
    ]);
  });

  it.each(['NW UA', 'CA UC', 'XO UX', 'RP UM', 'RU UM', 'RO UM', 'ZZ UA'])('refuses: %s', (pair) => {
    const [asked = '', answer] = pair.split(' ');

    expect(linesOf([PID, `ORC|${asked}|PL-1^LPS-TEST`], 'refused')).toEqual([[answer, placer, undefined, undefined]]);
  });

  it.each(['O33', 'O35'])('leaves lines out of the answer to %s', (event) => {
    expect(linesOf([PID, SPM, ORC, OBR], 'taken', event)).toEqual([]);
  });
});

describe('answerTypeOf', () => {
  it.each`
    code     | event    | type
    ${'OML'} | ${'O21'} | ${['ORL', 'O22', 'ORL_O22']}
    ${'OML'} | ${'O33'} | ${['ORL', 'O34', 'ORL_O34']}
    ${'OML'} | ${'O35'} | ${['ORL', 'O36', 'ORL_O36']}
    ${'OML'} | ${'O99'} | ${undefined}
    ${'ORU'} | ${'R01'} | ${undefined}
  `('of $code^$event is $type', ({ code, event, type }) => {
    expect(answerTypeOf({ messageCode: code, triggerEvent: event } as Parameters<typeof answerTypeOf>[0])).toEqual(type);
  });
});
