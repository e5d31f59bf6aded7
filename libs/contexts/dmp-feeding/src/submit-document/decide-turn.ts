import { isFinal, type Submission } from '../submission.entity.js';

/** What is to be done with one version of a document, given the others. */
export type Turn =
  /**
   * @see the DMP's TD2.1a, or TD2.1b when it replaces a version that the DMP has.
   */
  | {
      readonly turn: 'send';
      /** Versions that the DMP may show, newest first: the first one that it has is replaced. */
      readonly replaces: readonly Submission[];
    }
  /** An older version is not settled: it could arrive after this one, or be the one to replace. */
  | {
      readonly turn: 'wait';
      /** `attempt`: that one is under way, or finds at its next that it was passed. `dmp`: only the DMP knows whether it is there. */
      readonly until: 'attempt' | 'dmp';
    }
  /** A newer version exists, and the DMP may have this one: that is found out, and nothing is sent. */
  | { readonly turn: 'resolve' }
  /** A newer version exists, and this one never left. */
  | { readonly turn: 'superseded' }
  /** The report was withdrawn, and the DMP may have this version. */
  | { readonly turn: 'take-back' }
  /** The report was withdrawn, and this version never left. */
  | { readonly turn: 'cancel' };

/**
 * The versions of one document go to the DMP in their order, and only those that still say something.
 *
 * @param withdrawnUpTo - The last revision that was withdrawn; 0: none.
 */
export function decideTurn(own: Submission, versions: readonly Submission[], withdrawnUpTo = 0): Turn {
  if (own.state === 'WITHDRAWING') return { turn: 'take-back' };
  if (own.revision <= withdrawnUpTo) return { turn: own.mayBeThere ? 'take-back' : 'cancel' };
  if (versions.some(({ revision }) => revision > own.revision)) return { turn: own.mayBeThere ? 'resolve' : 'superseded' };
  const older = versions.filter(({ revision }) => revision < own.revision);
  const open = older.filter((version) => !isFinal(version));
  if (open.length > 0) return { turn: 'wait', until: open.some(({ mayBeThere }) => mayBeThere) ? 'dmp' : 'attempt' };
  return { turn: 'send', replaces: replaceable(older) };
}

/** Down to the newest that the DMP had for certain: what that one replaced is shown no more. */
function replaceable(older: readonly Submission[]): readonly Submission[] {
  const newestFirst = [...older].sort((a, b) => b.revision - a.revision);
  const certain = newestFirst.findIndex(({ state }) => state === 'ACCEPTED');
  const candidates = certain < 0 ? newestFirst : newestFirst.slice(0, certain + 1);
  // FAILED after lost answers, or taken back in vain: nobody knows whether it is there.
  return candidates.filter(({ state, mayBeThere }) => state === 'ACCEPTED' || mayBeThere);
}
