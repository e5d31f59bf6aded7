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

/**
 * Decides how to read a message from its MSH-18 and its bytes.
 *
 * A message that says UTF-8 and is not is refused, never patched: a replaced letter in a name puts a report on the wrong person.
 *
 * @param declared - MSH-18, first repetition, as it stands.
 * @throws {Hl7DecodingError} `hl7-charset`: an unknown name, or bytes that are not what it says.
 * @see HL7 table 0211; volet Transmission de document(s) CDA en HL7v2 §MSH-18
 */
export function decideCharset(declared: string, bytes: Uint8Array): CharsetDecision {
  const name = declared.trim().toUpperCase().replace(/\s+/g, ' ');
  if (name === '' || name === 'ASCII' || name === '""') {
    if (isAscii(bytes)) return { charset: 'ascii', guessed: false };
    return { charset: isUtf8(bytes) ? 'utf-8' : 'windows-1252', guessed: true };
  }
  const charset = NAMES[name];
  if (!charset) throw new Hl7DecodingError('hl7-charset', 'MSH[1]-18', 'MSH-18 names a character set that is not read');
  if (charset === 'utf-8' && !isUtf8(bytes)) {
    throw new Hl7DecodingError('hl7-charset', 'MSH[1]-18', 'The bytes are not the UTF-8 that MSH-18 declares');
  }
  return { charset, guessed: false };
}

/** Bytes to text. Call after `decideCharset`: invalid UTF-8 is not looked for again. */
export function decodeText(bytes: Uint8Array, charset: Charset): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (charset === 'utf-8') return buffer.toString('utf8');
  if (charset === 'ascii' || isAscii(buffer)) return buffer.toString('latin1');
  return iconv.decode(buffer, ICONV[charset]);
}

/** Text to bytes. What the set cannot hold becomes `?`: see `holds`. */
export function encodeText(text: string, charset: Charset): Buffer {
  return charset === 'utf-8' ? Buffer.from(text, 'utf8') : iconv.encode(text, ICONV[charset]);
}

/** True when every character of the text exists in the set. */
export function holds(text: string, charset: Charset): boolean {
  return charset === 'utf-8' ? !/\p{Surrogate}/u.test(text) : decodeText(encodeText(text, charset), charset) === text;
}

/** True when bytes declared ISO 8859-1 hold the range that only windows-1252 fills (€, œ, typographic quotes). */
export function hasC1Bytes(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80 && byte <= 0x9f) return true;
  return false;
}
