import { decodeMessage, Hl7DecodingError, readHeader, type AckError, type Hl7Header, type Hl7Message } from '@segur/hl7v2';
import { contentOf, decodingErrorToErr, fillerNumberOf, kindOf, splitPatients, type MessageKind } from '@segur/hl7v2-to-laboratory';

/** What the door needs to know of a message; nothing of the patient or the results. */
export interface IncomingMessage {
  readonly header: Hl7Header;
  /** The laboratory's own number of the request of each patient, in their order; empty when there is none. One at least. */
  readonly fillerNumbers: readonly [string, ...string[]];
  /** `hl7v2-oml`: an order. `other`: neither that nor results. */
  readonly kind: MessageKind | 'hl7v2-oml' | 'other';
  readonly hasPatient: boolean;
  /** The whole message, for an order alone: its answer says what is wrong with it. */
  readonly order?: Hl7Message;
}

/** A message, or what to answer instead. */
export type MessageReading =
  | { readonly status: 'read'; readonly message: IncomingMessage }
  /** `header` is absent when MSH itself cannot be split. */
  | { readonly status: 'malformed'; readonly header?: Hl7Header; readonly error: AckError }
  /** There is no MSH: nothing to answer to. */
  | { readonly status: 'not-hl7' };

/** Reads as much of a message as its reception needs, and refuses bytes that nobody could read later. */
export function readMessage(bytes: Uint8Array, maxBytes: number): MessageReading {
  const reading = readHeader(bytes);
  if (reading.status === 'unreadable') {
    if (reading.reason === 'not-hl7') return { status: 'not-hl7' };
    return {
      status: 'malformed',
      error: { location: 'MSH[1]-2', condition: 199, severity: 'E', diagnostic: 'Unusable delimiters' },
    };
  }
  const { header } = reading;
  try {
    return { status: 'read', message: toIncoming(header, decodeMessage(bytes, { maxBytes })) };
  } catch (error) {
    if (!(error instanceof Hl7DecodingError)) throw error;
    return { status: 'malformed', header, error: decodingErrorToErr(error) };
  }
}

function toIncoming(header: Hl7Header, message: Hl7Message): IncomingMessage {
  const kind = contentOf(message) === 'order' ? 'hl7v2-oml' : (kindOf(message) ?? 'other');
  return {
    header,
    fillerNumbers: numbersOf(message, kind),
    kind,
    hasPatient: message.first('PID') !== undefined,
    ...(kind === 'hl7v2-oml' && { order: message }),
  };
}

function numbersOf(message: Hl7Message, kind: IncomingMessage['kind']): IncomingMessage['fillerNumbers'] {
  // The laboratory numbers an order once it has it.
  if (kind === 'hl7v2-oml') return [''];
  if (kind !== 'hl7v2-cda') {
    const [first = '', ...others] = splitPatients(message).map((patient) => fillerNumberOf(patient) ?? '');
    return [first, ...others];
  }
  // A MDM need not have an order: then TXA says the number, as the reading of the document does.
  const txa = message.first('TXA');
  return [fillerNumberOf(message) || txa?.text(15) || txa?.text(12) || ''];
}
