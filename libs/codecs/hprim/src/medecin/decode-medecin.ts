import type { Finding } from '@segur/errors';
import { readText, type HprimCharset } from '../charset.js';
import { HprimDecodingError } from '../hprim-decoding-error.js';
import { remark } from '../tolerances.js';
import { toBlocks, undoubled, type NumberedLine, type ReportBlock } from './file-blocks.js';
import type { MedecinEntry, MedecinFile, MedecinReport, MedecinResult } from './medecin-file.js';
import { readHeader } from './read-header.js';
import { readResultLine } from './result-line.js';

/** How one partner departs from the usual, and how much is taken from anybody. */
export interface DecodeMedecinOptions {
  /** The one byte set of this partner, for bytes that are not UTF-8. */
  readonly charset?: HprimCharset;
  /** Largest file, in bytes. Default 10 MiB. */
  readonly maxBytes?: number;
  /** Most lines. Default 100 000. */
  readonly maxLines?: number;
}

const LIMITS = { maxBytes: 10 * 1024 * 1024, maxLines: 100_000 };
const END_OF_FILE = /(?:^|[\r\n])[ \t]*\*{3,5}FINFICHIER\*{3,5}[^\r\n]*/i;
const END_OF_REPORT = /(?:^|[\r\n])[ \t]*\*{3,5}FIN\*{3,5}[^\r\n]*/gi;

/** Blanks, line ends, and what copies put after the end of a file. */
const FILLING = new Set([0x00, 0x09, 0x0a, 0x0d, 0x1a, 0x20]);

/**
 * Decodes the bytes of an HPRIM Médecin 3.0 file: one report or several.
 *
 * What follows `FINFICHIER`, which some senders append, is not read; the numbers of the text are not either, for they are written the
 * French way.
 *
 * @throws {HprimDecodingError} The bytes are not text, hold no report, or are beyond a limit.
 * @see hprim-sante.md §2
 */
export function decodeHprimMedecin(bytes: Uint8Array, options: DecodeMedecinOptions = {}): MedecinFile {
  const limits = { ...LIMITS, ...options };
  if (bytes.length > limits.maxBytes)
    throw new HprimDecodingError('hprim-limit', 'file', 'The file is too large', { sizeBytes: bytes.length });
  const { body, appended } = beforeTheEnd(bytes);
  const { text, charset, findings: charsetFindings } = readText(body, options.charset);
  const numbered = toNumberedLines(text, limits.maxLines);
  const { lines, findings: doubled } = undoubled(numbered);
  const { blocks, findings: ends } = toBlocks(lines);
  const findings: Finding[] = [...charsetFindings, ...doubled, ...ends];
  if (appended) findings.push(remark('hprim-after-end', 'file'));
  // A report has a header or results; what has neither, after a report, was appended to the file.
  const isReport = (block: ReportBlock, index: number) =>
    index === 0 || block.results !== undefined || readHeader(block.lines).status === 'read';
  const strays = blocks.filter((block, index) => !isReport(block, index));
  findings.push(...strays.map(({ lines: stray }) => remark('hprim-after-end', `line ${stray[0]?.number ?? 1}`)));
  const entries = blocks.filter(isReport).map(toEntry);
  if (entries.length === 0) throw new HprimDecodingError('hprim-structure', 'file', 'The file holds no report');
  return { entries, charset, findings };
}

/** The bytes up to the last mark: what was appended after it may be of any kind, and is no text of the file. */
function beforeTheEnd(bytes: Uint8Array): { body: Uint8Array; appended: boolean } {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const ofFile = END_OF_FILE.exec(text);
  const last = ofFile ?? [...text.matchAll(END_OF_REPORT)].at(-1);
  if (!last) return { body: bytes, appended: false };
  const end = last.index + last[0].length;
  const rest = bytes.subarray(end);
  // Without the mark that closes the file, a text may be the beginning of another report; bytes that are no text are not.
  const appended = ofFile ? rest.some((byte) => !FILLING.has(byte)) : rest.some((byte) => byte < 0x09 && !FILLING.has(byte));
  return ofFile || appended ? { body: bytes.subarray(0, end), appended } : { body: bytes, appended: false };
}

/** A form feed ends a page, hence a line. */
function toNumberedLines(text: string, most: number): readonly NumberedLine[] {
  const lines: NumberedLine[] = [];
  const ends = /\r\n|[\r\n\f]/g;
  let from = 0;
  for (let found = ends.exec(text); found; found = ends.exec(text)) {
    lines.push({ text: text.slice(from, found.index), number: lines.length + 1 });
    from = ends.lastIndex;
    if (lines.length > most) throw new HprimDecodingError('hprim-limit', `line ${lines.length}`, 'Too many lines');
  }
  if (from < text.length) lines.push({ text: text.slice(from), number: lines.length + 1 });
  return lines;
}

function toEntry({ lines, results: resultLines, closed }: ReportBlock): MedecinEntry {
  const first = lines[0]?.number ?? 1;
  if (!closed) return { status: 'refused', findings: [remark('hprim-report-truncated', `line ${first}`)] };
  const reading = readHeader(lines);
  if (reading.status === 'refused') return { status: 'refused', findings: [reading.finding] };
  const findings: Finding[] = [...reading.findings];
  const text = lines.slice(reading.next);
  if (!resultLines) {
    const misplaced = text.find((line) => /^(?:RES|TEX)\|/.test(line.text));
    findings.push(remark(misplaced ? 'hprim-results-in-text' : 'hprim-results-missing', `line ${misplaced?.number ?? first}`));
  }
  const report = {
    header: reading.header,
    text: trimmed(text.map((line) => line.text.trimEnd())),
    ...toResults(resultLines ?? [], findings),
  };
  return { status: 'read', report, findings };
}

function toResults(lines: readonly NumberedLine[], findings: Finding[]): Pick<MedecinReport, 'results' | 'comments' | 'others'> {
  const results: (MedecinResult & { comments: string[] })[] = [];
  const comments: string[] = [];
  const others: string[] = [];
  for (const { text, number } of lines) {
    if (text.trim() === '') continue;
    const kind = /^\s*(RES|TEX)\|/i.exec(text)?.[1]?.toUpperCase();
    if (kind === 'RES') {
      const { result, settled } = readResultLine(text);
      if (!settled) findings.push(remark('hprim-result-layout', `line ${number}`));
      results.push({ ...result, comments: [] });
    } else if (kind === 'TEX') {
      (results.at(-1)?.comments ?? comments).push(toCommentText(text));
    } else {
      findings.push(remark('hprim-line-unknown', `line ${number}`));
      others.push(text);
    }
  }
  return { results, comments, others };
}

function toCommentText(line: string): string {
  const text = line.slice(line.indexOf('|') + 1).trimEnd();
  return text.endsWith('|') ? text.slice(0, -1).trimEnd() : text;
}

/** Without the empty lines around it: some senders put one after the header. */
function trimmed(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line !== '');
  const end = lines.findLastIndex((line) => line !== '');
  return start === -1 ? [] : lines.slice(start, end + 1);
}
