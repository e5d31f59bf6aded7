/** How far a mapping got, as the file says it. */
export const RECORD_STATUSES = ['proposed', 'validated', 'rejected', 'no_match', 'obsolete'] as const;
export type RecordStatus = (typeof RECORD_STATUSES)[number];

/** How the local analysis stands to the code. */
export const RECORD_EQUIVALENCES = ['equal', 'broader', 'narrower'] as const;
export type RecordEquivalence = (typeof RECORD_EQUIVALENCES)[number];

/** One mapping with all that is known of it, as texts of the file. Absent: the cell is empty. @see loinc-transcoding.md §2.3 */
export interface MappingRecord {
  readonly localCode: string;
  readonly label: string;
  readonly unit?: string;
  readonly specimen?: string;
  readonly method?: string;
  readonly resultType?: string;
  readonly chapter?: string;
  readonly fingerprint?: string;
  readonly status?: RecordStatus;
  readonly loinc?: string;
  /** The one name that goes with the code. */
  readonly loincLabel?: string;
  readonly equivalence?: RecordEquivalence;
  readonly origin?: string;
  readonly score?: number;
  readonly rank?: number;
  readonly explanation?: string;
  readonly loincRelease?: string;
  readonly valueSetVersion?: string;
  readonly algorithmVersion?: string;
  readonly lexiconVersion?: string;
  readonly author?: string;
  readonly authoredAt?: string;
  readonly validator?: string;
  readonly validatedAt?: string;
  readonly comment?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly unitPolicy?: string;
  readonly supersedes?: string;
  readonly volume12m?: number;
  /** Who says so, in files of other tools. */
  readonly source?: string;
}
