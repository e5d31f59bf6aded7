import type { Finding } from '@segur/errors';
import { decideCharset, decodeText, hasC1Bytes, type Charset } from './charset.js';
import { areStandard, decodeDelimiters } from './delimiters.js';
import { hasStrayEscape, type EscapeContext } from './escape-sequences.js';
import { declaredCharset, startOfHeader } from './header-bytes.js';
import { Hl7DecodingError } from './hl7-decoding-error.js';
import { Hl7Message } from './hl7-message.js';
import { Segment } from './segment.js';

/** How one partner departs from the standard, and how much is taken from anybody. */
export interface DecodeOptions {
  /** What the bytes are in, whatever MSH-18 says: agreed with the partner. */
  readonly charset?: Charset;
  /** A line that is no segment continues the OBX or NTE before it, as one more line of its text. */
  readonly brokenLines?: boolean;
  /** Largest message, in bytes. Default 50 MiB. */
  readonly maxBytes?: number;
  /** Most segments. Default 20 000. */
  readonly maxSegments?: number;
  /** Most fields in a segment. Default 1 000. */
  readonly maxFields?: number;
}

const LIMITS = { maxBytes: 50 * 1024 * 1024, maxSegments: 20_000, maxFields: 1_000 };

/**
 * Decodes the bytes of one HL7 v2 message, without MLLP framing.
 *
 * Segments end with CR, LF or both; empty lines and a byte order mark are dropped. Only lines are cut here: fields are split when read.
 *
 * @throws {Hl7DecodingError} The bytes are not the declared character set, not one message, or beyond a limit.
 * @see HL7 v2.5.1 chapter 2; hl7v2.md §2
 */
export function decodeMessage(bytes: Uint8Array, options: DecodeOptions = {}): Hl7Message {
  const limits = { ...LIMITS, ...options };
  if (bytes.length > limits.maxBytes)
    throw new Hl7DecodingError('hl7-limit', 'message', 'The message is too large', { sizeBytes: bytes.length });
  const start = startOfHeader(bytes);
  const body = start === 0 ? bytes : bytes.subarray(start);
  const declared = declaredCharset(body);
  const { charset, guessed } = options.charset ? agreed(options.charset, body) : decideCharset(declared, body);

  const text = decodeText(body, charset);
  const delimiters = decodeDelimiters(text);
  const context: EscapeContext = { delimiters, charset };
  const segments = toSegments(text, context, limits);

  const findings: Finding[] = [];
  if (guessed)
    findings.push(tolerated('hl7-charset-guessed', 'MSH[1]-18', 'MSH-18 names no character set: worked out from the bytes'));
  if (charset === 'latin1' && hasC1Bytes(body))
    findings.push(tolerated('hl7-charset-superset', 'MSH[1]-18', 'Declared 8859/1, read as windows-1252'));
  if (start > 0) findings.push(tolerated('hl7-leading-bytes', 'MSH[1]', 'Blanks or a byte order mark before MSH were dropped'));
  if (!areStandard(delimiters)) findings.push(tolerated('hl7-delimiters', 'MSH[1]-2', 'Delimiters other than |^~\\&'));
  if (text.includes('\n'))
    findings.push(tolerated('hl7-terminators', 'message', 'Segments end with a line feed instead of a carriage return'));
  for (const segment of segments) {
    if (segment.name !== 'MSH' && segment.raw.includes(delimiters.escape) && hasStrayEscape(segment.raw, context)) {
      findings.push({
        ...tolerated('hl7-escape', segment.location(), 'An escape sequence is unknown or unclosed: kept as written'),
        severity: 'warning',
      });
    }
  }
  return new Hl7Message(segments, delimiters, charset, findings);
}

function agreed(charset: Charset, body: Uint8Array): { charset: Charset; guessed: boolean } {
  return charset === 'utf-8' ? decideCharset('UNICODE UTF-8', body) : { charset, guessed: false };
}

function toSegments(text: string, context: EscapeContext, limits: typeof LIMITS & DecodeOptions): [Segment, ...Segment[]] {
  const ordinals = new Map<string, number>();
  const lines = /[^\r\n]+/g;
  const kept: { name: string; raw: string }[] = [];
  for (let line = 1, found = lines.exec(text); found; found = lines.exec(text), line += 1) {
    const raw = found[0];
    const name = segmentName(raw, context.delimiters.field);
    const previous = kept.at(-1);
    if (name === undefined && raw.trim() === '') continue;
    if (name === undefined && limits.brokenLines && previous && (previous.name === 'OBX' || previous.name === 'NTE')) {
      previous.raw += `\n${raw}`;
      continue;
    }
    if (name === undefined)
      throw new Hl7DecodingError('hl7-structure', `line ${line}`, 'A line does not start with a segment name');
    if (name === 'MSH' && kept.length > 0)
      throw new Hl7DecodingError('hl7-structure', `line ${line}`, 'More than one message in one transmission');
    if (kept.length >= limits.maxSegments) throw new Hl7DecodingError('hl7-limit', `line ${line}`, 'Too many segments');
    if (exceeds(raw, context.delimiters.field, limits.maxFields)) {
      throw new Hl7DecodingError('hl7-limit', `line ${line}`, 'Too many fields in a segment');
    }
    kept.push({ name, raw });
  }
  return kept.map(({ name, raw }) => {
    const ordinal = (ordinals.get(name) ?? 0) + 1;
    ordinals.set(name, ordinal);
    return new Segment(name, ordinal, raw, context);
  }) as [Segment, ...Segment[]];
}

function segmentName(raw: string, separator: string): string | undefined {
  if (raw.length > 3 && !raw.startsWith(separator, 3)) return undefined;
  const name = raw.slice(0, 3);
  return /^[A-Z][A-Z0-9]{2}$/.test(name) ? name : undefined;
}

/** Counts separators without splitting; short lines, nearly all of them, cannot exceed. */
function exceeds(raw: string, separator: string, most: number): boolean {
  if (raw.length <= most) return false;
  let count = 1;
  for (let at = raw.indexOf(separator); at !== -1; at = raw.indexOf(separator, at + 1)) if ((count += 1) > most) return true;
  return false;
}

function tolerated(code: string, location: string, message: string): Finding {
  return { severity: 'info', code, location, message };
}
