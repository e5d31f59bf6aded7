import type { Hl7Message } from './hl7-message.js';
import type { AckCode } from './encode-ack.js';
import type { Segment } from './segment.js';

/** One ERR of an acknowledgement that was received. Texts of the remote system: never to be logged whole. */
export interface ReceivedError {
  /** `OBX[3]-5.1`: ERR-2, or ERR-1 before v2.5. */
  readonly location?: string;
  /** ERR-3.1, HL7 table 0357: `207`. Empty when the sender gives none. */
  readonly condition: string;
  readonly conditionText?: string;
  /** ERR-4: `E`, `F`, `W`, `I`. */
  readonly severity?: string;
  /** ERR-5: code, text and system, e.g. `904` of `applicationErrorCondition`. */
  readonly application?: { readonly code: string; readonly text: string; readonly system: string };
  /** ERR-6. */
  readonly parameters: readonly string[];
  /** ERR-7. */
  readonly diagnostic?: string;
  /** ERR-8. */
  readonly userMessage?: string;
}

/** What an acknowledgement that was received says. */
export interface ReceivedAck {
  readonly code: AckCode;
  /** MSA-2: MSH-10 of the message answered. Empty when the answerer could not read it. */
  readonly controlId: string;
  /** MSA-3, the only text before v2.5. */
  readonly text?: string;
  readonly errors: readonly ReceivedError[];
}

const CODES = ['AA', 'AE', 'AR', 'CA', 'CE', 'CR'] as const;

/** Reads the acknowledgement in any message that holds one (ACK, ORL…), or nothing: no MSA, or a verdict that HL7 does not know. */
export function decodeAck(message: Hl7Message): ReceivedAck | undefined {
  const msa = message.first('MSA');
  const code = CODES.find((known) => known === msa?.text(1).trim().toUpperCase());
  if (!msa || !code) return undefined;
  const text = msa.field(3).repetition(0).whole;
  return { code, controlId: msa.text(2), ...(text && { text }), errors: message.all('ERR').flatMap(toErrors) };
}

function toErrors(err: Segment): readonly ReceivedError[] {
  const modern = err.field(3).state === 'value';
  return modern || err.field(1).state !== 'value' ? [toError(err)] : err.field(1).repetitions.map(toOldError);
}

function toError(err: Segment): ReceivedError {
  const location = locationOf([1, 2, 3, 4, 5, 6].map((number) => err.text(2, number)));
  const [conditionText, severity] = [err.text(3, 2), err.text(4)];
  const [diagnostic, userMessage] = [err.field(7).repetition(0).whole, err.field(8).repetition(0).whole];
  const code = err.text(5);
  return {
    ...(location && { location }),
    condition: err.text(3),
    ...(conditionText && { conditionText }),
    ...(severity && { severity }),
    ...(code && { application: { code, text: err.text(5, 2), system: err.text(5, 3) } }),
    parameters: err.field(6).repetitions.map((parameter) => parameter.whole),
    ...(diagnostic && { diagnostic }),
    ...(userMessage && { userMessage }),
  };
}

/** ERR-1 before v2.5: segment, sequence, field, and the condition as sub-components of the fourth. */
function toOldError(place: ReturnType<Segment['field']>['repetitions'][number]): ReceivedError {
  const location = locationOf([1, 2, 3].map((number) => place.text(number)));
  const conditionText = place.component(4).subcomponent(2);
  return {
    ...(location && { location }),
    condition: place.component(4).subcomponent(1),
    ...(conditionText && { conditionText }),
    parameters: [],
  };
}

/** Segment, sequence, field, repetition, component, sub-component → `OBX[3]-5.1`. */
function locationOf([segment = '', sequence = '', field = '', , component = '', subcomponent = '']: readonly string[]): string {
  if (segment === '') return '';
  const place = `${segment}[${sequence || '1'}]`;
  if (field === '') return place;
  return [`${place}-${field}`, component, subcomponent].filter((part) => part !== '').join('.');
}
