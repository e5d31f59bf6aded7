import type { ObservationToCode } from '@segur/events';
import type { LocalTest } from '@segur/terminology';
import { toUcum } from '@segur/units';
import { linesInForce } from '../publish-mappings/map-line.js';
import { toEntry } from '../review-mappings/catalogue-entry.js';
import type { ReviewedEntry } from '../review-mappings/mapping-ledger.js';
import type { ReviewedMapping } from '../review-mappings/reviewed-mapping.js';
import { codeObservations } from './code-observations.js';
import { toLoincMap } from './loinc-map.js';
import { missingCodes } from './missing-codes.js';

const TODAY = '2026-11-24';
const SINCE = { status: 'validated', validFrom: '2026-01-01' } as const;

/** An analysis with what the review says of it. */
const said = (test: LocalTest, loinc: string | undefined, change: Partial<ReviewedMapping> = SINCE): ReviewedEntry => ({
  entryId: toEntry(test).entryId,
  test,
  active: true,
  mappings: [
    {
      mappingId: `${test.localCode} ${loinc}`,
      entryId: toEntry(test).entryId,
      ...(loinc && { target: { loinc, loincLabel: `label of ${loinc}` } }),
      equivalence: 'equal',
      origin: 'manual',
      author: 'mapper',
      ...(change as { status: 'validated' }),
    },
  ],
});
const glucose = (unit: string) => ({ localCode: 'GLY', label: 'Glycémie', unit, specimen: 'Plasma' });

/** A published map: what the review has in force today. */
const map = toLoincMap(
  linesInForce(
    [
      said(glucose('mmol/L'), '14749-6'),
      said({ ...glucose('g/L'), localCode: 'GLP' }, '2345-7'),
      said({ ...glucose('mmol/L'), localCode: 'GLP' }, '14749-6'),
      said({ localCode: 'PROPOSED', label: 'a', unit: 'g/L' }, '2345-7', { status: 'proposed' }),
      said({ localCode: 'REJECTED', label: 'a', unit: 'g/L' }, '2345-7', { status: 'rejected' }),
      said({ localCode: 'OBSOLETE', label: 'a', unit: 'g/L' }, '2345-7', {
        status: 'obsolete',
        validFrom: '2026-01-01',
        validTo: TODAY,
      }),
      said({ localCode: 'LATER', label: 'a', unit: 'g/L' }, '2345-7', { status: 'validated', validFrom: '2027-01-01' }),
      said({ localCode: 'LOCAL', label: 'a' }, undefined, { status: 'no_match', validFrom: '2026-01-01' }),
      said({ localCode: 'DEPRECATED', label: 'a', unit: 'mmol/L' }, '14749-6'),
    ],
    TODAY,
  ),
);

function outcome(localCode: string, unitRaw?: string, change: Partial<ObservationToCode> = {}) {
  const unit = unitRaw === undefined ? undefined : toUcum(unitRaw);
  const observation: ObservationToCode = {
    observationId: 'o',
    localCode,
    label: 'a',
    valueKind: 'numeric',
    specimen: 'Plasma',
    ...(unitRaw !== undefined && { unitRaw }),
    ...(unit !== undefined && { unit }),
    ...change,
  };
  const codings = codeObservations([observation], map);
  const [coding] = codings;
  return {
    sent: coding?.status === 'coded' ? coding.loinc : coding?.status,
    alert: missingCodes([observation], codings, map).length > 0,
  };
}

describe('loinc-transcoding.md §6, row by row', () => {
  it.each`
    row                                          | code            | unit         | change                    | sent               | alert
    ${'validated, unit as mapped'}               | ${'GLY'}        | ${'mmol/L'}  | ${{}}                     | ${'14749-6'}       | ${false}
    ${'other spelling of the same unit'}         | ${'GLY'}        | ${'mmol/l'}  | ${{}}                     | ${'14749-6'}       | ${false}
    ${'other dimension, no paired mapping'}      | ${'GLY'}        | ${'g/L'}     | ${{}}                     | ${'unit-mismatch'} | ${true}
    ${'other dimension, paired mapping'}         | ${'GLP'}        | ${'g/L'}     | ${{}}                     | ${'2345-7'}        | ${false}
    ${'giga is not gram'}                        | ${'GLP'}        | ${'G/L'}     | ${{}}                     | ${'unit-mismatch'} | ${true}
    ${'specimen differs'}                        | ${'GLY'}        | ${'mmol/L'}  | ${{ specimen: 'Urines' }} | ${'unmapped'}      | ${true}
    ${'specimen of the same kind'}               | ${'GLY'}        | ${'mmol/L'}  | ${{ specimen: 'SER' }}    | ${'14749-6'}       | ${false}
    ${'proposed only'}                           | ${'PROPOSED'}   | ${'g/L'}     | ${{}}                     | ${'unmapped'}      | ${true}
    ${'rejected'}                                | ${'REJECTED'}   | ${'g/L'}     | ${{}}                     | ${'unmapped'}      | ${true}
    ${'obsolete'}                                | ${'OBSOLETE'}   | ${'g/L'}     | ${{}}                     | ${'unmapped'}      | ${true}
    ${'in force from a later day'}               | ${'LATER'}      | ${'g/L'}     | ${{}}                     | ${'unmapped'}      | ${true}
    ${'unknown local code'}                      | ${'XYZ'}        | ${'g/L'}     | ${{}}                     | ${'unmapped'}      | ${true}
    ${'no code fits, by decision'}               | ${'LOCAL'}      | ${undefined} | ${{}}                     | ${'unmapped'}      | ${false}
    ${'ambiguous, the unit decides'}             | ${'GLP'}        | ${'mmol/L'}  | ${{}}                     | ${'14749-6'}       | ${false}
    ${'ambiguous, nothing decides'}              | ${'GLP'}        | ${undefined} | ${{ valueKind: 'text' }}  | ${'unmapped'}      | ${true}
    ${'deprecated target in force: still coded'} | ${'DEPRECATED'} | ${'mmol/L'}  | ${{}}                     | ${'14749-6'}       | ${false}
  `('$row: $sent', ({ code, unit, change, sent, alert }) => {
    expect(outcome(`${code}`, unit as string | undefined, change as Partial<ObservationToCode>)).toEqual({ sent, alert });
  });
});
