import { encodeMessage, segmentOf, type SegmentValue } from './encode-message.js';
import type { Hl7Message } from './hl7-message.js';
import { headerSegment, type MessageHeader } from './message-header.js';
import { headerOf } from './read-header.js';
import type { Segment } from './segment.js';

/** What a business acknowledgement tells of: the answer of the DMP, the delivery of a mail, the reading of a mail. */
export type BusinessAckKind = 'dmp-reception' | 'mss-reception' | 'mss-reading';

/** Why a delivery failed, in the words of who refused it. */
export interface BusinessError {
  readonly code: string;
  readonly text: string;
  /** `DMPERRORCODE`, `SMTPERRORCODE`, or the volet's own conditions (900 to 906). */
  readonly system: 'DMPERRORCODE' | 'SMTPERRORCODE' | 'applicationErrorCondition';
  /** ERR-4. Default `E`. */
  readonly severity?: 'E' | 'W' | 'I' | 'F';
}

/** What a ZAM says of one document and one recipient. */
export interface BusinessAck {
  readonly kind: BusinessAckKind;
  /** MSH-10 of the message that carried the document. */
  readonly messageControlId: string;
  /** HL7 timestamp of the fact (EVN-2). */
  readonly at: string;
  /** Whose mailbox; absent for the DMP. */
  readonly mailbox?: { readonly address: string; readonly ownerId?: string };
  /** Absent: it succeeded. */
  readonly error?: BusinessError;
}

const EVENTS = { 'dmp-reception': 'Z01', 'mss-reception': 'Z02', 'mss-reading': 'Z03' } as const;
const VERDICTS = {
  'dmp-reception': ['ACK_RECEPTION_DMP', 'Accusé de réception DMP'],
  'mss-reception': ['ACK_RECEPTION_MSS', 'Accusé de réception MSSanté'],
  'mss-reading': ['ACK_LECTURE_MSS', 'Accusé de lecture'],
} as const;
const MAILBOXES = {
  'dmp-reception': undefined,
  'mss-reception': ['DESTINATAIRE_MSS', 'Destinataire MSSanté'],
  'mss-reading': ['LECTEUR_MSS', 'Lecteur du courriel MSSanté'],
} as const;
const SYSTEM = 'AckMetierZAM';
/** The volet prints both spellings. */
const ERROR_SYSTEMS: Readonly<Record<string, BusinessError['system']>> = {
  DMPERRORCODE: 'DMPERRORCODE',
  DMP_ERROR_CODE: 'DMPERRORCODE',
  SMTPERRORCODE: 'SMTPERRORCODE',
  SMTP_ERROR_CODE: 'SMTPERRORCODE',
  APPLICATIONERRORCONDITION: 'applicationErrorCondition',
};

/** Header of a ZAM: the version, the profile and the type are those of the volet. */
export type BusinessAckHeader = Pick<MessageHeader, 'sender' | 'receiver' | 'sentAt' | 'controlId' | 'processingId'>;

/**
 * Writes a ZAM (`ZAM^Z01`, `Z02` or `Z03`), version 2.6, in UTF-8: one verdict on one delivery.
 *
 * @throws {MalformedInput} A text holds half a character, which UTF-8 cannot write.
 * @see Volet Transmission de document(s) CDA en HL7v2, messages métier ZAM; hl7v2.md §6.1
 */
export function encodeBusinessAck(header: BusinessAckHeader, ack: BusinessAck): Buffer {
  const { kind, messageControlId, at, mailbox, error } = ack;
  const owner = MAILBOXES[kind];
  return encodeMessage([
    headerSegment({
      ...header,
      type: ['ZAM', EVENTS[kind], 'ZAM_Z01'],
      version: '2.6',
      profile: ['2.1', 'CISIS_CDA_HL7_V2'],
    }),
    segmentOf('EVN', { 2: at }),
    segmentOf('OBX', {
      1: '1',
      2: 'CWE',
      3: [...VERDICTS[kind], SYSTEM],
      4: messageControlId,
      5: [error ? 'N' : 'Y', '', 'expandedYes-NoIndicator'],
      11: 'F',
    }),
    ...(owner && mailbox
      ? [
          segmentOf('OBX', {
            1: '2',
            2: 'XTN',
            3: [...owner, SYSTEM],
            4: mailbox.ownerId,
            5: ['', '', 'X.400', mailbox.address],
            11: 'F',
          }),
        ]
      : []),
    ...(error ? [errorSegment(error)] : []),
  ]);
}

function errorSegment({ code, text, system, severity = 'E' }: BusinessError): SegmentValue {
  return segmentOf('ERR', {
    3: ['207', 'Application internal error', 'messageErrorCondition'],
    4: severity,
    5: [code, text, system],
  });
}

/** Reads a ZAM, or nothing: another message, or one without its verdict. */
export function decodeBusinessAck(message: Hl7Message): BusinessAck | undefined {
  const { messageCode, triggerEvent, sentAt } = headerOf(message);
  const kind = (Object.keys(EVENTS) as BusinessAckKind[]).find((known) => EVENTS[known] === triggerEvent);
  const observations = message.all('OBX');
  const verdict = kind && observations.find((obx) => obx.text(3) === VERDICTS[kind][0]);
  const said = verdict?.text(5).trim().toUpperCase();
  if (messageCode !== 'ZAM' || !kind || !verdict || (said !== 'Y' && said !== 'N')) return undefined;
  const mailbox = observations.find((obx) => obx.text(3) === MAILBOXES[kind]?.[0]);
  return {
    kind,
    messageControlId: verdict.text(4),
    at: message.first('EVN')?.text(2) || sentAt,
    ...(mailbox && { mailbox: toMailbox(mailbox) }),
    ...(said === 'N' && { error: toError(message.first('ERR')) }),
  };
}

function toMailbox(obx: Segment): NonNullable<BusinessAck['mailbox']> {
  const ownerId = obx.text(4);
  return { address: obx.text(5, 4), ...(ownerId && { ownerId }) };
}

function toError(err: Segment | undefined): BusinessError {
  const system = ERROR_SYSTEMS[err?.text(5, 3).trim().toUpperCase() ?? ''] ?? 'applicationErrorCondition';
  const severity = (['E', 'W', 'I', 'F'] as const).find((known) => known === err?.text(4));
  return { code: err?.text(5) || '906', text: err?.text(5, 2) ?? '', system, ...(severity && { severity }) };
}
