import type { AttemptOutcome } from '@segur/persistence';
import type { Submission } from '../submission.entity.js';
import type { ClassifiedReply } from './classify-reply.js';

/** Where a submission stands after an attempt, and what the worker does next. */
export interface SubmissionOutcome {
  readonly state: Submission['state'];
  readonly errorCode: string | null;
  readonly mayBeThere: boolean;
  readonly attempt: AttemptOutcome;
}

/**
 * Decides what a classified reply makes of a submission.
 *
 * @param number - Of this attempt; the first is 1.
 * @param mayBeThere - The answer to an earlier attempt was lost: then a known identifier is our own document.
 */
export function decideOutcome(
  reply: ClassifiedReply,
  { number, mayBeThere }: { number: number; mayBeThere: boolean },
): SubmissionOutcome {
  const errorCode = reply.code ?? 'dmp-failure-without-code';
  const ended = (state: Submission['state']): SubmissionOutcome => ({
    state,
    errorCode,
    mayBeThere,
    attempt: { outcome: 'given-up' },
  });
  const later = (state: Submission['state'], there = mayBeThere): SubmissionOutcome => ({
    state,
    errorCode,
    mayBeThere: there,
    attempt: { outcome: 'retry', errorCode },
  });
  switch (reply.verdict) {
    case 'accepted':
      return ACCEPTED;
    case 'duplicate':
      return mayBeThere ? ACCEPTED : ended('REJECTED');
    case 'uncertain':
      return later('UNCERTAIN', true);
    case 'configuration':
      return later(mayBeThere ? 'UNCERTAIN' : 'WAITING_RETRY');
    case 'transient':
      if (reply.tries !== undefined && number >= reply.tries) return ended('FAILED');
      // What may be there stays uncertain until the DMP has said which.
      return later(mayBeThere ? 'UNCERTAIN' : 'WAITING_RETRY');
    case 'eligibility':
      return ended('NOT_ELIGIBLE');
    case 'refused':
    case 'alarm':
      return ended('REJECTED');
  }
}

/** The DMP has the document. */
export const ACCEPTED: SubmissionOutcome = { state: 'ACCEPTED', errorCode: null, mayBeThere: false, attempt: { outcome: 'done' } };
