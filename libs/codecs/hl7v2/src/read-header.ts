import { isUtf8 } from 'node:buffer';
import { decideCharset, decodeText, type Charset } from './charset.js';
import { decodeDelimiters, type Delimiters } from './delimiters.js';
import { declaredCharset, headerBytes, startOfHeader } from './header-bytes.js';
import { Hl7DecodingError } from './hl7-decoding-error.js';
import { Segment } from './segment.js';

/** What MSH says: who, to whom, what, in which set, answered how. Texts are empty where the field is. */
export interface Hl7Header {
  /** MSH-3.1 and MSH-4.1. */
  readonly sendingApplication: string;
  readonly sendingFacility: string;
  readonly receivingApplication: string;
  readonly receivingFacility: string;
  /** MSH-7 as written. */
  readonly sentAt: string;
  /** MSH-9: `ORU`, `R01`, `ORU_R01`. */
  readonly messageCode: string;
  readonly triggerEvent: string;
  readonly messageStructure: string;
  /** MSH-10. */
  readonly controlId: string;
  /** MSH-11.1: `P` production, `T` training, `D` debugging. */
  readonly processingId: string;
  /** MSH-12.1. */
  readonly version: string;
  /** MSH-15 and MSH-16: both empty ask for original acknowledgement mode. */
  readonly acceptAck: string;
  readonly applicationAck: string;
  /** MSH-18, first repetition, as declared. */
  readonly declaredCharset: string;
  /** The set to answer in. When the declared one cannot be trusted, `utf-8`. */
  readonly charset: Charset;
  /** MSH-21, first repetition: `2.1` and `CISIS_CDA_HL7_V2`. */
  readonly profile: { readonly id: string; readonly name: string };
  readonly delimiters: Delimiters;
  /** MSH, for fields not named here. */
  readonly segment: Segment;
}

/** The header, or why there is none to answer to. */
export type HeaderReading =
  | { readonly status: 'read'; readonly header: Hl7Header }
  /** `not-hl7`: no MSH, so nothing to answer; `delimiters`: MSH is there and cannot be split. */
  | { readonly status: 'unreadable'; readonly reason: 'not-hl7' | 'delimiters' };

/**
 * Reads MSH and nothing else, so that a door can know its caller and answer even what it cannot read further.
 *
 * A wrong character set does not make the header unreadable: `decodeMessage` refuses it, and the answer still names the message.
 */
export function readHeader(bytes: Uint8Array): HeaderReading {
  try {
    const body = bytes.subarray(startOfHeader(bytes));
    const declared = declaredCharset(body);
    const header = headerBytes(body);
    const charset = charsetOf(declared, header);
    const raw = decodeText(header, charset === 'utf-8' && !isUtf8(header) ? 'windows-1252' : charset);
    const delimiters = decodeDelimiters(raw);
    return { status: 'read', header: toHeader(new Segment('MSH', 1, raw, { delimiters, charset }), delimiters, declared, charset) };
  } catch (error) {
    if (!(error instanceof Hl7DecodingError)) throw error;
    return { status: 'unreadable', reason: error.location === 'MSH[1]-2' ? 'delimiters' : 'not-hl7' };
  }
}

/** The header of a message that is already decoded. */
export function headerOf(message: {
  readonly header: Segment;
  readonly delimiters: Delimiters;
  readonly charset: Charset;
}): Hl7Header {
  return toHeader(message.header, message.delimiters, message.header.text(18), message.charset);
}

function toHeader(msh: Segment, delimiters: Delimiters, declared: string, charset: Charset): Hl7Header {
  return {
    sendingApplication: msh.text(3),
    sendingFacility: msh.text(4),
    receivingApplication: msh.text(5),
    receivingFacility: msh.text(6),
    sentAt: msh.text(7),
    messageCode: msh.text(9, 1),
    triggerEvent: msh.text(9, 2),
    messageStructure: msh.text(9, 3),
    controlId: msh.text(10),
    processingId: msh.text(11),
    version: msh.text(12),
    acceptAck: msh.text(15),
    applicationAck: msh.text(16),
    declaredCharset: declared,
    charset,
    // The ANS example prints a blank after the caret.
    profile: { id: msh.text(21, 1).trim(), name: msh.text(21, 2).trim() },
    delimiters,
    segment: msh,
  };
}

function charsetOf(declared: string, header: Uint8Array): Charset {
  try {
    return decideCharset(declared, header).charset;
  } catch {
    return 'utf-8';
  }
}
