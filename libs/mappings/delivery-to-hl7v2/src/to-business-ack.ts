import {
  answerParties,
  encodeHl7Timestamp,
  type BusinessAck,
  type BusinessAckHeader,
  type BusinessAckKind,
  type BusinessError,
  type Hl7Header,
} from '@segur/hl7v2';
import type { AckRequest, DeliveryFailure, DeliveryOutcome } from './delivery-outcome.js';

/**
 * What to tell the sender of a document of one outcome, or nothing: they did not ask for it.
 *
 * One outcome, one ZAM: a document with three recipients has three.
 *
 * @throws {MalformedInput} `at` is not an ISO 8601 time.
 * @see Volet Transmission de document(s) CDA en HL7v2, messages métier ZAM; hl7v2.md §6.1
 */
export function toBusinessAck(
  outcome: DeliveryOutcome,
  { messageControlId, acknowledgements }: AckRequest,
): BusinessAck | undefined {
  const kind = kindOf(outcome);
  if (!(kind === 'mss-reading' ? acknowledgements.reading : acknowledgements.reception)) return undefined;
  return {
    kind,
    messageControlId,
    at: encodeHl7Timestamp(outcome.at),
    ...(outcome.channel === 'mss' && outcome.mailbox && { mailbox: outcome.mailbox }),
    ...(outcome.failure && { error: toError(kind, outcome.failure) }),
  };
}

/** Header of the ZAM for the sender of a message: its parties swapped, its processing id kept, so that a test never reads as real. */
export function toBusinessAckHeader(
  original: Hl7Header,
  { controlId, sentAt }: { readonly controlId: string; readonly sentAt: string },
): BusinessAckHeader {
  return { ...answerParties(original), controlId, sentAt: encodeHl7Timestamp(sentAt), processingId: original.processingId || 'P' };
}

function kindOf(outcome: DeliveryOutcome): BusinessAckKind {
  if (outcome.channel === 'dmp') return 'dmp-reception';
  return outcome.proof === 'delivery' ? 'mss-reception' : 'mss-reading';
}

/** The system of the code is that of who refused; software that reads a mail may also refuse with a condition of the volet. */
function toError(kind: BusinessAckKind, { code, text }: DeliveryFailure): BusinessError {
  if (/^90[0-6]$/.test(code)) return { code, text, system: 'applicationErrorCondition' };
  if (kind === 'dmp-reception') return { code, text, system: 'DMPERRORCODE' };
  if (kind === 'mss-reception') return { code, text, system: 'SMTPERRORCODE' };
  // A reader's own code has no system that the volet knows: "other", and the code stays in the text.
  return { code: '906', text: text === '' ? code : `${code}: ${text}`, system: 'applicationErrorCondition' };
}
