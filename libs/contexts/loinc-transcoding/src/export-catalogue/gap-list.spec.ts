import { writeGapList } from './gap-list.js';
import type { Gap } from './gap-list.query.js';

const GAP: Gap = {
  test: { localCode: 'K', label: 'Kaliémie' },
  source: 'catalogue',
  volume: null,
  sentSince: null,
  confidence: null,
  missingFacts: null,
  proposed: null,
};

describe('writeGapList', () => {
  it.each`
    what                   | change                                                                          | row
    ${'a bare code'}       | ${{}}                                                                           | ${'K;Kaliémie;;;;;;catalogue;;;;;'}
    ${'what is known'}     | ${{ test: { ...GAP.test, unit: 'mmol/L', specimen: 'Sérum', chapter: 'BIO' } }} | ${'K;Kaliémie;mmol/L;Sérum;;BIO;;catalogue;;;;;'}
    ${'how urgent it is'}  | ${{ volume: 0, sentSince: new Date('2026-11-24T09:00:00Z') }}                   | ${'K;Kaliémie;;;;;0;catalogue;2026-11-24T09:00:00.000Z;;;;'}
    ${'what to ask'}       | ${{ confidence: 'low', missingFacts: ['unit', 'specimen'] }}                    | ${'K;Kaliémie;;;;;;catalogue;;low;unit|specimen;;'}
    ${'what waits'}        | ${{ proposed: { loinc: '2823-3', label: 'Potassium' } }}                        | ${'K;Kaliémie;;;;;;catalogue;;;;2823-3;Potassium'}
    ${'a separator in it'} | ${{ test: { ...GAP.test, label: 'K ; sang' } }}                                 | ${'K;"K ; sang";;;;;;catalogue;;;;;'}
  `('writes $what', ({ change, row }: { change: Partial<Gap>; row: string }) => {
    expect(
      writeGapList([{ ...GAP, ...change }])
        .split('\n')
        .slice(1),
    ).toEqual([row, '']);
  });
});
