import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalTest, LoincConcept, ProposalList } from '@segur/terminology';
import { readCsvTable } from './csv-table.js';

/** The catalogues with known codes that lie there, by name. @param directory - As `officialDirectory('terminology')` finds it. */
export function goldNames(directory: string): readonly string[] {
  return readdirSync(join(directory, 'gold'))
    .filter((file) => file.endsWith('.csv'))
    .map((file) => file.slice(0, -'.csv'.length))
    .sort();
}

/** One catalogue line with the code that people gave it. */
export interface GoldRow {
  readonly test: LocalTest;
  readonly loinc: string;
}

/** How well proposals meet a catalogue with known codes; shares from 0 to 1. */
export interface GoldFigures {
  readonly rows: number;
  readonly top1: number;
  /** The first proposal has the same five axes other than the method. */
  readonly top1UpToMethod: number;
  readonly top5: number;
  /** Of the first proposals with confidence `high`, the share that is right. 1 where there is none. */
  readonly highPrecision: number;
  readonly highPrecisionUpToMethod: number;
  readonly highCoverage: number;
}

/** The lines of one gold catalogue. @param directory - As `officialDirectory('terminology')` finds it. */
export function goldRows(directory: string, name: string): readonly GoldRow[] {
  return readCsvTable(readFileSync(join(directory, 'gold', `${name}.csv`), 'utf8')).map((row) => ({
    loinc: row['loinc'] ?? '',
    test: {
      localCode: row['local_code'] ?? '',
      label: row['label'] ?? '',
      ...(row['unit'] ? { unit: row['unit'] } : {}),
      ...(row['specimen'] ? { specimen: row['specimen'] } : {}),
      ...(row['method'] ? { method: row['method'] } : {}),
    },
  }));
}

/** Measures proposals on the lines of a gold catalogue. */
export function goldFigures(
  rows: readonly GoldRow[],
  concepts: ReadonlyMap<string, LoincConcept>,
  propose: (test: LocalTest) => ProposalList,
): GoldFigures {
  let [top1, upToMethod, top5, high, highRight, highRightUpToMethod] = [0, 0, 0, 0, 0, 0];
  for (const { test, loinc } of rows) {
    const { proposals } = propose(test);
    const [first] = proposals;
    const isRight = first?.code === loinc;
    const isRightUpToMethod = isRight || (first !== undefined && sameButMethod(concepts.get(first.code), concepts.get(loinc)));
    if (isRight) top1 += 1;
    if (isRightUpToMethod) upToMethod += 1;
    if (proposals.slice(0, 5).some(({ code }) => code === loinc)) top5 += 1;
    if (first?.confidence !== 'high') continue;
    high += 1;
    if (isRight) highRight += 1;
    if (isRightUpToMethod) highRightUpToMethod += 1;
  }
  return {
    rows: rows.length,
    top1: top1 / rows.length,
    top1UpToMethod: upToMethod / rows.length,
    top5: top5 / rows.length,
    highPrecision: high === 0 ? 1 : highRight / high,
    highPrecisionUpToMethod: high === 0 ? 1 : highRightUpToMethod / high,
    highCoverage: high / rows.length,
  };
}

/** Whether two codes differ by their method at most. */
export function sameButMethod(one: LoincConcept | undefined, other: LoincConcept | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return (['component', 'property', 'time', 'system', 'scale'] as const).every((axis) => one.axes[axis] === other.axes[axis]);
}
