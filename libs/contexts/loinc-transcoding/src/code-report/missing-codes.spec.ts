import type { Coding, ObservationToCode } from '@segur/events';
import { missingCodes } from './missing-codes.js';

const observation = (localCode: string, unitRaw?: string): ObservationToCode => ({
  observationId: localCode,
  localCode,
  label: `label of ${localCode}`,
  valueKind: 'numeric',
  ...(unitRaw && { unitRaw }),
});
const coding = (status: 'unmapped' | 'unit-mismatch'): Coding => ({ status, observationId: 'o' });

describe('missingCodes', () => {
  it('names each code once, in a stable order', () => {
    const observations = [observation('B'), observation('A', 'g/L'), observation('B', 'mg/L')];

    expect(
      missingCodes(
        observations,
        observations.map(() => coding('unmapped')),
        new Map(),
      ).map(({ localCode }) => localCode),
    ).toEqual(['A', 'B']);
  });

  it('names a code once per unit when the unit is the trouble', () => {
    const observations = [observation('A', 'g/L'), observation('A', 'mg/L'), observation('A', 'g/L')];
    const map = new Map([['A', [{ target: { loinc: '14749-6', loincLabel: 'Glucose' }, unit: 'mmol/L' }]]]);

    expect(
      missingCodes(
        observations,
        observations.map(() => coding('unit-mismatch')),
        map,
      ).map(({ unitRaw }) => unitRaw),
    ).toEqual(['g/L', 'mg/L']);
  });

  it('does not name a code that is sent without LOINC by decision', () => {
    expect(missingCodes([observation('A')], [coding('unmapped')], new Map([['A', [{}]]]))).toEqual([]);
  });

  it('names nothing when everything is coded', () => {
    const coded: Coding = { status: 'coded', observationId: 'o', loinc: '14749-6', loincLabel: 'Glucose' };

    expect(missingCodes([observation('A')], [coded], new Map())).toEqual([]);
  });
});
