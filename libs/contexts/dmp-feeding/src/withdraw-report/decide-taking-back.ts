import type { ClassifiedReply } from '../submit-document/classify-reply.js';
import type { SubmissionOutcome } from '../submit-document/decide-outcome.js';

/** It never left, or the DMP shows it no more. */
export const WITHDRAWN: SubmissionOutcome = {
  state: 'WITHDRAWN',
  errorCode: null,
  mayBeThere: false,
  attempt: { outcome: 'done' },
};

/** The DMP may still show it, and a person has to see to that. */
export const NOT_WITHDRAWN = { state: 'FAILED', errorCode: 'dmp-not-withdrawn', mayBeThere: true } as const;

const DUPLICATE_TRIES = 3;

/**
 * Decides what a classified reply makes of a submission that is being taken back. It is looked up anew with each try, so nothing is ever
 * uncertain here; and no refusal is final for the patient, so each waits for a person under one code.
 *
 * @param number - Of this attempt; the first is 1.
 */
export function decideTakingBack({ verdict, tries, code }: ClassifiedReply, number: number): SubmissionOutcome {
  const errorCode = code ?? 'dmp-failure-without-code';
  const atMost = verdict === 'duplicate' ? DUPLICATE_TRIES : (tries ?? Infinity);
  switch (verdict) {
    case 'accepted':
      return WITHDRAWN;
    case 'transient':
    case 'uncertain':
    case 'configuration':
    case 'duplicate':
      if (number >= atMost) return { ...NOT_WITHDRAWN, attempt: { outcome: 'given-up' } };
      return { state: 'WITHDRAWING', errorCode, mayBeThere: true, attempt: { outcome: 'retry', errorCode } };
    case 'eligibility':
    case 'refused':
    case 'alarm':
      return { ...NOT_WITHDRAWN, attempt: { outcome: 'given-up' } };
  }
}
