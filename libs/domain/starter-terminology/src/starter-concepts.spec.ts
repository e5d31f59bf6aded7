import { hasRightCheckDigit } from '@segur/laboratory';
import { propertiesOfUnit } from '@segur/terminology';
import { STARTER_CONCEPTS } from './starter-concepts.js';
import { STARTER_NOTICE } from './starter-notice.js';

/** Units of which `propertiesOfUnit` says nothing. */
const OTHER_UNITS = ['{relative}', '{Index_val}', 'ng/mL/h', 'L/L', '/100{WBCs}'];

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
      exampleUcumUnits
        // The MIC of an antibiotic is a concentration, and its property is the susceptibility that it tells.
        .filter((unit) => property !== 'Susc' && !OTHER_UNITS.includes(unit) && !propertiesOfUnit(unit)?.has(property))
        .map((unit) => `${code} ${property} ${unit}`),
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
