import type { Equivalence, ValueSetEntry } from '@segur/terminology';
import type { ReviewedEntry } from '../review-mappings/mapping-ledger.js';
import type { LoincTarget } from '../code-report/code-observations.js';
import { conditionOf } from '../review-mappings/catalogue-entry.js';
import { inForceOn } from '../review-mappings/reviewed-mapping.js';
import type { DraftLine } from './check-consistency.js';

/** One line of a map, published or about to be. */
export interface MapLine extends DraftLine {
  readonly equivalence?: Equivalence;
  /** The reviewed mapping it comes from. Absent in releases older than the review. */
  readonly mappingId?: string;
}

/** The map that the mappings in force on a day make, in the order of the local codes. @param day - ISO 8601 date. */
export function linesInForce(entries: Iterable<ReviewedEntry>, day: string): readonly MapLine[] {
  return [...entries].flatMap(({ test, mappings }) =>
    mappings
      .filter((mapping) => inForceOn(mapping, day))
      .map(({ mappingId, target, equivalence }) => {
        const { unit } = conditionOf(test);
        return {
          localCode: test.localCode,
          label: test.label,
          ...(unit && { unit }),
          ...(test.specimen && { specimen: test.specimen }),
          ...(test.method && { method: test.method }),
          ...(test.panelCode && { panelCode: test.panelCode }),
          ...(target && { target }),
          equivalence,
          mappingId,
        };
      }),
  );
}

/** The same lines under the names that the French value set gives their codes now: a name is a display, and no decision. */
export function withNamesOf(
  lines: readonly MapLine[],
  valueSet: ReadonlyMap<string, ValueSetEntry> | undefined,
): readonly MapLine[] {
  if (!valueSet) return lines;
  return lines.map((line) => {
    const loincLabel = line.target && valueSet.get(line.target.loinc)?.frenchName;
    return loincLabel ? { ...line, target: { ...(line.target as LoincTarget), loincLabel } } : line;
  });
}

/** What tells two lines of a map apart at run time: two with one key cannot both be used. */
export function lineKey({ localCode, unit, specimen }: DraftLine): string {
  return JSON.stringify([localCode, unit ?? '', specimen?.trim().toLowerCase() ?? '']);
}
