import type { Finding } from '@segur/errors';
import type { DocumentTransmission } from '@segur/hl7v2-to-laboratory';
import type { PublishedDocument } from '../assemble-document/replace-document.js';
import { standingRevision, type ReportHistory } from './decide-revision.js';

/** What a finished document says of itself, and what is asked for it. */
export interface EntrustedFacts {
  readonly action: DocumentTransmission['action'];
  /** Its OID. */
  readonly documentId: string;
  /** OID of the document that it says it replaces (RPLC). */
  readonly replaces?: string;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
}

/** What becomes of a finished document. */
export type EntrustedDecision =
  | { readonly decision: 'keep'; readonly replaces?: PublishedDocument }
  | { readonly decision: 'withdraw'; readonly revision: number }
  /** The same again, or a deletion that was done. */
  | { readonly decision: 'unchanged' }
  | { readonly decision: 'refuse'; readonly finding: Finding };

/**
 * Decides by what is known of the report. A replacement and a deletion name the version that stands, and no other: anything else was made
 * without seeing it.
 *
 * @see hl7v2.md §5.4, §8.4 (900: not the latest version)
 */
export function decideEntrusted(history: ReportHistory, facts: EntrustedFacts): EntrustedDecision {
  const { action, documentId, replaces, sha256 } = facts;
  const standing = standingRevision(history);
  if (action === 'delete') {
    if (standing?.documentId === documentId) return { decision: 'withdraw', revision: standing.revision };
    const isDone = !standing && history.some((known) => known.documentId === documentId && known.state === 'WITHDRAWN');
    return isDone ? { decision: 'unchanged' } : refuse(standing ? 'document-not-latest' : 'document-not-known');
  }
  if (standing?.contentHash === sha256) return { decision: 'unchanged' };
  if (history.some((known) => known.documentId === documentId)) return refuse('document-id-reused');
  if ((action === 'replace') !== (replaces !== undefined)) return refuse('document-replacement-mismatch');
  if (replaces === undefined) return standing ? refuse('document-exists') : { decision: 'keep' };
  if (!standing) return refuse('document-not-known');
  if (standing.documentId !== replaces) return refuse('document-not-latest');
  return { decision: 'keep', replaces: { revision: standing.revision, documentId: replaces } };
}

const REFUSALS = {
  'document-not-latest': [
    'The document that is replaced or deleted is not the last version known here',
    'Le document remplacé ou supprimé n’est pas la dernière version connue ici',
  ],
  'document-not-known': [
    'The document that is replaced or deleted is not known here, or was withdrawn',
    'Le document remplacé ou supprimé est inconnu ici, ou a été retiré',
  ],
  'document-id-reused': [
    'An earlier version of this report has the same identifier and other content',
    'Une version antérieure de ce compte rendu porte le même identifiant et un autre contenu',
  ],
  'document-replacement-mismatch': [
    'What is asked for and the document (relatedDocument RPLC) disagree on whether it replaces another',
    'La demande et le document (relatedDocument RPLC) se contredisent sur le remplacement d’un autre document',
  ],
  'document-exists': [
    'A document of this request stands already: another must say that it replaces it',
    'Un document existe déjà pour cette demande : un autre doit indiquer qu’il le remplace',
  ],
} as const;

function refuse(code: keyof typeof REFUSALS): EntrustedDecision {
  const [message, messageFr] = REFUSALS[code];
  return { decision: 'refuse', finding: { severity: 'error', code, location: '/ClinicalDocument', message, messageFr } };
}
