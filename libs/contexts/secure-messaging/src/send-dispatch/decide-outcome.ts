import type { AttemptOutcome } from '@segur/persistence';
import type { Dispatch } from '../dispatch.entity.js';
import type { SmtpAnswer } from './smtp-answer.js';

/** Where a dispatch stands after an attempt, and what the worker does next. */
export interface DispatchOutcome {
  readonly state: Dispatch['state'];
  readonly errorCode: string | null;
  readonly mayBeThere: boolean;
  readonly attempt: AttemptOutcome;
}

/** A newer version of the report is on its way: an older one that arrived after it would pass for the last word. */
export const SUPERSEDED = { state: 'NOT_ELIGIBLE', errorCode: 'mss-superseded', attempt: { outcome: 'given-up' } } as const;

/**
 * Decides what the server's answer makes of a dispatch.
 *
 * @param mayBeThere - The answer to an earlier attempt was lost: until the server takes the mail again, nobody knows.
 */
export function decideOutcome(answer: SmtpAnswer, mayBeThere: boolean): DispatchOutcome {
  switch (answer.kind) {
    case 'accepted':
      return { state: 'ACCEPTED', errorCode: null, mayBeThere: true, attempt: { outcome: 'done' } };
    case 'rejected':
      return { state: 'REJECTED', errorCode: answer.code, mayBeThere, attempt: { outcome: 'given-up' } };
    case 'uncertain':
      return {
        state: 'UNCERTAIN',
        errorCode: answer.code,
        mayBeThere: true,
        attempt: { outcome: 'retry', errorCode: answer.code },
      };
    case 'unavailable':
      return {
        state: mayBeThere ? 'UNCERTAIN' : 'WAITING_RETRY',
        errorCode: answer.code,
        mayBeThere,
        attempt: { outcome: 'retry', errorCode: answer.code },
      };
  }
}
