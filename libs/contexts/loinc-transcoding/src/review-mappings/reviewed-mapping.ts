import type { AxisEvidence, Confidence, Equivalence, MappingOrigin, MappingStatus } from '@segur/terminology';
import type { LoincTarget } from '../code-report/code-observations.js';

/** What was known when a mapping was proposed; frozen with it. @see loinc-transcoding.md §2.3 */
export interface MappingEvidence {
  readonly loincRelease?: string;
  readonly valueSetVersion?: string;
  readonly algorithmVersion?: string;
  readonly lexiconVersion?: string;
  readonly rank?: number;
  readonly score?: number;
  readonly probability?: number;
  readonly explanation?: readonly AxisEvidence[];
  /** What stood first in the list, and how sure it was: the measure of the algorithm, whatever was chosen. */
  readonly firstCode?: string;
  readonly firstConfidence?: Confidence;
}

/** One statement about one catalogue entry: it is this code, or (without a target) no code fits. */
export interface ReviewedMapping {
  readonly mappingId: string;
  readonly entryId: string;
  readonly status: MappingStatus;
  readonly target?: LoincTarget;
  readonly equivalence: Equivalence;
  /** There where the local analysis is narrower than the code. */
  readonly justification?: string;
  readonly origin: MappingOrigin;
  /** Who proposed it: a caller's name, `algorithm`, or `file`. */
  readonly author: string;
  readonly validator?: string;
  /** ISO 8601 date, there from its validation on. */
  readonly validFrom?: string;
  /** ISO 8601 date, the first day on which it is not in force any more. Absent: without end. */
  readonly validTo?: string;
  readonly evidence?: MappingEvidence;
  /** The mapping that this one replaces. */
  readonly supersedes?: string;
}

/** One line of the history of a mapping. The state of a mapping is what its deeds make of it. */
export type MappingDeed =
  | { readonly deed: 'proposed'; readonly mapping: ReviewedMapping }
  | { readonly deed: 'validated' | 'no_match'; readonly mappingId: string; readonly by: string; readonly validFrom: string }
  | { readonly deed: 'rejected'; readonly mappingId: string; readonly by: string }
  | {
      readonly deed: 'obsolete';
      readonly mappingId: string;
      readonly by: string;
      readonly validTo: string;
      readonly reason: ObsoleteReason;
    };

/** Why a mapping that was in force no longer is. */
export type ObsoleteReason =
  'replaced' | 'retired' | 'catalogue-changed' | 'catalogue-removed' | 'release-migration' | 'map-replaced';

/** Whether a mapping decides what is sent on a day. @param day - ISO 8601 date. */
export function inForceOn({ validFrom, validTo }: ReviewedMapping, day: string): boolean {
  return validFrom !== undefined && validFrom <= day && (validTo === undefined || day < validTo);
}
