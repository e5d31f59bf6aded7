import type { ObservationToCode } from '@segur/events';
import { codeObservations, type LoincMap } from './code-observations.js';

const line = (loinc: string, unit?: string, specimen?: string) => ({
  target: { loinc, loincLabel: `label of ${loinc}` },
  ...(unit && { unit }),
  ...(specimen && { specimen }),
});

const map: LoincMap = new Map([
  ['GLY', [line('14749-6', 'mmol/L', 'Sérum'), line('2345-7', 'g/L', 'Sérum'), line('15076-3', 'mmol/L', 'Urines')]],
  ['HBS', [line('5196-1')]],
  ['INR', [line('6301-6', '{INR}')]],
  ['TWIN', [line('1-8', 'g/L'), line('20-8', 'g/L')]],
]);

const observation = (given: Partial<ObservationToCode>): ObservationToCode => ({
  observationId: 'o1',
  localCode: 'GLY',
  label: 'Glycémie',
  valueKind: 'numeric',
  ...given,
});

describe('codeObservations', () => {
  it.each`
    localCode | unit         | unitRaw      | specimen     | valueKind    | status             | loinc
    ${'GLY'}  | ${'mmol/L'}  | ${'mmol/l'}  | ${'SER'}     | ${'numeric'} | ${'coded'}         | ${'14749-6'}
    ${'GLY'}  | ${'g/L'}     | ${'g/l'}     | ${'SER'}     | ${'numeric'} | ${'coded'}         | ${'2345-7'}
    ${'GLY'}  | ${'mmol/L'}  | ${'mmol/l'}  | ${'UR'}      | ${'numeric'} | ${'coded'}         | ${'15076-3'}
    ${'GLY'}  | ${'mg/dL'}   | ${'mg/dl'}   | ${'SER'}     | ${'numeric'} | ${'unit-mismatch'} | ${undefined}
    ${'GLY'}  | ${undefined} | ${'mg %'}    | ${'SER'}     | ${'numeric'} | ${'unit-mismatch'} | ${undefined}
    ${'GLY'}  | ${undefined} | ${undefined} | ${'LCR'}     | ${'numeric'} | ${'unmapped'}      | ${undefined}
    ${'GLY'}  | ${'mmol/L'}  | ${'mmol/l'}  | ${undefined} | ${'numeric'} | ${'unmapped'}      | ${undefined}
    ${'HBS'}  | ${undefined} | ${undefined} | ${'SER'}     | ${'coded'}   | ${'coded'}         | ${'5196-1'}
    ${'HBS'}  | ${undefined} | ${'mUI/mL'}  | ${'SER'}     | ${'numeric'} | ${'unit-mismatch'} | ${undefined}
    ${'INR'}  | ${undefined} | ${undefined} | ${undefined} | ${'numeric'} | ${'coded'}         | ${'6301-6'}
    ${'TWIN'} | ${'g/L'}     | ${'g/L'}     | ${undefined} | ${'numeric'} | ${'unmapped'}      | ${undefined}
    ${'XYZ'}  | ${'mmol/L'}  | ${'mmol/l'}  | ${'SER'}     | ${'numeric'} | ${'unmapped'}      | ${undefined}
  `('$localCode in $unit, sent $unitRaw, from $specimen is $status', ({ status, loinc, ...given }) => {
    const [coding] = codeObservations([observation(given as Partial<ObservationToCode>)], map);

    expect({ status: coding?.status, loinc: coding?.status === 'coded' ? coding.loinc : undefined }).toEqual({ status, loinc });
  });

  it('does not code a bare number whose line has a unit, and codes a text', () => {
    const only: LoincMap = new Map([['GLY', [line('14749-6', 'mmol/L')]]]);

    expect(codeObservations([observation({})], only)[0]?.status).toBe('unit-mismatch');
    expect(codeObservations([observation({ valueKind: 'text' })], only)[0]?.status).toBe('coded');
  });

  it('keeps the local code where a biologist decided so', () => {
    expect(codeObservations([observation({ localCode: 'LOCAL' })], new Map([['LOCAL', [{}]]]))[0]?.status).toBe('unmapped');
  });

  it('answers once per observation, in their order', () => {
    const observations = ['XYZ', 'HBS', 'XYZ'].map((localCode, index) => observation({ observationId: `o${index}`, localCode }));

    expect(codeObservations(observations, map).map(({ observationId }) => observationId)).toEqual(['o0', 'o1', 'o2']);
  });
});
