import { decodeMessage, Hl7DecodingError, readHeader, type AckError, type Hl7Header, type Hl7Message } from '@segur/hl7v2';

/** What the door needs to know of a message; nothing of the patient or the results. */
export interface IncomingMessage {
  readonly header: Hl7Header;
  /** The laboratory's own number of the request: OBR-3, else ORC-3. Empty when there is none. */
  readonly fillerNumber: string;
  readonly kind: 'hl7v2-oru' | 'hl7v2-cda';
  readonly hasPatient: boolean;
}

/** A message, or what to answer instead. */
export type MessageReading =
  | { readonly status: 'read'; readonly message: IncomingMessage }
  /** `header` is absent when MSH itself cannot be split. */
  | { readonly status: 'malformed'; readonly header?: Hl7Header; readonly error: AckError }
  /** There is no MSH: nothing to answer to. */
  | { readonly status: 'not-hl7' };

const CONDITIONS = { 'hl7-charset': 102, 'hl7-structure': 100, 'hl7-limit': 199 } as const;

// CR d'examens de biologie médicale: the type of the finished documents that laboratories send.
const DOCUMENT_TYPE = '11502-2';

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
    const { code, location, message } = error;
    return { status: 'malformed', header, error: { location, condition: CONDITIONS[code], severity: 'E', diagnostic: message } };
  }
}

function toIncoming(header: Hl7Header, message: Hl7Message): IncomingMessage {
  const [obr, orc] = [message.first('OBR'), message.first('ORC')];
  return {
    header,
    fillerNumber: obr?.text(3) || orc?.text(3) || '',
    kind: carriesDocument(header, message) ? 'hl7v2-cda' : 'hl7v2-oru',
    hasPatient: message.first('PID') !== undefined,
  };
}

/** By the profile of the volet (MSH-21), else by the document itself; never by who sends. */
function carriesDocument({ profile }: Hl7Header, message: Hl7Message): boolean {
  if (/^CISIS_CDA_HL7_V\d$/.test(profile.name)) return true;
  return message.all('OBX').some((obx) => obx.text(2) === 'ED' && obx.text(5, 3) === 'XML' && obx.text(3) === DOCUMENT_TYPE);
}
