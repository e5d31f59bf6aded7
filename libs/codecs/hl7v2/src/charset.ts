import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { Hl7DecodingError } from './hl7-decoding-error.js';

/** Character sets that a message may be read and written in. `latin1` is ISO 8859-1, read as its windows-1252 superset. */
export type Charset = 'utf-8' | 'iso-8859-15' | 'latin1' | 'windows-1252' | 'windows-1250' | 'ascii';

/** How the bytes are to be read, and on whose word. */
export interface CharsetDecision {
  readonly charset: Charset;
  /** MSH-18 was empty or said ASCII while the bytes are not: the set was worked out from the bytes. */
  readonly guessed: boolean;
}

const NAMES: Readonly<Record<string, Charset>> = {
  'UNICODE UTF-8': 'utf-8',
  'UTF-8': 'utf-8',
  UTF8: 'utf-8',
  UNICODE: 'utf-8',
  '8859/15': 'iso-8859-15',
  'ISO-8859-15': 'iso-8859-15',
  '8859/1': 'latin1',
  'ISO-8859-1': 'latin1',
  CP1250: 'windows-1250',
  'WINDOWS-1250': 'windows-1250',
  CP1252: 'windows-1252',
  'WINDOWS-1252': 'windows-1252',
};

/** MSH-18 of what we write, by character set; ASCII needs no name. */
export const CHARSET_FIELD: Readonly<Record<Charset, string>> = {
  'utf-8': 'UNICODE UTF-8',
  'iso-8859-15': '8859/15',
  latin1: '8859/1',
  'windows-1252': 'WINDOWS-1252',
  'windows-1250': 'CP1250',
  ascii: '',
};

const ICONV: Readonly<Record<Charset, string>> = {
  'utf-8': 'utf8',
  'iso-8859-15': 'iso-8859-15',
  latin1: 'win1252',
  'windows-1252': 'win1252',
  'windows-1250': 'win1250',
  ascii: 'ascii',
};

/** Bytes that stand for no character in the Windows sets. */
const UNASSIGNED: Partial<Record<Charset, ReadonlySet<number>>> = {
  latin1: new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]),
  'iso-8859-15': new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]),
  'windows-1252': new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]),
  'windows-1250': new Set([0x81, 0x83, 0x88, 0x90, 0x98]),
};

/**
 * Decides how to read a message from its MSH-18 and its bytes.
 *
 * A message that says UTF-8 and is not, or says an 8-bit set and is UTF-8, is refused, never patched: a wrong letter in a name puts a report
 * on the wrong person.
 *
 * @param declared - MSH-18, first repetition, as it stands.
 * @throws {Hl7DecodingError} `hl7-charset`: an unknown name, or bytes that are not what it says.
 * @see HL7 table 0211; volet Transmission de document(s) CDA en HL7v2 §MSH-18
 */
export function decideCharset(declared: string, bytes: Uint8Array): CharsetDecision {
  if (['', 'ASCII', '""'].includes(declared.trim().toUpperCase())) {
    if (isAscii(bytes)) return { charset: 'ascii', guessed: false };
    if (isUtf8(bytes)) return { charset: 'utf-8', guessed: true };
    assertIn(bytes, 'windows-1252');
    return { charset: 'windows-1252', guessed: true };
  }
  const charset = charsetNamed(declared);
  if (!charset) throw new Hl7DecodingError('hl7-charset', 'MSH[1]-18', 'MSH-18 names a character set that is not read');
  if (charset !== 'utf-8' && isDisguisedUtf8(bytes)) {
    throw new Hl7DecodingError('hl7-charset', 'MSH[1]-18', 'The bytes are UTF-8, not the set that MSH-18 declares');
  }
  assertIn(bytes, charset);
  return { charset, guessed: false };
}

/** The set that a text of MSH-18 names, or nothing: no name, or one that is not read. */
export function charsetNamed(declared: string): Charset | undefined {
  return NAMES[declared.trim().toUpperCase().replace(/\s+/g, ' ')];
}

/**
 * Checks bytes against the set they are said to be in.
 *
 * @throws {Hl7DecodingError} `hl7-charset`: they are not valid UTF-8, or hold a byte to which the set gives no character.
 */
export function assertIn(bytes: Uint8Array, charset: Charset): void {
  if (isIn(bytes, charset)) return;
  throw new Hl7DecodingError('hl7-charset', 'MSH[1]-18', 'The bytes are not the character set that MSH-18 declares');
}

/** True when every byte has a character in the set. ASCII is read as Latin-1, where all have. */
export function isIn(bytes: Uint8Array, charset: Charset): boolean {
  if (charset === 'utf-8') return isUtf8(bytes);
  const unassigned = UNASSIGNED[charset];
  if (!unassigned || isAscii(bytes)) return true;
  for (const byte of bytes) if (byte >= 0x80 && byte <= 0x9f && unassigned.has(byte)) return false;
  return true;
}

/**
 * True when bytes said to be in an 8-bit set are UTF-8 all the same: every letter beyond ASCII reads as one of French or its neighbours.
 *
 * Bytes of French in an 8-bit set never look so: `É` before a hard space is valid UTF-8 by chance, of a letter that no one here writes.
 */
function isDisguisedUtf8(bytes: Uint8Array): boolean {
  if (isAscii(bytes) || !isUtf8(bytes)) return false;
  const foreign = /[^\x00-\x7f\u00a0-\u017f\u0300-\u036f\u2010-\u20cf]/u;
  return !foreign.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
}

/**
 * Bytes to text. Call after `decideCharset`: invalid UTF-8 is not looked for again.
 *
 * In the ISO sets the range 0x80 to 0x9F, which has no sign of its own, is read as windows-1252 (€, œ, typographic quotes).
 */
export function decodeText(bytes: Uint8Array, charset: Charset): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (charset === 'utf-8') return buffer.toString('utf8');
  if (charset === 'ascii' || isAscii(buffer)) return buffer.toString('latin1');
  const text = iconv.decode(buffer, ICONV[charset]);
  return charset === 'iso-8859-15' ? text.replace(/[\u0080-\u009f]/g, fromWindows) : text;
}

function fromWindows(control: string): string {
  return iconv.decode(Buffer.of(control.charCodeAt(0)), ICONV.latin1);
}

/** Text to bytes. What the set cannot hold becomes `?`: see `holds`. */
export function encodeText(text: string, charset: Charset): Buffer {
  return charset === 'utf-8' ? Buffer.from(text, 'utf8') : iconv.encode(text, ICONV[charset]);
}

/** True when every character of the text exists in the set. */
export function holds(text: string, charset: Charset): boolean {
  return charset === 'utf-8' ? !/\p{Surrogate}/u.test(text) : decodeText(encodeText(text, charset), charset) === text;
}

/** True when bytes declared ISO 8859-1 or -15 hold the range that only windows-1252 fills (€, œ, typographic quotes). */
export function hasC1Bytes(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80 && byte <= 0x9f) return true;
  return false;
}
