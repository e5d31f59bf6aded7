import type { AcknowledgementChanged, DeliveryChanged } from '@segur/events';
import type { AcknowledgementsSection } from './acknowledgements.section.js';

/** What the sender of a message is to be told of a delivery. */
export interface AcknowledgementDue {
  /** Which message it answers: the one that brought this revision, or the one that took it back. */
  readonly answers: 'delivery' | 'withdrawal';
  readonly kind: AcknowledgementChanged['kind'];
  /** Absent: it arrived, or it is there no longer, as was asked. */
  readonly errorCode?: string;
}

// The sender itself did not want this destination: there is nothing to answer.
const NOT_WISHED: readonly (string | undefined)[] = ['dmp-not-wished', 'mss-not-wished'];
const NOT_WITHDRAWN: readonly (string | undefined)[] = ['dmp-not-withdrawn', 'mss-not-withdrawn'];

/**
 * Decides what is told once a delivery has come to an end; nothing while it goes on.
 *
 * @see Volet Transmission de document(s) CDA en HL7v2, ZAM^Z01 and ZAM^Z02; hl7v2.md §6.1
 */
export function decideAcknowledgement(
  { channel, state, errorCode }: Pick<DeliveryChanged, 'channel' | 'state' | 'errorCode'>,
  { mssReception }: Pick<AcknowledgementsSection, 'mssReception'>,
): AcknowledgementDue | undefined {
  const kind = channel === 'dmp' ? 'dmp-reception' : 'mss-reception';
  // A mail that the operator took may still bounce: who waits for the notification is told nothing too early.
  const provable = channel === 'dmp' || mssReception === 'operator';
  switch (state) {
    case 'ACCEPTED':
      return provable ? { answers: 'delivery', kind } : undefined;
    case 'WITHDRAWN':
      return provable ? { answers: 'withdrawal', kind } : undefined;
    case 'REJECTED':
    case 'NOT_ELIGIBLE':
    case 'FAILED':
      if (NOT_WISHED.includes(errorCode)) return undefined;
      return {
        answers: NOT_WITHDRAWN.includes(errorCode) ? 'withdrawal' : 'delivery',
        kind,
        errorCode: errorCode ?? 'delivery-failed',
      };
    case 'PENDING':
    case 'WAITING_RETRY':
    case 'UNCERTAIN':
    case 'WITHDRAWING':
      return undefined;
  }
}
