import { compareReleases } from './compare-releases.js';
import type { LoincConcept } from './loinc-concept.js';

const GLUCOSE: LoincConcept = {
  code: '2345-7',
  status: 'ACTIVE',
  axes: { component: 'Glucose', property: 'MCnc', time: 'Pt', system: 'Ser/Plas', scale: 'Qn', method: '' },
  longCommonName: 'Glucose [Mass/volume] in Serum or Plasma',
  frenchName: 'Glucose [Masse/Volume] Sérum/Plasma ; Numérique',
  exampleUcumUnits: ['mg/dL'],
};
const ENTRY = { code: '2345-7', frenchName: 'Glucose' };
const to = (...codes: string[]) => ({ mapTo: codes.map((code) => ({ code })) });

const state = (concepts: readonly LoincConcept[], entries?: readonly (typeof ENTRY)[]) => ({
  concepts: new Map(concepts.map((concept) => [concept.code, concept])),
  ...(entries && { valueSet: new Map(entries.map((entry) => [entry.code, entry])) }),
});

describe('compareReleases', () => {
  it.each`
    why                           | change                                                        | expected                 | action                 | successors
    ${'one code replaces it'}     | ${{ status: 'DEPRECATED', ...to('14749-6') }}                 | ${'deprecated-replaced'} | ${'propose-migration'} | ${['14749-6']}
    ${'several codes replace it'} | ${{ status: 'DEPRECATED', ...to('14749-6', '2339-0') }}       | ${'deprecated-several'}  | ${'review'}            | ${['14749-6', '2339-0']}
    ${'nothing replaces it'}      | ${{ status: 'DEPRECATED' }}                                   | ${'deprecated-several'}  | ${'review'}            | ${[]}
    ${'it is discouraged'}        | ${{ status: 'DISCOURAGED', ...to('14749-6') }}                | ${'discouraged'}         | ${'warn'}              | ${['14749-6']}
    ${'its property changed'}     | ${{ axes: { ...GLUCOSE.axes, property: 'SCnc' } }}            | ${'part-changed'}        | ${'review'}            | ${[]}
    ${'its method changed'}       | ${{ axes: { ...GLUCOSE.axes, method: 'Glucometer' } }}        | ${'refined'}             | ${'warn'}              | ${[]}
    ${'its English name changed'} | ${{ longCommonName: 'Glucose [Mass/volume] in Ser/Plas' }}    | ${'label-changed'}       | ${'new-display'}       | ${[]}
    ${'its French name changed'}  | ${{ frenchName: 'Glucose [Masse/Volume] Sérum ; Numérique' }} | ${'label-changed'}       | ${'new-display'}       | ${[]}
  `('$why: $expected, $action', ({ change, expected, action, successors }) => {
    const touched = compareReleases(state([GLUCOSE]), state([{ ...GLUCOSE, ...change }]), ['2345-7']);

    expect(touched).toMatchObject([{ code: '2345-7', change: expected, action }]);
    expect(touched[0]?.successors.map(({ code }) => code)).toEqual(successors);
  });

  it('says nothing of a code that stayed, of one that nobody knows, and of one that was deprecated already', () => {
    const deprecated = { ...GLUCOSE, code: '1-8', status: 'DEPRECATED' } as const;

    expect(compareReleases(state([GLUCOSE, deprecated]), state([GLUCOSE, deprecated]), ['2345-7', '1-8', '9999-9'])).toEqual([]);
  });

  it('says that a code is gone from the release, or from the value set', () => {
    expect(compareReleases(state([GLUCOSE]), state([]), ['2345-7'])).toMatchObject([{ change: 'deleted', action: 'review' }]);
    expect(compareReleases(state([GLUCOSE], [ENTRY]), state([GLUCOSE], []), ['2345-7'])).toMatchObject([
      { change: 'left-value-set', action: 'review' },
    ]);
    expect(compareReleases(state([GLUCOSE], [ENTRY]), state([GLUCOSE]), ['2345-7'])).toEqual([]);
  });

  it('says that the value set has a new label', () => {
    const renamed = { ...ENTRY, frenchName: 'Glucose sanguin' };

    expect(compareReleases(state([GLUCOSE], [ENTRY]), state([GLUCOSE], [renamed]), ['2345-7'])).toMatchObject([
      { change: 'label-changed' },
    ]);
  });

  it('answers once for a code, the gravest first', () => {
    const after = { ...GLUCOSE, status: 'DEPRECATED', longCommonName: 'Glucose', ...to('14749-6') } as const;
    const touched = compareReleases(state([GLUCOSE], [ENTRY]), state([after], []), ['2345-7', '2345-7']);

    expect(touched).toHaveLength(1);
    expect(touched[0]?.changes).toEqual(['deprecated-replaced', 'left-value-set', 'label-changed']);
  });

  it('names what changed', () => {
    const axes = { ...GLUCOSE.axes, system: 'Ser', time: '24H' };

    expect(compareReleases(state([GLUCOSE]), state([{ ...GLUCOSE, axes }]), ['2345-7'])[0]?.changedAxes).toEqual([
      'time',
      'system',
    ]);
  });

  it('suggests new codes that add a method to one without', () => {
    const byStrip = { ...GLUCOSE, code: '2340-8', axes: { ...GLUCOSE.axes, method: 'Test strip' } };
    const known = { ...byStrip, code: '2341-6' };

    expect(compareReleases(state([GLUCOSE, known]), state([GLUCOSE, known, byStrip]), ['2345-7', '2341-6'])).toMatchObject([
      { code: '2345-7', change: 'more-specific', action: 'suggest', successors: [{ code: '2340-8' }] },
    ]);
  });
});
