/** One revision of a report, as it stands. */
export interface KnownRevision {
  readonly revision: number;
  readonly state: 'STRUCTURED' | 'VALIDATED' | 'REFUSED' | 'WITHDRAWN';
  readonly contentHash: string;
  /** JSON of the report in the document store. Null: a finished document, there is no report behind it. */
  readonly reportSha256: string | null;
  /** Null: it has no document, or none yet. */
  readonly documentId: string | null;
  /** A person withdrew it: a UUIDv7 of that moment. */
  readonly withdrawnBefore?: string | null;
}

/** All revisions of one report, oldest first. */
export type ReportHistory = readonly KnownRevision[];

/**
 * Whether a message was received before a person withdrew its report: who withdraws what the laboratory has sent so far does not know what of
 * it was read already.
 *
 * @param receptionId - UUIDv7: it begins with its time.
 */
export function cameBeforeWithdrawal(history: ReportHistory, receptionId: string): boolean {
  return history.some(({ withdrawnBefore }) => typeof withdrawnBefore === 'string' && receptionId < withdrawnBefore);
}

/** What a message that could be read means for its report. */
export type RevisionDecision =
  { readonly decision: 'revise' } | /** The same content again, under another control id. */ { readonly decision: 'unchanged' };

/** The number that a new state of a report would have. A number that was refused or withdrawn is not given again. */
export function revisionAfter(history: ReportHistory): number {
  return (history.at(-1)?.revision ?? 0) + 1;
}

/**
 * The state that a message changes: the last one that was neither refused nor withdrawn. Absent: the report is new, or nothing of it is
 * left.
 */
export function standingRevision(history: ReportHistory): KnownRevision | undefined {
  return history.findLast(({ state }) => state === 'STRUCTURED' || state === 'VALIDATED');
}

/** Compares a state with the one that stands. A report of which no document could be made starts again: nothing of it ever left. */
export function decideRevision(history: ReportHistory, contentHash: string): RevisionDecision {
  return standingRevision(history)?.contentHash === contentHash ? { decision: 'unchanged' } : { decision: 'revise' };
}
