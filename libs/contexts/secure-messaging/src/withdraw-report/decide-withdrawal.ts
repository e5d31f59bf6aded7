import type { Dispatch } from '../dispatch.entity.js';

/** What a withdrawal does to one dispatch. */
export type Withdrawal =
  /** It never left, and never will. */
  | 'cancel'
  /** The mailbox has the document, or may: a mail asks to delete it. */
  | 'notify'
  /** A newer version took its place in the same mailbox, and is the one to delete. */
  | 'replaced'
  /** An attempt is under way: only what comes of it says whether there is something to delete. */
  | 'wait'
  /** Nothing was to leave; or it is being taken back already. */
  | 'leave';

/** One dispatch of a withdrawn report, as a withdrawal finds it. */
export interface WithdrawnDispatch {
  readonly dispatch: Pick<Dispatch, 'dispatchId' | 'revision' | 'state' | 'mayBeThere' | 'errorCode'>;
  /** Tells mailboxes apart. Absent: unknown, it is taken for one of its own. */
  readonly mailbox?: string | undefined;
  /** An attempt was claimed, and nobody wrote down yet what came of it. */
  readonly inFlight: boolean;
}

/** The mail that asks to delete the document was refused, or not taken for a day: a person has to see to that. */
export const NOT_WITHDRAWN = { state: 'FAILED', errorCode: 'mss-not-withdrawn', mayBeThere: true } as const;

const OVER: readonly Dispatch['state'][] = ['WITHDRAWN', 'WITHDRAWING'];

/** Decides what becomes of a dispatch by itself, when no attempt at it is under way. */
export function decideWithdrawal({
  state,
  mayBeThere,
}: Pick<Dispatch, 'state' | 'mayBeThere'>): Extract<Withdrawal, 'cancel' | 'notify' | 'leave'> {
  if (OVER.includes(state)) return 'leave';
  if (state === 'ACCEPTED' || mayBeThere) return 'notify';
  // Refused ones end as well: nobody has to mend and send them any more.
  return state === 'NOT_ELIGIBLE' ? 'leave' : 'cancel';
}

/**
 * Decides what becomes of every dispatch of a withdrawn report.
 *
 * A mailbox gets one notice, about the newest version that it has. A version that it only may have comes before: what it had for certain is
 * then named as well, since nobody knows which of the two is there.
 *
 * @see CI-SIS volet Transmission au LPS d'un document CDA reçu par courriel MSS (action D)
 */
export function decideWithdrawals(found: readonly WithdrawnDispatch[]): ReadonlyMap<string, Withdrawal> {
  const settled = new Set<string>();
  const newestFirst = [...found].sort((a, b) => b.dispatch.revision - a.dispatch.revision);
  return new Map(
    newestFirst.map(({ dispatch, mailbox, inFlight }): [string, Withdrawal] => {
      if (inFlight && !OVER.includes(dispatch.state)) return [dispatch.dispatchId, 'wait'];
      const alone = decideWithdrawal(dispatch);
      // What could not be taken back by an earlier withdrawal was replaced by nothing since.
      const standsAlone = alone !== 'notify' || mailbox === undefined || dispatch.errorCode === NOT_WITHDRAWN.errorCode;
      if (standsAlone) return [dispatch.dispatchId, alone];
      if (settled.has(mailbox)) return [dispatch.dispatchId, 'replaced'];
      if (dispatch.state === 'ACCEPTED') settled.add(mailbox);
      return [dispatch.dispatchId, 'notify'];
    }),
  );
}
