import type { LocalTest } from '@segur/terminology';
import { conditionOf, toEntry, type CatalogueEntry } from '../review-mappings/catalogue-entry.js';
import { decideEnd, decideValidation } from '../review-mappings/decide-review.js';
import type { ReviewedEntry } from '../review-mappings/mapping-ledger.js';
import type { MappingDeed } from '../review-mappings/reviewed-mapping.js';
import { lineKey, type MapLine } from './map-line.js';

/** What makes the mappings under review say what a whole map says. */
export interface Adoption {
  /** Entries that no catalogue had yet. */
  readonly enter: readonly CatalogueEntry[];
  readonly deeds: readonly MappingDeed[];
}

/**
 * Puts a whole map in force as if each line had been validated one by one, and ends what it does not have.
 *
 * Without this, the next release made from the review would silently undo a map that came as a file, or bring back what a rollback took away.
 *
 * @param entries - The active entries, with what was said of them.
 * @param newId - Identifiers for new mappings.
 */
export function adoptLines(
  entries: Iterable<ReviewedEntry>,
  lines: readonly MapLine[],
  { by, day, newId }: { readonly by: string; readonly day: string; readonly newId: () => string },
): Adoption {
  const known = entriesByLine(entries);
  const enter: CatalogueEntry[] = [];
  const ends: MappingDeed[] = [];
  const validations: MappingDeed[] = [];
  const covered = new Set<string>();

  for (const line of lines) {
    const key = lineKey(line);
    covered.add(key);
    const entry = known.get(key);
    const fresh = entry ? undefined : toEntry(testOf(line));
    if (fresh) enter.push(fresh);
    const situation = { entryId: entry?.entryId ?? fresh?.entryId ?? '', mappings: entry?.mappings ?? [], fourEyes: false };
    const { target, equivalence = 'equal' } = line;
    const choice = {
      ...(target && { target }),
      equivalence,
      // The map was signed as a whole: a code that was rejected before is meant.
      justification: 'whole map signed',
      origin: 'imported' as const,
      author: by,
      newId: newId(),
    };
    validations.push(...decideValidation(situation, choice, { by, validFrom: day, reason: 'map-replaced' }));
  }
  for (const [key, { mappings }] of known) {
    if (!covered.has(key)) ends.push(...decideEnd(mappings, { by, day, reason: 'map-replaced' }));
  }
  return { enter, deeds: [...ends, ...validations] };
}

/** Entries by the line of a map that is about them. */
export function entriesByLine(entries: Iterable<ReviewedEntry>): Map<string, ReviewedEntry> {
  return new Map([...entries].map((entry) => [lineKey({ ...entry.test, unit: conditionOf(entry.test).unit }), entry]));
}

function testOf({ localCode, label, unit, specimen, method }: MapLine): LocalTest {
  return { localCode, label, ...(unit && { unit }), ...(specimen && { specimen }), ...(method && { method }) };
}
