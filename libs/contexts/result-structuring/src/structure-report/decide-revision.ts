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

/** Numbers the states of a report. A report of which no document could be made starts again: nothing of it ever left. */
export function decideRevision(known: KnownRevision | undefined, contentHash: string): RevisionDecision {
  if (!known) return { decision: 'revise', revision: 1 };
  if (known.state === 'REFUSED') return { decision: 'revise', revision: known.revision + 1 };
  return known.contentHash === contentHash ? { decision: 'unchanged' } : { decision: 'correction' };
}
