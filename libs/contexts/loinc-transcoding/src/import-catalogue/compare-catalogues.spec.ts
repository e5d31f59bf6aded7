import type { LocalTest } from '@segur/terminology';
import { toEntry } from '../review-mappings/catalogue-entry.js';
import { compareCatalogues, type EntrySource, type KnownEntry } from './compare-catalogues.js';

const GLY: LocalTest = { localCode: 'GLY', label: 'Glycémie', unit: 'g/L', specimen: 'Plasma' };
const NA: LocalTest = { localCode: 'NA', label: 'Sodium', unit: 'mmol/L' };
const known = (test: LocalTest, source: EntrySource = 'catalogue'): KnownEntry => ({ ...toEntry(test), source });

describe('compareCatalogues', () => {
  it.each`
    what                                       | before                     | after                                | counts          | fields
    ${'a first import'}                        | ${[]}                      | ${[GLY, NA]}                         | ${[2, 0, 0, 0]} | ${undefined}
    ${'the same again'}                        | ${[known(GLY), known(NA)]} | ${[NA, GLY]}                         | ${[0, 0, 0, 2]} | ${undefined}
    ${'a line that stands twice'}              | ${[known(GLY)]}            | ${[GLY, GLY]}                        | ${[0, 0, 0, 1]} | ${undefined}
    ${'another volume'}                        | ${[known(GLY)]}            | ${[{ ...GLY, volume12m: 12 }]}       | ${[0, 0, 0, 1]} | ${undefined}
    ${'another unit'}                          | ${[known(GLY)]}            | ${[{ ...GLY, unit: 'mmol/L' }]}      | ${[0, 1, 0, 0]} | ${['unit']}
    ${'a second unit'}                         | ${[known(GLY)]}            | ${[GLY, { ...GLY, unit: 'mmol/L' }]} | ${[0, 1, 0, 0]} | ${['unit']}
    ${'giga for gram'}                         | ${[known(GLY)]}            | ${[{ ...GLY, unit: 'G/L' }]}         | ${[0, 1, 0, 0]} | ${['unit']}
    ${'a removed code'}                        | ${[known(GLY), known(NA)]} | ${[NA]}                              | ${[0, 0, 1, 1]} | ${undefined}
    ${'a code that only a map has'}            | ${[known(GLY, 'map')]}     | ${[NA]}                              | ${[1, 0, 0, 0]} | ${undefined}
    ${'a code met in reports, now catalogued'} | ${[known(GLY, 'report')]}  | ${[{ ...GLY, label: 'Glucose' }]}    | ${[0, 1, 0, 0]} | ${['label']}
  `('$what: $counts', ({ before, after, counts, fields }) => {
    const { counts: found, codes } = compareCatalogues(before as KnownEntry[], after as LocalTest[]);

    expect([found.new, found.changed, found.removed, found.unchanged]).toEqual(counts);
    expect(codes.find(({ kind }) => kind === 'changed')?.fields).toEqual(fields);
  });

  it('ends the meaning that changed and begins the new one', () => {
    const after = { ...GLY, unit: 'mmol/L' };
    const { enter, leave, keep } = compareCatalogues([known(GLY), known(NA)], [after]);

    expect(enter).toEqual([toEntry(after)]);
    expect(keep).toEqual([]);
    expect(leave).toEqual([
      { entryId: toEntry(GLY).entryId, reason: 'catalogue-changed' },
      { entryId: toEntry(NA).entryId, reason: 'catalogue-removed' },
    ]);
  });

  it.each`
    what                          | before          | after                                                       | finding
    ${'two meanings of one line'} | ${[]}           | ${[GLY, { ...GLY, label: 'Glucose' }]}                      | ${'error catalogue-repeated analysis 2'}
    ${'spellings of one unit'}    | ${[]}           | ${[GLY, { ...GLY, unit: 'g/l', label: 'Glucose' }]}         | ${'error catalogue-repeated analysis 2'}
    ${'a code used again'}        | ${[known(GLY)]} | ${[{ localCode: 'GLY', label: 'Glycine', unit: 'µmol/L' }]} | ${'warning catalogue-code-reused code GLY'}
  `('remarks on $what', ({ before, after, finding }) => {
    const { findings } = compareCatalogues(before as KnownEntry[], after as LocalTest[]);

    expect(findings.map(({ severity, code, location }) => `${severity} ${code} ${location}`)).toEqual([finding]);
  });
});
