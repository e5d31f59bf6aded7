import { CHARSET_FIELD, charsetNamed, encodeText, holds, type Charset } from './charset.js';
import { encodeSegments, type FieldValue, type SegmentValue } from './encode-message.js';
import type { Endpoint } from './message-header.js';
import type { Hl7Header } from './read-header.js';

/**
 * Verdict on a message. Original mode: `AA` taken over, `AE` wrong content (do not resend), `AR` cannot now (resend later). Enhanced mode:
 * `CA`, `CE`, `CR` say the same of the transport alone.
 */
export type AckCode = 'AA' | 'AE' | 'AR' | 'CA' | 'CE' | 'CR';

/** Conditions of HL7 table 0357, with the additions of the French volet (198, 199). */
export const ERROR_CONDITIONS = {
  0: 'Message accepted',
  100: 'Segment sequence error',
  101: 'Required field missing',
  102: 'Data type error',
  103: 'Table value not found',
  198: 'Non-conformant cardinality',
  199: 'Other HL7 error',
  200: 'Unsupported message type',
  201: 'Unsupported event code',
  202: 'Unsupported processing id',
  203: 'Unsupported version id',
  204: 'Unknown key identifier',
  205: 'Duplicate key identifier',
  206: 'Application record locked',
  207: 'Application error',
} as const;
export type ErrorCondition = keyof typeof ERROR_CONDITIONS;

/** Conditions of the French volet for a document: ERR-5. */
export const APPLICATION_CONDITIONS = {
  900: 'Version of the document is not the latest',
  901: 'Author not allowed to replace or delete',
  902: 'Unknown patient',
  903: 'No INS in the document',
  904: 'INS differs from the local identity',
  905: 'INS incomplete',
  906: 'Other',
} as const;
export type ApplicationCondition = keyof typeof APPLICATION_CONDITIONS;

/** One ERR segment. Carries no patient data. */
export interface AckError {
  /** Where, as findings say it: `OBX[3]-5`, `PID[1]-3.4`. Left out of the segment when it is no place of HL7. */
  readonly location?: string;
  readonly condition: ErrorCondition;
  readonly severity: 'E' | 'W' | 'I' | 'F';
  readonly application?: ApplicationCondition;
  /** ERR-6: what the condition is about, e.g. the code that a table does not hold. */
  readonly parameters?: readonly string[];
  /** ERR-7, for developers. */
  readonly diagnostic?: string;
  /** ERR-8, for the people of the laboratory. */
  readonly userMessage?: string;
}

/** What an acknowledgement says. */
export interface Ack {
  /** Header of the message answered. Absent: it could not be read; the answer names no message and comes from nobody. */
  readonly header: Hl7Header | undefined;
  readonly code: AckCode;
  /** Our own MSH-10. */
  readonly controlId: string;
  /** HL7 timestamp of the answer. */
  readonly sentAt: string;
  readonly errors?: readonly AckError[];
  /** MSH-9 of an answer that has a type of its own, e.g. `ORL`, `O22`, `ORL_O22`. Absent: `ACK^<event>^ACK`. */
  readonly type?: readonly [code: string, event: string, structure: string];
  /** What the answer says beside the verdict: segments after MSA and ERR. */
  readonly segments?: readonly SegmentValue[];
}

/**
 * Writes an ACK: sender and receiver swapped, version, processing id and character set echoed, `ACK^<event>^ACK` unless told.
 *
 * An ACK is always written: what the caller's set cannot hold of our texts becomes `?`.
 *
 * @see Volet Transmission de document(s) CDA en HL7v2 §ACK; HL7 v2.5.1 §2.13
 */
export function encodeAck({ header, code, controlId, sentAt, errors = [], type, segments = [] }: Ack): Buffer {
  const charset: Charset = header?.charset ?? 'ascii';
  const text = encodeSegments([
    { name: 'MSH', fields: headerFields(header, { controlId, sentAt, type }) },
    { name: 'MSA', fields: [code, header?.controlId] },
    ...errors.map((error) => errorSegment(error, isOld(header))),
    ...segments,
  ]);
  return encodeText(holds(text, charset) ? text : text.replace(/[^\x00-\x7f]/gu, '?'), charset);
}

/** Sender and receiver of an answer: those of the message, swapped. */
export function answerParties(header: Hl7Header): { readonly sender: Endpoint; readonly receiver: Endpoint } {
  return {
    sender: { application: fieldOf(header, 5), facility: fieldOf(header, 6) },
    receiver: { application: fieldOf(header, 3), facility: fieldOf(header, 4) },
  };
}

function headerFields(
  header: Hl7Header | undefined,
  { controlId, sentAt, type }: Pick<Ack, 'controlId' | 'sentAt'> & { readonly type: Ack['type'] | undefined },
): FieldValue[] {
  const echo = (number: number) => (header ? fieldOf(header, number) : undefined);
  return [
    echo(5),
    echo(6),
    echo(3),
    echo(4),
    sentAt,
    undefined,
    type ?? ['ACK', header?.triggerEvent || 'R01', 'ACK'],
    controlId,
    header?.processingId || 'P',
    echo(12) ?? '2.5',
    undefined,
    undefined,
    undefined,
    undefined,
    'FRA',
    header && charsetField(header),
  ];
}

/** The caller's own name of the set, when it is the one that we answer in. */
function charsetField({ declaredCharset, charset }: Hl7Header): string {
  return charsetNamed(declaredCharset) === charset || charset === 'ascii' ? declaredCharset : CHARSET_FIELD[charset];
}

/** A field of the message answered, ready to be written again: its components, whatever delimiters they came with. */
function fieldOf({ segment }: Hl7Header, number: number): FieldValue {
  const repetition = segment.field(number).repetition(0);
  if (repetition.state === 'empty') return undefined;
  return Array.from({ length: Math.min(repetition.componentCount, 10) }, (_, index) => repetition.text(index + 1));
}

/** Before v2.5, ERR had one field. */
function isOld(header: Hl7Header | undefined): boolean {
  return header !== undefined && /^2\.[1-4](?:\D|$)/.test(header.version);
}

function errorSegment(error: AckError, old: boolean): SegmentValue {
  const { location, condition, severity, application, parameters = [], diagnostic, userMessage } = error;
  const place = location === undefined ? undefined : errorLocation(location);
  return {
    name: 'ERR',
    fields: [
      old
        ? [...[0, 1, 2].map((index) => place?.[index] ?? ''), [String(condition), ERROR_CONDITIONS[condition], 'HL70357']]
        : undefined,
      place,
      [String(condition), ERROR_CONDITIONS[condition], 'HL70357'],
      severity,
      application && [String(application), APPLICATION_CONDITIONS[application], 'applicationErrorCondition'],
      parameters.length > 0 ? { repetitions: parameters.map((parameter) => [parameter]) } : undefined,
      diagnostic,
      userMessage,
    ],
  };
}

/** `OBX[3]-5.1` → segment, sequence, field, repetition, component. */
function errorLocation(location: string): readonly string[] | undefined {
  const parts = /^([A-Z][A-Z0-9]{2})(?:\[(\d+)\])?(?:-(\d+)(?:\.(\d+)(?:\.(\d+))?)?)?$/.exec(location);
  if (!parts) return undefined;
  const [, segment = '', sequence = '1', field, component, subcomponent] = parts;
  if (!field) return [segment, sequence];
  if (!component) return [segment, sequence, field];
  return [segment, sequence, field, '1', component, ...(subcomponent ? [subcomponent] : [])];
}
