import type { LocalTest } from '@segur/terminology';
import { toEntry } from '../review-mappings/catalogue-entry.js';
import type { ReviewedEntry } from '../review-mappings/mapping-ledger.js';
import type { ReviewedMapping } from '../review-mappings/reviewed-mapping.js';
import { importLines, type ImportTerms } from './import-lines.js';
import type { MapLine } from './map-line.js';

const GLUCOSE = { loinc: '2345-7', loincLabel: 'Glucose' };
const test: LocalTest = { localCode: 'GLY', label: 'Glycémie', unit: 'g/l' };
const entry = (...mappings: Partial<ReviewedMapping>[]): ReviewedEntry => ({
  entryId: toEntry(test).entryId,
  test,
  active: true,
  mappings: mappings.map((change, index) => ({
    mappingId: `m${index}`,
    entryId: toEntry(test).entryId,
    status: 'proposed',
    target: GLUCOSE,
    equivalence: 'equal',
    origin: 'manual',
    author: 'mapper',
    ...change,
  })),
});
const line = (change: Partial<MapLine> = {}): MapLine => ({
  localCode: 'GLY',
  label: 'Glycémie',
  unit: 'g/L',
  target: GLUCOSE,
  ...change,
});
const TERMS: ImportTerms = { by: 'dr', signed: true, fourEyes: false, day: '2026-11-24', hasCatalogue: true, newId: () => 'new' };
const validated = { status: 'validated', validFrom: '2026-01-01' } as const;

describe('importLines', () => {
  it.each`
    what                                  | before                           | lines                                                        | terms                                     | deeds                                    | parked
    ${'signed lines are validated'}       | ${entry()}                       | ${[line()]}                                                  | ${{}}                                     | ${['proposed', 'validated']}             | ${[]}
    ${'others are proposed'}              | ${entry()}                       | ${[line()]}                                                  | ${{ signed: false }}                      | ${['proposed']}                          | ${[]}
    ${'what is in force stays'}           | ${entry(validated)}              | ${[line()]}                                                  | ${{}}                                     | ${[]}                                    | ${[]}
    ${'another code replaces it'}         | ${entry(validated)}              | ${[line({ target: { loinc: '14749-6', loincLabel: 'x' } })]} | ${{}}                                     | ${['proposed', 'obsolete', 'validated']} | ${[]}
    ${'a rejected code stays rejected'}   | ${entry({ status: 'rejected' })} | ${[line()]}                                                  | ${{}}                                     | ${[]}                                    | ${['map-line-rejected']}
    ${'an unknown code is left aside'}    | ${entry()}                       | ${[line({ localCode: 'XYZ' })]}                              | ${{}}                                     | ${[]}                                    | ${['map-line-unknown']}
    ${'another unit is left aside'}       | ${entry()}                       | ${[line({ unit: 'mmol/L' })]}                                | ${{}}                                     | ${[]}                                    | ${['map-line-unknown']}
    ${'another label is left aside'}      | ${entry()}                       | ${[line({ label: 'Glycosurie' })]}                           | ${{}}                                     | ${[]}                                    | ${['map-line-relabelled']}
    ${'case and blanks are no change'}    | ${entry()}                       | ${[line({ label: ' GLYCÉMIE ' })]}                           | ${{ signed: false }}                      | ${['proposed']}                          | ${[]}
    ${'a line may say no label'}          | ${entry()}                       | ${[line({ label: '' })]}                                     | ${{ signed: false }}                      | ${['proposed']}                          | ${[]}
    ${'a map can be the first catalogue'} | ${entry()}                       | ${[line({ localCode: 'XYZ' })]}                              | ${{ hasCatalogue: false, signed: false }} | ${['proposed']}                          | ${[]}
    ${'four eyes hold for imports too'}   | ${entry({ author: 'dr' })}       | ${[line()]}                                                  | ${{ fourEyes: true }}                     | ${[]}                                    | ${['mapping-four-eyes']}
  `('$what', ({ before, lines, terms, deeds, parked }) => {
    const imported = importLines([before as ReviewedEntry], lines as MapLine[], { ...TERMS, ...(terms as Partial<ImportTerms>) });

    expect(imported.deeds.map(({ deed }) => deed)).toEqual(deeds);
    expect(imported.findings.map(({ code }) => code)).toEqual(parked);
  });
});
