import { isFinal, type Dispatch } from '../dispatch.entity.js';
import { decideWithdrawal } from '../withdraw-report/decide-withdrawal.js';

/** What is to be done with a dispatch that is due. */
export type Turn =
  /** Its mail leaves. */
  | 'send'
  /** An older version is being handed over to the same: this one comes after it. */
  | 'wait'
  /** A newer version of the report is on its way. */
  | 'superseded'
  /** The report was withdrawn, and the mail never left. */
  | 'cancel'
  /** The report was withdrawn during an attempt, or before this one: the mailbox may have the document. */
  | 'take-back'
  /** The mail that asks to delete the document leaves. */
  | 'notify'
  /** Nothing more. */
  | 'over';

/** A dispatch among the versions of its report. */
export interface KnownDispatch extends Dispatch {
  /** Newest revision of the report that was planned. */
  readonly newestRevision: number;
  /** A mail with an older revision is under way to a recipient of this role. */
  readonly olderUnderWay: boolean;
  /** The last revision of the report that was withdrawn; 0: none. */
  readonly withdrawnUpTo: number;
}

/** Decides what a due dispatch does next. A withdrawal comes first: it may have come after the dispatch was planned, sent or settled. */
export function decideTurn(dispatch: KnownDispatch): Turn {
  const { state, revision, newestRevision, olderUnderWay, withdrawnUpTo } = dispatch;
  if (state === 'WITHDRAWING') return 'notify';
  const withdrawal = revision <= withdrawnUpTo ? decideWithdrawal(dispatch) : 'leave';
  if (withdrawal === 'cancel') return 'cancel';
  if (withdrawal === 'notify') return 'take-back';
  if (isFinal(dispatch)) return 'over';
  if (revision < newestRevision) return 'superseded';
  return olderUnderWay ? 'wait' : 'send';
}
