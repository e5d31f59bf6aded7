/** The latest state of a report that is known. */
export interface KnownRevision {
  readonly revision: number;
  readonly state: 'STRUCTURED' | 'VALIDATED' | 'REFUSED';
  readonly contentHash: string;
}

/** What a message that could be read means for its report. */
export type RevisionDecision =
  | { readonly decision: 'revise'; readonly revision: number }
  /** The same content again, under another control id. */
  | { readonly decision: 'unchanged' }
  /** Other content for a report that is on its way or gone. */
  | { readonly decision: 'correction' };

/** The number that a new state of a report would have. */
export function revisionAfter(known: KnownRevision | undefined): number {
  return (known?.revision ?? 0) + 1;
}

/** Numbers the states of a report. A report of which no document could be made starts again: nothing of it ever left. */
export function decideRevision(known: KnownRevision | undefined, contentHash: string): RevisionDecision {
  if (!known || known.state === 'REFUSED') return { decision: 'revise', revision: revisionAfter(known) };
  return known.contentHash === contentHash ? { decision: 'unchanged' } : { decision: 'correction' };
}
