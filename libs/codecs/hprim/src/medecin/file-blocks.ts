import type { Finding } from '@segur/errors';
import { remark } from '../tolerances.js';

/** A line with its number in the file, from 1. */
export interface NumberedLine {
  readonly text: string;
  readonly number: number;
}

/** The lines of one report, without its marks. */
export interface ReportBlock {
  /** Header and text. */
  readonly lines: readonly NumberedLine[];
  /** What stands under the mark `LAB`; absent when there is no such mark. */
  readonly results?: readonly NumberedLine[];
  /** A mark closes the report. */
  readonly closed: boolean;
}

/** Samples have four stars; three to five and blanks after them are taken. */
const MARK = /^\s*\*{3,5}(LAB|FIN|FINFICHIER)\*{3,5}\s*$/i;

/** Cuts the lines of a file into reports, at `FIN` and at `FINFICHIER`. Blank lines between reports are no report. */
export function toBlocks(lines: readonly NumberedLine[]): {
  readonly blocks: readonly ReportBlock[];
  readonly findings: readonly Finding[];
} {
  const blocks: ReportBlock[] = [];
  const findings: Finding[] = [];
  let above: NumberedLine[] = [];
  let results: NumberedLine[] | undefined;
  const close = (closed: boolean) => {
    if (results || above.some(({ text }) => text.trim() !== '')) blocks.push({ lines: above, ...(results && { results }), closed });
    above = [];
    results = undefined;
  };
  for (const line of lines) {
    const mark = MARK.exec(line.text)?.[1]?.toUpperCase();
    if (mark === undefined) (results ?? above).push(line);
    else if (mark === 'LAB') results ??= [];
    else close(true);
    if (mark === 'FINFICHIER') return { blocks, findings };
  }
  close(false);
  findings.push(remark('hprim-end-missing', 'file'));
  return { blocks, findings };
}

/** A file whose every second line is empty, as careless conversions of line ends make them, without those lines. */
export function undoubled(lines: readonly NumberedLine[]): {
  readonly lines: readonly NumberedLine[];
  readonly findings: readonly Finding[];
} {
  const isBlank = (line: NumberedLine | undefined) => line?.text.trim() === '';
  const header = lines.slice(0, 24);
  const doubled = header.length === 24 && header.every((line, index) => index % 2 === 0 || isBlank(line)) && !header.every(isBlank);
  // Six lines of a right header may be empty, but never its two dates (7 and 10), which stand on an even and an odd place.
  if (!doubled || !isDate(lines[12]?.text) || !isDate(lines[18]?.text)) return { lines, findings: [] };
  return {
    lines: lines.filter((line, index) => index % 2 === 0 || !isBlank(line)),
    findings: [remark('hprim-doubled-lines', 'file')],
  };
}

/** True for what is meant as a date, whether it is a right one or not. */
export function isDate(text: string | undefined): boolean {
  return text !== undefined && /^\s*\d{1,2}\/\d{1,2}\/\d{2,4}\s*$/.test(text);
}
