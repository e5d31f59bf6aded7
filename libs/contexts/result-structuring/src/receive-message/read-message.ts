import { decodeMessage, Hl7DecodingError, readHeader, type AckError, type Hl7Header, type Hl7Message } from '@segur/hl7v2';
import { decodingErrorToErr, fillerNumberOf, kindOf, type MessageKind } from '@segur/hl7v2-to-laboratory';

/** What the door needs to know of a message; nothing of the patient or the results. */
export interface IncomingMessage {
  readonly header: Hl7Header;
  /** The laboratory's own number of the request. Empty when there is none. */
  readonly fillerNumber: string;
  /** `other`: not a message of results. */
  readonly kind: MessageKind | 'other';
  readonly hasPatient: boolean;
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
  return {
    header,
    fillerNumber: fillerNumberOf(message) ?? '',
    kind: kindOf(message) ?? 'other',
    hasPatient: message.first('PID') !== undefined,
  };
}
