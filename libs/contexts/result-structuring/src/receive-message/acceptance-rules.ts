import type { AckError, Hl7Message } from '@segur/hl7v2';
import type { MessageKind } from '@segur/hl7v2-to-laboratory';
import type { IncomingMessage } from './read-message.js';

/** What a laboratory has agreed to with us. */
export interface AcceptanceRules {
  /** A laboratory that is itself a test site may send training and debugging messages (MSH-11 T or D) as if they were real. */
  readonly acceptsTests: boolean;
}

// What PostgreSQL and log lines cannot hold, and no sender writes on purpose.
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;

const MESSAGE_CODES = ['ORU', 'OUL', 'MDM', 'OML'];
const RECEIVED = 'ORU^R01, OUL^R22, MDM^T02, T04, T10 and OML^O21, O33, O35 are received here';

/** A message of results that may be stored. */
export type AcceptableMessage = IncomingMessage & { readonly kind: MessageKind };

/** A message of an order that may be read. */
export type AcceptableOrder = IncomingMessage & { readonly kind: 'hl7v2-oml'; readonly order: Hl7Message };

/**
 * Lets a message in, or says why it is refused with AE: everything that can be said without reading patient, results or order.
 *
 * @see HL7 table 0357; hl7v2.md §8.3 and §8.5
 */
export function judge(
  message: IncomingMessage,
  rules: AcceptanceRules,
): AcceptableMessage | AcceptableOrder | { readonly refusal: AckError } {
  const { header, fillerNumbers, hasPatient } = message;
  const refuse = (location: string, condition: AckError['condition'], diagnostic: string) => ({
    refusal: { location, condition, severity: 'E', diagnostic } as const,
  });
  if (!MESSAGE_CODES.includes(header.messageCode)) return refuse('MSH[1]-9', 200, RECEIVED);
  if (!isTaken(message)) return refuse('MSH[1]-9.2', 201, RECEIVED);
  if (!/^2\.[2-9]/.test(header.version)) return refuse('MSH[1]-12', 203, 'Versions 2.2 to 2.9 are read');
  if (header.controlId === '') return refuse('MSH[1]-10', 101, 'A message without control id cannot be acknowledged');
  if (header.processingId === '') return refuse('MSH[1]-11', 101, 'P, T or D is required');
  if (header.processingId !== 'P' && !rules.acceptsTests) {
    return refuse('MSH[1]-11', 202, 'Test messages never leave: this laboratory sends P only');
  }
  if (!hasPatient) return refuse('PID[1]', 101, 'PID is required');
  if (message.kind !== 'hl7v2-oml' && fillerNumbers.includes(''))
    return refuse('OBR[1]-3', 101, "The laboratory's own number of the request is required");
  const texts = [header.sendingApplication, header.sendingFacility, header.controlId, header.sentAt, ...fillerNumbers];
  if (new Set(fillerNumbers).size < fillerNumbers.length) {
    return refuse('OBR[1]-3', 199, 'Two patients of one message have the same number of request');
  }
  if (texts.some((text) => CONTROL_CHARACTER.test(text))) return refuse('MSH[1]', 102, 'A control character in an identifier');
  if (texts.some((text) => text.length > 250)) return refuse('MSH[1]', 102, 'An identifier is too long');
  return message;
}

function isTaken(message: IncomingMessage): message is AcceptableMessage | AcceptableOrder {
  return message.kind !== 'other';
}
