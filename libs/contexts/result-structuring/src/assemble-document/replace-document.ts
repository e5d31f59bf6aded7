import type { Report } from '@segur/laboratory';

/** A version of a document that channels were given. */
export interface PublishedDocument {
  readonly revision: number;
  readonly documentId: string;
}

/** What earlier revisions of a report came to. */
export interface EarlierRevisions {
  /** True when there were any that were not refused. */
  readonly known: boolean;
  /** The last one that has a document, was not withdrawn, and was given to channels. */
  readonly published?: PublishedDocument;
}

/**
 * Names the document that this state replaces (annule et remplace): what was last given to channels, whatever state it was that the
 * message changed. A partial report that was held back, or a withdrawn one, is not replaced: nobody has it.
 *
 * A first state keeps what its sender says that it replaces: a document of another system.
 */
export function replaceDocument(report: Report, { known, published }: EarlierRevisions): Report {
  const { replaces, ...state } = report;
  if (published) {
    return { ...state, replaces: { document: { root: published.documentId }, reason: replaces?.reason ?? 'corrected' } };
  }
  return known || !replaces ? state : report;
}
