import type { ReleaseAction, ReleaseChange, TouchedCode } from '@segur/terminology';
import type { ReviewedEntry } from '../review-mappings/mapping-ledger.js';
import { inForceOn } from '../review-mappings/reviewed-mapping.js';
import type { Reference } from '../import-reference/reference-concepts.js';
import { targetFor } from '../review-mappings/target-for.js';
import { decideProposal } from '../review-mappings/decide-review.js';
import { ReviewRefused } from '../review-mappings/review-refused.js';
import type { MappingDeed } from '../review-mappings/reviewed-mapping.js';

/** A local analysis whose mapping a new release touches. */
export interface TouchedEntry {
  readonly entryId: string;
  readonly localCode: string;
  readonly label: string;
  readonly volume?: number;
}

/** A code in use that a new release touches, and where it is used. */
export interface TouchedMapping {
  readonly loinc: string;
  readonly change: ReleaseChange;
  readonly action: ReleaseAction;
  readonly changes: readonly ReleaseChange[];
  readonly changedAxes: readonly string[];
  readonly successors: TouchedCode['successors'];
  readonly entries: readonly TouchedEntry[];
  /** Results a year, of the analyses whose volume is known. */
  readonly volume: number;
}

/** The codes that mappings of a laboratory name on a day. @param day - ISO 8601 date. */
export function codesInForce(entries: Iterable<ReviewedEntry>, day: string): ReadonlyMap<string, readonly ReviewedEntry[]> {
  const uses = [...entries].flatMap((entry) =>
    entry.mappings.flatMap((mapping) =>
      mapping.target && inForceOn(mapping, day) ? [{ loinc: mapping.target.loinc, entry }] : [],
    ),
  );
  return new Map([...Map.groupBy(uses, ({ loinc }) => loinc)].map(([loinc, group]) => [loinc, group.map(({ entry }) => entry)]));
}

/** Where touched codes are used, the most results first. */
export function touchedMappings(
  touched: readonly TouchedCode[],
  inForce: ReadonlyMap<string, readonly ReviewedEntry[]>,
): readonly TouchedMapping[] {
  return touched
    .map(({ code, ...rest }) => {
      const entries = (inForce.get(code) ?? []).map(({ entryId, test: { localCode, label, volume12m } }) => ({
        entryId,
        localCode,
        label,
        ...(volume12m !== undefined && { volume: volume12m }),
      }));
      return { loinc: code, ...rest, entries, volume: entries.reduce((sum, { volume = 0 }) => sum + volume, 0) };
    })
    .sort((a, b) => b.volume - a.volume || (a.loinc < b.loinc ? -1 : 1));
}

/**
 * Proposes the one successor of each replaced code, for a biologist to validate. Nothing else is proposed: where there are several
 * successors, or a part changed, a person looks.
 *
 * A successor that the unit contradicts, or that was rejected, is not proposed.
 */
export function proposeMigration(
  touched: readonly TouchedMapping[],
  entries: ReadonlyMap<string, ReviewedEntry>,
  { reference, newId }: { readonly reference: Reference; readonly newId: () => string },
): readonly MappingDeed[] {
  return touched
    .filter(({ action }) => action === 'propose-migration')
    .flatMap(({ successors: [successor], entries: users }) =>
      users.flatMap(({ entryId }) => {
        const entry = entries.get(entryId);
        return entry && successor ? successionOf(entry, successor.code, reference, newId) : [];
      }),
    );
}

function successionOf(entry: ReviewedEntry, loinc: string, reference: Reference, newId: () => string): readonly MappingDeed[] {
  try {
    const { release, valueSetVersion } = reference;
    return decideProposal(
      { entryId: entry.entryId, mappings: entry.mappings, fourEyes: false },
      {
        target: targetFor(reference, entry.test, loinc),
        origin: 'release-migration',
        author: 'algorithm',
        evidence: { loincRelease: release, ...(valueSetVersion && { valueSetVersion }) },
        newId: newId(),
      },
    );
  } catch (error) {
    if (error instanceof ReviewRefused) return [];
    throw error;
  }
}
