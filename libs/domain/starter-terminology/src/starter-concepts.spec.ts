import { hasRightCheckDigit } from '@segur/laboratory';
import { STARTER_CONCEPTS } from './starter-concepts.js';
import { STARTER_NOTICE } from './starter-notice.js';

/** What a unit must look like for a property: the pairs of loinc-transcoding.md §7.3. */
const UNITS: Readonly<Record<string, RegExp>> = {
  MCnc: /^([mun]?g\/([md]?L)|ng\/mL\/h|%)$/,
  SCnc: /^[mnpu]?mol\/L$/,
  CCnc: /^(U\/L|ng\/mL\/h)$/,
  ACnc: /^(([km]?\[IU\]|k?U|\[beth'U\])\/(L|mL)|\[beth'U\]|\{Index_val\})$/,
  NCnc: /^(10\*\d+\/m?L|\/[mu]L|\{copies\}\/mL)$/,
  NFr: /^%$/,
  MFr: /^(%|mmol\/mol)$/,
  VFr: /^(%|L\/L)$/,
  RelCCnc: /^%$/,
  MRat: /^[mu]?g\/\(24\.h\)$/,
  SRat: /^mmol\/\(24\.h\)$/,
  MRto: /^(mg\/g\{creat\}|\{ratio\})$/,
  SRto: /^mg\/mmol\{creat\}$/,
  MCnt: /^ug\/g$/,
  PPres: /^(mm\[Hg\]|kPa)$/,
  Osmol: /^mosm\/kg$/,
  EntVol: /^fL$/,
  EntMass: /^pg$/,
  Time: /^(s|min)$/,
  VRat: /^mL\/min$/,
  ArVRat: /^mL\/min\/\{1\.73_m2\}$/,
  LsCnc: /^\[pH\]$/,
};

describe('STARTER_CONCEPTS', () => {
  it('are more than 400, each code once', () => {
    expect(STARTER_CONCEPTS.length).toBeGreaterThan(400);
    expect(new Set(STARTER_CONCEPTS.map(({ code }) => code)).size).toBe(STARTER_CONCEPTS.length);
  });

  it('have a right check digit', () => {
    expect(STARTER_CONCEPTS.filter(({ code }) => !hasRightCheckDigit(code))).toEqual([]);
  });

  it('have a LOINC name, a component, a property, a time and a scale', () => {
    const needed = ({ longCommonName, axes: { component, property, time, scale } }: (typeof STARTER_CONCEPTS)[number]) =>
      [longCommonName, component, property, time, scale].every((text) => text !== '');

    expect(STARTER_CONCEPTS.filter((concept) => !needed(concept))).toEqual([]);
  });

  it('have French terms, none of them empty or twice', () => {
    const wrong = STARTER_CONCEPTS.filter(
      ({ frenchTerms = [] }) =>
        frenchTerms.length === 0 || frenchTerms.includes('') || new Set(frenchTerms).size < frenchTerms.length,
    );

    expect(wrong).toEqual([]);
  });

  it('have units that fit their property', () => {
    const misfits = STARTER_CONCEPTS.flatMap(({ code, axes: { property }, exampleUcumUnits }) =>
      exampleUcumUnits.filter((unit) => UNITS[property]?.test(unit) === false).map((unit) => `${code} ${property} ${unit}`),
    );

    expect(misfits).toEqual([]);
  });

  it('have a unit when they are numbers with a dimension', () => {
    const units = /^(MCnc|SCnc|CCnc|NCnc|NFr|MFr|VFr|MRat|SRat|PPres|Osmol|EntVol|EntMass|VRat|ArVRat)$/;

    expect(
      STARTER_CONCEPTS.filter(({ axes, exampleUcumUnits }) => units.test(axes.property) && exampleUcumUnits.length === 0),
    ).toEqual([]);
  });

  it.each`
    code         | why                        | expected
    ${'14749-6'} | ${'a molar concentration'} | ${{ axes: { component: 'Glucose', property: 'SCnc', time: 'Pt', system: 'Ser/Plas', scale: 'Qn', method: '' } }}
    ${'3016-3'}  | ${'an official name'}      | ${{ frenchName: 'Thyréostimuline [Arbitraire/Volume] Sérum/Plasma ; Numérique' }}
    ${'24331-1'} | ${'a panel'}               | ${{ isPanel: true }}
    ${'18928-2'} | ${'an antibiotic'}         | ${{ axes: { property: 'Susc', system: 'Isolate', scale: 'OrdQn' } }}
  `('holds $why', ({ code, expected }: { code: string; expected: object }) => {
    expect(STARTER_CONCEPTS.find((concept) => concept.code === code)).toMatchObject(expected);
  });

  it('names no official French name where none is known', () => {
    expect(STARTER_CONCEPTS.find(({ code }) => code === '2532-0')).not.toHaveProperty('frenchName');
  });
});

describe('STARTER_NOTICE', () => {
  it('names the owner and the licence of LOINC', () => {
    expect(STARTER_NOTICE).toMatch(/Regenstrief.*http:\/\/loinc\.org\/license/);
  });
});
