import { isFinal, type Submission } from '../submission.entity.js';

/** What is to be done with one version of a document, given the others. */
export type Turn =
  /** @see the DMP's TD2.1a, or TD2.1b when it replaces a version that the DMP has. */
  | { readonly turn: 'send'; readonly replaces?: string }
  /** An older version is not settled: it could arrive after this one, or be the one to replace. */
  | { readonly turn: 'wait' }
  /** A newer version exists, and this one never left. */
  | { readonly turn: 'superseded' };

/** The versions of one document go to the DMP in their order, and only those that still say something. */
export function decideTurn(own: Submission, versions: readonly Pick<Submission, 'revision' | 'state' | 'documentId'>[]): Turn {
  const newer = versions.some(({ revision }) => revision > own.revision);
  if (newer && !own.mayBeThere) return { turn: 'superseded' };
  const older = versions.filter(({ revision }) => revision < own.revision);
  if (older.some((version) => !isFinal(version))) return { turn: 'wait' };
  const [latest] = older.filter(({ state }) => state === 'ACCEPTED').sort((a, b) => b.revision - a.revision);
  return latest ? { turn: 'send', replaces: latest.documentId } : { turn: 'send' };
}
