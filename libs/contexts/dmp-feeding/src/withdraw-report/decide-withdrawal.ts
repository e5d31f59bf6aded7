import type { Submission } from '../submission.entity.js';

/** What a withdrawal does to one submission. */
export type Withdrawal =
  /** It never left, and never will. */
  | 'cancel'
  /** The DMP has it, or may: it is looked up, and deleted. */
  | 'take-back'
  /** The DMP never got it, and that is known; or it is being taken back already. */
  | 'leave';

const OVER: readonly Submission['state'][] = ['WITHDRAWN', 'WITHDRAWING'];

/**
 * Decides what becomes of a submission whose report is withdrawn.
 *
 * @param inFlight - An attempt was claimed and nobody wrote down yet what came of it.
 */
export function decideWithdrawal({ state, mayBeThere }: Pick<Submission, 'state' | 'mayBeThere'>, inFlight: boolean): Withdrawal {
  if (OVER.includes(state)) return 'leave';
  if (state === 'ACCEPTED' || mayBeThere) return 'take-back';
  if (state === 'NOT_ELIGIBLE') return 'leave';
  // Refused ones end as well: nobody has to mend and send them any more.
  return inFlight ? 'take-back' : 'cancel';
}
