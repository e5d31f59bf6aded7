import type { Finding } from '@segur/errors';
import { readText, type HprimCharset } from '../charset.js';
import { HprimDecodingError } from '../hprim-decoding-error.js';
import { remark } from '../tolerances.js';
import { areUsual, decodeDelimiters, type Delimiters } from './delimiters.js';
import { checkEnvelope } from './envelope.js';
import { hasStrayEscape } from './escape-sequences.js';
import { HprimMessage } from './hprim-message.js';
import { joinLines, toLines } from './physical-lines.js';
import { HprimSegment } from './segment.js';

/** How one partner departs from the usual, and how much is taken from anybody. */
export interface DecodeSanteOptions {
  /** The one byte set of this partner, for bytes that are not UTF-8: no field declares it. */
  readonly charset?: HprimCharset;
  /** The roles of this partner's delimiters, where H cannot tell them: see `hprim-delimiters`. */
  readonly delimiters?: Delimiters;
  /** Largest file, in bytes. Default 10 MiB. */
  readonly maxBytes?: number;
  /** Most lines. Default 100 000. */
  readonly maxLines?: number;
  /** Longest segment once joined, in characters. Default 65 536. */
  readonly maxSegmentLength?: number;
}

/** The limits of `DecodeSanteOptions`. @see hprim-sante.md §3.3 */
export const SANTE_LIMITS = { maxBytes: 10 * 1024 * 1024, maxLines: 100_000, maxSegmentLength: 65_536 };

const ENTITY = /&(?:#\d{1,6}|[A-Za-z]{2,8});|<br ?\/?>/;

/**
 * Decodes the bytes of one HPRIM Santé file, 2.0 to 2.5.
 *
 * `A` segments are joined to the segment before them, character by character, before anything is split. A file without its `L` was cut on
 * its way and is refused whole.
 *
 * @throws {HprimDecodingError} The bytes are not text, not one file, cut, or beyond a limit.
 * @see hprim-sante.md §1, §3
 */
export function decodeHprimSante(bytes: Uint8Array, options: DecodeSanteOptions = {}): HprimMessage {
  const limits = { ...SANTE_LIMITS, ...options };
  if (bytes.length > limits.maxBytes)
    throw new HprimDecodingError('hprim-limit', 'file', 'The file is too large', { sizeBytes: bytes.length });
  const { text: whole, charset, findings: charsetFindings } = readText(bytes, options.charset);
  const text = whole.trimStart();
  const delimiters = decodeDelimiters(text, options.delimiters);
  const lines = toLines(text, delimiters.field, limits.maxLines);
  const joined = joinLines(lines, delimiters.field, limits.maxSegmentLength);

  const ordinals = new Map<string, number>();
  const segments = joined.map(({ name, line, raw }) => {
    const ordinal = (ordinals.get(name) ?? 0) + 1;
    ordinals.set(name, ordinal);
    return new HprimSegment(name, ordinal, line, raw, delimiters);
  });
  const findings: Finding[] = [...charsetFindings];
  if (text.length < whole.length) findings.push(remark('hprim-leading-bytes', 'line 1'));
  if (!areUsual(delimiters)) findings.push(remark('hprim-delimiters-unusual', 'H[1]-2'));
  if (text.includes('\n')) findings.push(remark('hprim-terminators', 'file'));
  const long = lines.find(({ raw }) => raw.length > 219);
  if (long) findings.push(remark('hprim-line-length', `line ${long.line}`));
  for (const segment of segments) {
    if (segment.name === 'H') continue;
    if (hasStrayEscape(segment.raw, delimiters)) findings.push(remark('hprim-escape', segment.location()));
    if (ENTITY.test(segment.raw)) findings.push(remark('hprim-html', segment.location()));
  }
  findings.push(...checkEnvelope(segments, lines.length));
  return new HprimMessage(segments as [HprimSegment, ...HprimSegment[]], delimiters, charset, findings);
}
