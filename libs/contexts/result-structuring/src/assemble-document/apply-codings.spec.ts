import { observationsOf } from '@segur/laboratory';
import { bareObservation, report } from '@segur/testing';
import { applyCodings } from './apply-codings.js';

const observations = ['GLY', 'XYZ'].map((code) => bareObservation(code, { kind: 'text', text: 'vu' }));
const sent = report()
  .withObservations(...observations)
  .build();

describe('applyCodings', () => {
  it('codes what is coded, and leaves the rest', () => {
    const coded = applyCodings(sent, [
      { status: 'coded', observationId: 'obs-GLY', loinc: '14749-6', loincLabel: 'Glucose' },
      { status: 'unmapped', observationId: 'obs-XYZ' },
    ]);

    expect(observationsOf(coded).map(({ loinc }) => loinc)).toEqual([{ code: '14749-6', label: 'Glucose' }, undefined]);
  });
});
