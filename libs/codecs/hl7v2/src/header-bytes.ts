import { Hl7DecodingError } from './hl7-decoding-error.js';

const CR = 0x0d;
const LF = 0x0a;
const LONGEST_HEADER = 64 * 1024;

/**
 * Where MSH begins: after a UTF-8 byte order mark, blanks and empty lines, and nothing else.
 *
 * @throws {Hl7DecodingError} `hl7-structure`: the bytes do not start with MSH.
 */
export function startOfHeader(bytes: Uint8Array): number {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (start < bytes.length && start < 64 && isBlank(bytes[start])) start += 1;
  if (bytes[start] !== 0x4d || bytes[start + 1] !== 0x53 || bytes[start + 2] !== 0x48 || bytes[start + 3] === undefined) {
    throw new Hl7DecodingError('hl7-structure', 'MSH[1]', 'The message does not start with MSH');
  }
  return start;
}

/** The bytes of the MSH segment, without its terminator. */
export function headerBytes(body: Uint8Array): Uint8Array {
  const most = Math.min(body.length, LONGEST_HEADER);
  let end = 0;
  while (end < most && body[end] !== CR && body[end] !== LF) end += 1;
  return body.subarray(0, end);
}

/**
 * MSH-18, first repetition, read byte by byte: the character set must be known before anything is decoded.
 *
 * Sound for every set that keeps ASCII bytes, which are all the sets that HL7 table 0211 allows in Europe.
 */
export function declaredCharset(body: Uint8Array): string {
  const header = Buffer.from(headerBytes(body)).toString('latin1');
  const field = header.split(header.charAt(3))[17] ?? '';
  return /^[A-Za-z0-9 /_.-]*/.exec(field.trim())?.[0].trim() ?? '';
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === CR || byte === LF;
}
