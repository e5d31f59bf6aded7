import { createHash } from 'node:crypto';
import { fingerprintOf, type LocalTest } from '@segur/terminology';
import { toUcum } from '@segur/units';

/** One line of a laboratory's catalogue as it stands in review: a local code with one meaning. Another fingerprint is another entry. */
export interface CatalogueEntry {
  /** The same for the same code and fingerprint, in every laboratory. */
  readonly entryId: string;
  readonly fingerprint: string;
  readonly test: LocalTest;
}

/** Under which circumstances a line of a map applies; two lines of one code differ in it. */
export interface MapCondition {
  /** UCUM where the spelling is known, else as written; empty: no unit. */
  readonly unit: string;
  /** Lower case; empty: any. */
  readonly specimen: string;
}

/** Puts a catalogue line under its identifiers. */
export function toEntry(test: LocalTest): CatalogueEntry {
  const fingerprint = fingerprintOf(test);
  const entryId = createHash('sha256')
    .update(JSON.stringify([test.localCode, fingerprint]))
    .digest('hex')
    .slice(0, 32);
  return { entryId, fingerprint, test };
}

/** What tells the lines of one local code apart at run time: unit and specimen, never the label. */
export function conditionOf({ unit, specimen }: Pick<LocalTest, 'unit' | 'specimen'>): MapCondition {
  const written = unit?.trim() ?? '';
  return { unit: toUcum(written) ?? written, specimen: specimen?.trim().toLowerCase() ?? '' };
}
