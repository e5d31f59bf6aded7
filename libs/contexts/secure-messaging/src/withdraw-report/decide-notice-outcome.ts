import type { DispatchOutcome } from '../send-dispatch/decide-outcome.js';
import type { SmtpAnswer } from '../send-dispatch/smtp-answer.js';
import { NOT_WITHDRAWN } from './decide-withdrawal.js';

/** It never left, or whoever has it was asked to delete it. */
export const WITHDRAWN: DispatchOutcome = {
  state: 'WITHDRAWN',
  errorCode: null,
  mayBeThere: false,
  attempt: { outcome: 'done' },
};

/** Decides what the server's answer to a notice makes of the dispatch that is being taken back. A notice may arrive twice without harm. */
export function decideNoticeOutcome(answer: SmtpAnswer): DispatchOutcome {
  switch (answer.kind) {
    case 'accepted':
      return WITHDRAWN;
    case 'rejected':
      return { ...NOT_WITHDRAWN, attempt: { outcome: 'given-up' } };
    case 'uncertain':
    case 'unavailable':
      return {
        state: 'WITHDRAWING',
        errorCode: answer.code,
        mayBeThere: true,
        attempt: { outcome: 'retry', errorCode: answer.code },
      };
  }
}
