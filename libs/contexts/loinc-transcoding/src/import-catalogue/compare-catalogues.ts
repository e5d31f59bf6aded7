import type { Finding } from '@segur/errors';
import type { LocalTest } from '@segur/terminology';
import { conditionOf, toEntry, type CatalogueEntry } from '../review-mappings/catalogue-entry.js';

/** Where an entry was first read: the laboratory's catalogue, a reviewed map, or a report whose code nobody had named. */
export type EntrySource = 'catalogue' | 'map' | 'report';

/** An entry as it stands before an import. */
export interface KnownEntry extends CatalogueEntry {
  readonly source: EntrySource;
}

/** What an import does to one local code. */
export interface CodeDifference {
  readonly localCode: string;
  readonly kind: 'new' | 'changed' | 'removed';
  readonly label: string;
  /** Of a changed code: what is not what it was. */
  readonly fields?: readonly string[];
}

/** What an import does to a catalogue. */
export interface CatalogueDifference {
  readonly counts: { readonly new: number; readonly changed: number; readonly removed: number; readonly unchanged: number };
  /** All codes that are not as they were, in the order of their codes. */
  readonly codes: readonly CodeDifference[];
  /** Entries that begin; their mappings are to be made. */
  readonly enter: readonly CatalogueEntry[];
  /** Entries that go on, with what was read of them now. */
  readonly keep: readonly CatalogueEntry[];
  /** Identifiers of entries that end, and why: their mappings end with them. */
  readonly leave: readonly { readonly entryId: string; readonly reason: 'catalogue-changed' | 'catalogue-removed' }[];
  readonly findings: readonly Finding[];
}

const FIELDS = ['label', 'unit', 'specimen', 'method', 'resultType'] as const;

/**
 * Compares a catalogue with what is known, by local code.
 *
 * A code whose fingerprint changed is another analysis under the same code: its mapping ends and is made again. Codes that only a
 * reviewed map or a report named stay when the file does not have them: a map may be wider than an export.
 *
 * @param known - The entries that are active.
 */
export function compareCatalogues(known: readonly KnownEntry[], incoming: readonly LocalTest[]): CatalogueDifference {
  const before = Map.groupBy(known, ({ test }) => test.localCode);
  const after = Map.groupBy(distinct(incoming.map(toEntry)), ({ test }) => test.localCode);
  const knownIds = new Set(known.map(({ entryId }) => entryId));
  const newIds = new Set([...after.values()].flat().map(({ entryId }) => entryId));

  const codes = [...new Set([...before.keys(), ...after.keys()])].sort(byCodeUnit).flatMap((code) => {
    const difference = compareCode(code, before.get(code) ?? [], after.get(code) ?? []);
    return difference ? [difference] : [];
  });
  const count = (kind: CodeDifference['kind']) => codes.filter((code) => code.kind === kind).length;
  const changed = count('changed');
  return {
    counts: { new: count('new'), changed, removed: count('removed'), unchanged: after.size - count('new') - changed },
    codes,
    enter: [...after.values()].flat().filter(({ entryId }) => !knownIds.has(entryId)),
    keep: [...after.values()].flat().filter(({ entryId }) => knownIds.has(entryId)),
    leave: known.flatMap(({ entryId, source, test }): CatalogueDifference['leave'] => {
      if (newIds.has(entryId)) return [];
      if (after.has(test.localCode)) return [{ entryId, reason: 'catalogue-changed' }];
      return source === 'catalogue' ? [{ entryId, reason: 'catalogue-removed' }] : [];
    }),
    findings: [...repeated(incoming), ...reused(codes)],
  };
}

function compareCode(
  localCode: string,
  before: readonly KnownEntry[],
  after: readonly CatalogueEntry[],
): CodeDifference | undefined {
  const label = (after[0] ?? before[0])?.test.label ?? '';
  if (before.length === 0) return { localCode, kind: 'new', label };
  if (after.length === 0)
    return before.some(({ source }) => source === 'catalogue') ? { localCode, kind: 'removed', label } : undefined;

  const ids = (entries: readonly CatalogueEntry[]) =>
    entries
      .map(({ entryId }) => entryId)
      .sort()
      .join();
  if (ids(before) === ids(after)) return undefined;
  const values = (entries: readonly CatalogueEntry[], field: (typeof FIELDS)[number]) =>
    [...new Set(entries.map(({ test }) => test[field] ?? ''))].sort().join('\n');
  const fields = FIELDS.filter((field) => values(before, field) !== values(after, field));
  return { localCode, kind: 'changed', label, fields };
}

/** Two lines that say the same of one code are one. */
function distinct(entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  return [...new Map(entries.map((entry) => [entry.entryId, entry])).values()];
}

/** At run time unit and specimen tell the lines of a code apart; where they do not, nothing could be coded. */
function repeated(tests: readonly LocalTest[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return tests.flatMap((test, index): Finding[] => {
    const { unit, specimen } = conditionOf(test);
    const key = JSON.stringify([test.localCode, unit, specimen]);
    const first = seen.get(key);
    seen.set(key, first ?? index);
    if (first === undefined || toEntry(test).entryId === toEntry(tests[first] ?? test).entryId) return [];
    const message = `Same code, unit and specimen as analysis ${first + 1}, and another meaning`;
    return [{ severity: 'error', code: 'catalogue-repeated', location: `analysis ${index + 1}`, message }];
  });
}

/** A new label with a new unit or specimen is hardly a correction. */
function reused(codes: readonly CodeDifference[]): readonly Finding[] {
  return codes.flatMap(({ localCode, fields = [] }): Finding[] => {
    if (!fields.includes('label') || !(fields.includes('unit') || fields.includes('specimen'))) return [];
    const message = 'The code seems to be used again for another analysis: its mapping is made anew';
    return [{ severity: 'warning', code: 'catalogue-code-reused', location: `code ${localCode}`, message }];
  });
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
