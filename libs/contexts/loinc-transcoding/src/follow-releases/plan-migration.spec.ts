import { compareReleases, type LocalTest, type LoincConcept } from '@segur/terminology';
import { toEntry } from '../review-mappings/catalogue-entry.js';
import type { ReviewedEntry } from '../review-mappings/mapping-ledger.js';
import type { ReviewedMapping } from '../review-mappings/reviewed-mapping.js';
import { codesInForce, proposeMigration, touchedMappings } from './plan-migration.js';

const TODAY = '2026-11-24';
const concept = (code: string, property: string, change: Partial<LoincConcept> = {}): LoincConcept => ({
  code,
  status: 'ACTIVE',
  axes: { component: 'Glucose', property, time: 'Pt', system: 'Ser/Plas', scale: 'Qn', method: '' },
  longCommonName: `name of ${code}`,
  exampleUcumUnits: [],
  ...change,
});
const referenceOf = (release: string, ...concepts: LoincConcept[]) => ({
  release,
  concepts: new Map(concepts.map((it) => [it.code, it])),
});
const before = referenceOf('2.77', concept('2345-7', 'MCnc'), concept('2951-2', 'SCnc'), concept('1751-7', 'MCnc'));
const deprecated = (...codes: string[]) => ({ status: 'DEPRECATED', mapTo: codes.map((code) => ({ code })) }) as const;

let ids = 0;
const used = (test: LocalTest, loinc: string, ...more: Partial<ReviewedMapping>[]): ReviewedEntry => ({
  entryId: toEntry(test).entryId,
  test,
  active: true,
  mappings: [{ status: 'validated', validFrom: '2026-01-01' } as const, ...more].map((change) => ({
    mappingId: `m${(ids += 1)}`,
    entryId: toEntry(test).entryId,
    target: { loinc, loincLabel: loinc },
    equivalence: 'equal',
    origin: 'manual',
    author: 'a',
    ...(change as { status: 'validated' }),
  })),
});
const GLY: LocalTest = { localCode: 'GLY', label: 'Glycémie', unit: 'g/L', volume12m: 500 };
const successor = { loinc: '14771-0', loincLabel: 'x' };

function plan(entries: readonly ReviewedEntry[], ...concepts: LoincConcept[]) {
  const after = referenceOf(
    '2.78',
    ...[...before.concepts.values()].filter(({ code }) => !concepts.some((it) => it.code === code)),
    ...concepts,
  );
  const inForce = codesInForce(entries, TODAY);
  const touched = touchedMappings(compareReleases(before, after, [...inForce.keys()]), inForce);
  const deeds = proposeMigration(touched, new Map(entries.map((entry) => [entry.entryId, entry])), {
    reference: after,
    newId: () => 'new',
  });
  return { touched, deeds };
}

describe('a new release of LOINC', () => {
  it('proposes the one code that replaces another, to each analysis that has it', () => {
    const entries = [used(GLY, '2345-7'), used({ ...GLY, localCode: 'GLJ', volume12m: 20 }, '2345-7')];
    const { touched, deeds } = plan(entries, concept('2345-7', 'MCnc', deprecated('14771-0')), concept('14771-0', 'MCnc'));

    expect(touched).toMatchObject([
      { loinc: '2345-7', change: 'deprecated-replaced', volume: 520, entries: [{ localCode: 'GLY' }, { localCode: 'GLJ' }] },
    ]);
    expect(deeds).toMatchObject([
      {
        deed: 'proposed',
        mapping: {
          status: 'proposed',
          origin: 'release-migration',
          target: { loinc: '14771-0' },
          evidence: { loincRelease: '2.78' },
        },
      },
      { deed: 'proposed' },
    ]);
  });

  it.each`
    why                           | entry                                                             | change                                 | action
    ${'several codes replace it'} | ${used(GLY, '2345-7')}                                            | ${deprecated('14771-0', '1751-7')}     | ${'review'}
    ${'nothing replaces it'}      | ${used(GLY, '2345-7')}                                            | ${deprecated()}                        | ${'review'}
    ${'it is discouraged'}        | ${used(GLY, '2345-7')}                                            | ${{ status: 'DISCOURAGED' }}           | ${'warn'}
    ${'its property changed'}     | ${used(GLY, '2345-7')}                                            | ${{ axes: concept('x', 'SCnc').axes }} | ${'review'}
    ${'only its name changed'}    | ${used(GLY, '2345-7')}                                            | ${{ longCommonName: 'another' }}       | ${'new-display'}
    ${'the unit contradicts it'}  | ${used({ ...GLY, unit: 'mmol/L' }, '2345-7')}                     | ${deprecated('14771-0')}               | ${'propose-migration'}
    ${'it was rejected'}          | ${used(GLY, '2345-7', { status: 'rejected', target: successor })} | ${deprecated('14771-0')}               | ${'propose-migration'}
    ${'it is proposed already'}   | ${used(GLY, '2345-7', { status: 'proposed', target: successor })} | ${deprecated('14771-0')}               | ${'propose-migration'}
  `('proposes nothing where $why', ({ entry, change, action }) => {
    const { touched, deeds } = plan(
      [entry as ReviewedEntry],
      concept('2345-7', 'MCnc', change as object),
      concept('14771-0', 'MCnc'),
    );

    expect(touched.map((it) => it.action)).toEqual([action]);
    expect(deeds).toEqual([]);
  });

  it('says nothing of codes that are not in use, or no longer', () => {
    const ended = used(GLY, '2345-7', {});
    const entries = [{ ...ended, mappings: ended.mappings.map((it) => ({ ...it, validTo: TODAY })) }];

    expect(plan(entries, concept('2345-7', 'MCnc', deprecated('14771-0'))).touched).toEqual([]);
  });
});
