import type { LocalTest } from '@segur/terminology';
import { toEntry } from '../review-mappings/catalogue-entry.js';
import type { ReviewedEntry } from '../review-mappings/mapping-ledger.js';
import { afterDeed } from '../review-mappings/mapping-moves.js';
import type { ReviewedMapping } from '../review-mappings/reviewed-mapping.js';
import { adoptLines } from './adopt-lines.js';
import { linesInForce, type MapLine } from './map-line.js';

const DAY = '2026-11-24';
const UREA: LocalTest = { localCode: 'UREE', label: 'Urée', unit: 'mmol/l', specimen: 'Sérum' };
const line = (localCode: string, loinc?: string, unit?: string): MapLine => ({
  localCode,
  label: localCode,
  equivalence: 'equal',
  ...(unit && { unit }),
  ...(loinc && { target: { loinc, loincLabel: loinc } }),
});
let ids = 0;

/** Adopts, and gives the entries as they are afterwards. */
function adopt(before: readonly ReviewedEntry[], lines: readonly MapLine[]): ReviewedEntry[] {
  const { enter, deeds } = adoptLines(before, lines, { by: 'dr', day: DAY, newId: () => `m${(ids += 1)}` });
  const all = [...before, ...enter.map(({ entryId, test }) => ({ entryId, test, active: true, mappings: [] }))];
  const states = new Map(
    all.flatMap(({ mappings }) => mappings.map((known): [string, ReviewedMapping] => [known.mappingId, known])),
  );
  for (const deed of deeds) {
    const id = deed.deed === 'proposed' ? deed.mapping.mappingId : deed.mappingId;
    states.set(id, afterDeed(states.get(id), deed));
  }
  return all.map((entry) => ({ ...entry, mappings: [...states.values()].filter(({ entryId }) => entryId === entry.entryId) }));
}
const plain = (lines: readonly MapLine[]) => lines.map(({ mappingId: _, ...rest }) => rest);

describe('adoptLines', () => {
  it('makes the review say exactly what the map says, whatever it said before', () => {
    const first = [line('A', '1-8', 'g/L'), line('A', '20-8', 'mmol/L'), line('B')];
    const second = [line('A', '20-8', 'g/L'), line('C', '30-7')];
    const afterFirst = adopt([], first);
    expect(plain(linesInForce(afterFirst, DAY))).toEqual(first);

    const afterSecond = adopt(afterFirst, second);
    expect(plain(linesInForce(afterSecond, DAY))).toEqual(second);
    expect(plain(linesInForce(adopt(afterSecond, first), DAY))).toEqual(first);
  });

  it('says nothing new of a map that is in force already', () => {
    const lines = [line('A', '1-8', 'g/L'), line('B')];

    expect(adoptLines(adopt([], lines), lines, { by: 'dr', day: DAY, newId: () => 'x' })).toEqual({ enter: [], deeds: [] });
  });

  it('finds the entry of the catalogue under another spelling of the unit', () => {
    const entry: ReviewedEntry = { entryId: toEntry(UREA).entryId, test: UREA, active: true, mappings: [] };
    const { enter, deeds } = adoptLines([entry], [{ ...line('UREE', '22664-7', 'mmol/L'), specimen: 'sérum' }], {
      by: 'dr',
      day: DAY,
      newId: () => 'x',
    });

    expect(enter).toEqual([]);
    expect(deeds[0]).toMatchObject({ deed: 'proposed', mapping: { entryId: entry.entryId, origin: 'imported' } });
  });
});
