import type { Coding } from '@segur/events';
import { observationsOf } from '@segur/laboratory';
import { bareObservation, report } from '@segur/testing';
import { arbitraryReport } from '@segur/testing/arbitrary-report';
import fc from 'fast-check';
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

  it('codes every result of any report, wherever it stands, and changes nothing else', () => {
    const loinc = { code: '14749-6', label: 'Glucose' };
    fc.assert(
      fc.property(arbitraryReport(), (made) => {
        const codings = observationsOf(made).map(({ observationId }): Coding => ({
          status: 'coded',
          observationId,
          loinc: loinc.code,
          loincLabel: loinc.label,
        }));
        const coded = applyCodings(made, codings);

        expect(observationsOf(coded)).toEqual(observationsOf(made).map((observation) => ({ ...observation, loinc })));
        expect(applyCodings(made, [])).toEqual(made);
      }),
      { numRuns: 30 },
    );
  });
});
