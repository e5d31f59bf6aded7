import { isAscii, isUtf8 } from 'node:buffer';
import type { Finding } from '@segur/errors';
import iconv from 'iconv-lite';
import { HprimDecodingError } from './hprim-decoding-error.js';
import { remark } from './tolerances.js';

/** Character sets that files are seen in. ISO 8859-1 is read as its windows-1252 superset. */
export type HprimCharset = 'ascii' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'cp850' | 'macroman';

/** The text of a file, and on whose word it was read so. */
export interface TextReading {
  readonly text: string;
  readonly charset: HprimCharset;
  readonly findings: readonly Finding[];
}

type OneByte = 'windows-1252' | 'cp850' | 'macroman';
const ICONV: Readonly<Record<OneByte, string>> = { 'windows-1252': 'win1252', cp850: 'cp850', macroman: 'macroman' };
/** Of two sets that read as well, the first: nearly all senders write it. */
const GUESSES: readonly OneByte[] = ['windows-1252', 'cp850', 'macroman'];

/**
 * Bytes to text. No field of the format declares the set, so in this order: a byte order mark, letters that are right UTF-8, what was
 * agreed with the partner, and at last the set in which the bytes give French letters.
 *
 * @throws {HprimDecodingError} `hprim-charset`: bytes that are no text in that set. Nothing is patched: a replaced letter in a name puts a
 * report on the wrong person.
 * @see hprim-sante.md §3.1
 */
export function readText(bytes: Uint8Array, agreed?: HprimCharset): TextReading {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = byteOrderMark(buffer);
  if (mark) {
    return { text: checked(decodeUnicode(buffer, mark)), charset: mark, findings: [remark('hprim-byte-order-mark', 'file')] };
  }
  const body = withoutFilling(buffer);
  const findings = body.length < buffer.length ? [remark('hprim-trailing-bytes', 'file')] : [];
  if (isAscii(body)) return { text: checked(body.toString('latin1')), charset: 'ascii', findings };
  if (isUtf8(body)) return { text: checked(body.toString('utf8')), charset: 'utf-8', findings };
  if (agreed === 'utf-8' || agreed === 'utf-16le' || agreed === 'utf-16be')
    return { text: checked(decodeUnicode(body, agreed)), charset: agreed, findings };
  const charset = agreed === undefined || agreed === 'ascii' ? guess(body) : agreed;
  const guessed = charset !== agreed && charset !== 'windows-1252';
  return {
    text: checked(iconv.decode(body, ICONV[charset])),
    charset,
    findings: guessed ? [...findings, remark('hprim-charset-guessed', 'file')] : findings,
  };
}

/** Text to bytes; nothing when a character does not exist in the set. */
export function writeText(text: string, charset: 'windows-1252' | 'utf-8'): Buffer | undefined {
  if (charset === 'utf-8') return text.isWellFormed() ? Buffer.from(text, 'utf8') : undefined;
  const bytes = iconv.encode(text, ICONV[charset]);
  return iconv.decode(bytes, ICONV[charset]) === text ? bytes : undefined;
}

function byteOrderMark(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

/** What is not of the set becomes U+FFFD, which `checked` refuses; the mark disappears. */
function decodeUnicode(bytes: Buffer, charset: 'utf-8' | 'utf-16le' | 'utf-16be'): string {
  return new TextDecoder(charset).decode(bytes);
}

/** DOS ends a text with SUB, and copies fill blocks with NUL. */
function withoutFilling(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x1a || bytes[end - 1] === 0)) end -= 1;
  return bytes.subarray(0, end);
}

// Control characters and what stands for no letter: none belongs in a text, and XML allows none.
const NOT_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffd\ufffe\uffff]/;

function checked(text: string): string {
  if (NOT_TEXT.test(text)) throw notText('The bytes are not text: control characters, or bytes that are no letter');
  return text;
}

function notText(message: string): HprimDecodingError {
  return new HprimDecodingError('hprim-charset', 'file', message);
}

/** What a letter says for the set it was read in: the commonest letters of French most, letters that French does not have against. */
const WEIGHTS: readonly (readonly [string, number])[] = [
  ['éèàê', 5],
  ['çùâîôûëïœ', 3],
  ['µ°²³', 3],
  ['ÉÈÀÊÇÔÎÂÛËÏŒöüäñ«»’–…€', 1],
];
const WEIGHT = new Map(WEIGHTS.flatMap(([letters, weight]) => [...letters].map((letter) => [letter, weight] as const)));
const FOREIGN = -3;

function guess(bytes: Buffer): OneByte {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const scores = GUESSES.map((charset) => {
    let score = 0;
    for (let byte = 0x80; byte < 0x100; byte += 1) {
      const count = counts[byte] ?? 0;
      if (count > 0) score += count * (WEIGHT.get(iconv.decode(Buffer.of(byte), ICONV[charset])) ?? FOREIGN);
    }
    return score;
  });
  return GUESSES[scores.indexOf(Math.max(...scores))] ?? 'windows-1252';
}
