import type { Finding } from '@segur/errors';
import { assertIn, CHARSET_FIELD, decideCharset, decodeText, hasC1Bytes, type Charset } from './charset.js';
import { areStandard, decodeDelimiters, type Delimiters } from './delimiters.js';
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
  const findings: Finding[] = [];
  const segments = toSegments(text, context, limits, findings);

  if (guessed)
    findings.push(tolerated('hl7-charset-guessed', 'MSH[1]-18', 'MSH-18 names no character set: worked out from the bytes'));
  if ((charset === 'latin1' || charset === 'iso-8859-15') && hasC1Bytes(body))
    findings.push(tolerated('hl7-charset-superset', 'MSH[1]-18', 'Declared 8859/1 or 8859/15, with signs of windows-1252'));
  if (options.charset && CHARSET_FIELD[options.charset] !== declared)
    findings.push(tolerated('hl7-charset-agreed', 'MSH[1]-18', 'Read in the set agreed with the partner, whatever MSH-18 says'));
  if (text.includes('\ufffd'))
    findings.push(doubtful('hl7-character-lost', 'message', 'The sender put a replacement character where a letter was'));
  if (start > 0) findings.push(tolerated('hl7-leading-bytes', 'MSH[1]', 'Blanks or a byte order mark before MSH were dropped'));
  if (!areStandard(delimiters)) findings.push(tolerated('hl7-delimiters', 'MSH[1]-2', 'Delimiters other than |^~\\&'));
  if (text.includes('\n'))
    findings.push(tolerated('hl7-terminators', 'message', 'Segments end with a line feed instead of a carriage return'));
  for (const segment of segments) {
    if (segment.name === 'MSH') continue;
    if (segment.raw.includes(delimiters.escape) && hasStrayEscape(segment.raw, context))
      findings.push(doubtful('hl7-escape', segment.location(), 'An escape sequence is unknown or unclosed: kept as written'));
    if (holdsTruncation(segment.raw, delimiters))
      findings.push(doubtful('hl7-truncated', segment.location(), 'The sender says that it cut a value short'));
  }
  return new Hl7Message(segments, delimiters, charset, findings);
}

function agreed(charset: Charset, body: Uint8Array): { charset: Charset; guessed: boolean } {
  assertIn(body, charset);
  return { charset, guessed: false };
}

function toSegments(
  text: string,
  context: EscapeContext,
  limits: typeof LIMITS & DecodeOptions,
  findings: Finding[],
): [Segment, ...Segment[]] {
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
      findings.push(doubtful('hl7-broken-line', `line ${line}`, 'A line that is no segment was joined to the text before it'));
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

/** A value that ends with the truncation character, where MSH-2 declares one. @see HL7 v2.7 §2.5.5.2 */
function holdsTruncation(raw: string, { truncation, field, component, repetition, subcomponent }: Delimiters): boolean {
  if (truncation === undefined) return false;
  for (let at = raw.indexOf(truncation); at !== -1; at = raw.indexOf(truncation, at + truncation.length)) {
    const next = raw.slice(at + truncation.length, at + truncation.length + 2);
    if (next === '' || [field, component, repetition, subcomponent].some((separator) => next.startsWith(separator))) return true;
  }
  return false;
}

function doubtful(code: string, location: string, message: string): Finding {
  return { severity: 'warning', code, location, message };
}

function tolerated(code: string, location: string, message: string): Finding {
  return { severity: 'info', code, location, message };
}
