import type { LoincConcept, LoincStatus } from '@segur/terminology';
import { checkConsistency, type DraftLine } from './check-consistency.js';

const concept = (code: string, property: string, change: Partial<LoincConcept> = {}): [string, LoincConcept] => [
  code,
  {
    code,
    status: 'ACTIVE',
    axes: { component: 'Glucose', property, time: 'Pt', system: 'Ser/Plas', scale: 'Qn', method: '' },
    longCommonName: code,
    exampleUcumUnits: [],
    ...change,
  },
];
const old = (status: LoincStatus) => ({ status, mapTo: [{ code: '14749-6' }] });
const concepts = new Map([
  concept('2345-7', 'MCnc'),
  concept('14749-6', 'SCnc'),
  concept('1-8', 'MCnc', old('DEPRECATED')),
  concept('20-8', 'MCnc', old('DISCOURAGED')),
  concept('24331-1', '-', { isPanel: true }),
  concept('30-7', 'MCnc', { orderOrObservation: 'Order' }),
]);
const line = (localCode: string, loinc?: string, unit?: string, specimen?: string, change: Partial<DraftLine> = {}): DraftLine => ({
  localCode,
  label: localCode,
  ...(loinc && { target: { loinc, loincLabel: loinc } }),
  ...(unit && { unit }),
  ...(specimen && { specimen }),
  ...change,
});
const said = (...lines: DraftLine[]) =>
  checkConsistency(lines, { concepts }).map(({ severity, code, location }) => `${severity} ${code} ${location}`);

describe('checkConsistency', () => {
  it('has nothing to say of two units under two codes, and of a decision to send none', () => {
    expect(said(line('GLY', '14749-6', 'mmol/L'), line('GLY', '2345-7', 'g/L'), line('LOC'))).toEqual([]);
  });

  it.each`
    what                              | lines                                                                                              | findings
    ${'unit against property'}        | ${[line('GLY', '14749-6', 'g/L')]}                                                                 | ${['error map-unit-contradicted code GLY']}
    ${'a unit of no known dimension'} | ${[line('GLY', '14749-6', 'furlong')]}                                                             | ${[]}
    ${'two codes for one line'}       | ${[line('GLY', '2345-7', 'g/L'), line('GLY', '1-8', 'g/L')]}                                       | ${['error map-ambiguous code GLY', 'warning map-target-deprecated code GLY']}
    ${'g/L and mmol/L on one code'}   | ${[line('A', '2345-7', 'g/L'), line('B', '2345-7', 'mmol/L')]}                                     | ${['error map-unit-contradicted code B', 'error map-units-incompatible code A, B']}
    ${'g/L and mg/dL on one code'}    | ${[line('A', '2345-7', 'g/L'), line('B', '2345-7', 'mg/dL')]}                                      | ${['warning map-units-differ code A, B']}
    ${'blood and urine on one code'}  | ${[line('A', '2345-7', 'g/L', 'Sérum'), line('B', '2345-7', 'g/L', 'Urines')]}                     | ${['warning map-specimens-differ code A, B']}
    ${'two names of one analysis'}    | ${[line('A', '2345-7', 'g/L', 'Sérum'), line('B', '2345-7', 'g/L', 'Plasma')]}                     | ${[]}
    ${'a deprecated code'}            | ${[line('A', '1-8', 'g/L')]}                                                                       | ${['warning map-target-deprecated code A']}
    ${'a discouraged code'}           | ${[line('A', '20-8', 'g/L')]}                                                                      | ${['warning map-target-deprecated code A']}
    ${'a panel for a result'}         | ${[line('A', '24331-1')]}                                                                          | ${['warning map-target-panel code A']}
    ${'an order for a result'}        | ${[line('A', '30-7', 'g/L')]}                                                                      | ${['warning map-target-order code A']}
    ${'a code that nobody knows'}     | ${[line('A', '2951-2', 'mmol/L')]}                                                                 | ${['warning map-target-unknown code A']}
    ${'half a panel'}                 | ${[line('A', '2345-7', 'g/L', '', { panelCode: 'P' }), line('B', '', '', '', { panelCode: 'P' })]} | ${['warning map-panel-incomplete code B']}
    ${'a panel without LOINC'}        | ${[line('A', '', '', '', { panelCode: 'P' }), line('B', '', '', '', { panelCode: 'P' })]}          | ${[]}
  `('of $what: $findings', ({ lines, findings }) => {
    expect(said(...(lines as DraftLine[]))).toEqual(findings);
  });

  it('warns of codes outside the French value set, where one is loaded', () => {
    const valueSet = new Map([['2345-7', { code: '2345-7', frenchName: 'Glucose' }]]);
    const findings = checkConsistency([line('A', '2345-7', 'g/L'), line('B', '14749-6', 'mmol/L')], { concepts, valueSet });

    expect(findings.map(({ code, location }) => `${code} ${location}`)).toEqual(['map-outside-value-set code B']);
  });
});
