import type { AckCode } from '@segur/hl7v2';
import type { AcknowledgementNote } from './acknowledgement-ledger.js';
import type { AcknowledgementsSection } from './acknowledgements.section.js';
import type { Acknowledgement } from './acknowledgement.entity.js';
import type { LineAnswer } from './mllp-line.js';

/** How tries follow each other. */
export interface RetryPace {
  /** After the first one that came to nothing; doubled after each. */
  readonly firstMs: number;
}

/** Why some wait that nobody answered: once somebody does, they need not wait longer. */
export const UNANSWERED: readonly string[] = ['sgl-unreachable', 'sgl-tls-failed', 'sgl-answer-lost', 'sgl-answer-late'];

const MAX_PAUSE_MS = 15 * 60_000;
const VERDICTS: Readonly<Record<AckCode, 'taken' | 'AE' | 'AR'>> = {
  AA: 'taken',
  CA: 'taken',
  AE: 'AE',
  CE: 'AE',
  AR: 'AR',
  CR: 'AR',
};

/**
 * Decides what an answer makes of an acknowledgement.
 *
 * @see hl7v2.md §8.1: AE is about the content, and is not resent; AR is about the moment, and is. `finalAnswer` turns it round.
 */
export function decideAnswer(
  answer: LineAnswer,
  { attempts: before }: Pick<Acknowledgement, 'attempts'>,
  context: { readonly now: Date; readonly pace: RetryPace; readonly finalAnswer: AcknowledgementsSection['finalAnswer'] },
): AcknowledgementNote {
  const attempts = before + 1;
  const later = (answerCode: string): AcknowledgementNote => ({
    state: 'WAITING',
    answerCode,
    attempts,
    dueAt: new Date(context.now.getTime() + pauseMs(attempts, context.pace)),
  });
  if (answer.kind === 'unanswered') return later(answer.code);
  const verdict = VERDICTS[answer.ack.code];
  if (verdict === 'taken') return { state: 'ACKNOWLEDGED', answerCode: null, attempts };
  if (verdict === context.finalAnswer) return { state: 'REFUSED', answerCode: 'sgl-refused', attempts };
  return later('sgl-not-now');
}

/** @param attempts - That came to nothing, one at least. */
export function pauseMs(attempts: number, { firstMs }: RetryPace): number {
  // Twenty doublings are more than any pause.
  return Math.min(firstMs * 2 ** Math.min(attempts - 1, 20), Math.max(firstMs, MAX_PAUSE_MS));
}
