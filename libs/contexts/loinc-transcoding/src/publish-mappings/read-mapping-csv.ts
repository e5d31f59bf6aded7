import { parse } from 'csv-parse/sync';
import type { Finding } from '@segur/errors';
import { hasRightCheckDigit } from '@segur/laboratory';
import type { MappedCode } from '../code-report/code-observations.js';

/** One reviewed line, as it will be published. */
export interface MappingLine extends MappedCode {
  readonly localCode: string;
  readonly label: string;
  readonly method?: string;
}

const REQUIRED = ['local_code', 'label', 'unit', 'loinc', 'loinc_label'] as const;
type Optional = 'specimen' | 'method';
type Row = Partial<Record<(typeof REQUIRED)[number] | Optional, string>>;

/**
 * Reads a laboratory's reviewed map: CSV with the header `local_code,label,unit,specimen,method,loinc,loinc_label`.
 *
 * Comma or semicolon, quotes doubled, other columns ignored. A line without `loinc` states that no code fits. Any finding of
 * severity `error` refuses the file as a whole: half a map would send half of the analyses under their local code unnoticed.
 *
 * @param toUcum - The UCUM spelling of a laboratory's unit; absent when the table does not know it.
 */
export function readMappingCsv(
  text: string,
  toUcum: (raw: string) => string | undefined,
): { readonly lines: readonly MappingLine[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const lines: MappingLine[] = [];
  const seen = new Map<string, number>();

  for (const { row, number } of rowsOf(text, findings)) {
    const line = lineOf(row, number, toUcum, findings);
    if (!line) continue;
    const key = JSON.stringify([line.localCode, line.unit ?? '', (line.specimen ?? '').toLowerCase()]);
    const first = seen.get(key);
    if (first !== undefined) {
      findings.push(error('mapping-repeated', number, `Same code, unit and specimen as line ${first}`));
      continue;
    }
    seen.set(key, number);
    lines.push(line);
  }
  if (lines.length === 0 && findings.length === 0) findings.push(error('mapping-empty', 1, 'No line follows the header'));
  return { lines, findings };
}

function rowsOf(text: string, findings: Finding[]): readonly { row: Row; number: number }[] {
  const header = text.slice(0, text.search(/\r|\n|$/));
  const delimiter = header.split(';').length > header.split(',').length ? ';' : ',';
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      columns: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as {
      record: Row;
      info: { lines: number };
    }[];
    const columns = Object.keys(records[0]?.record ?? {});
    const absent = records.length > 0 ? REQUIRED.filter((column) => !columns.includes(column)) : [];
    if (absent.length > 0) findings.push(error('mapping-columns', 1, `Columns missing: ${absent.join(', ')}`));
    return absent.length > 0 ? [] : records.map(({ record, info }) => ({ row: record, number: info.lines }));
  } catch (cause) {
    const line = (cause as { lines?: number }).lines ?? 1;
    findings.push(error('mapping-csv', line, 'Not a table: check quotes and the number of columns'));
    return [];
  }
}

function lineOf(
  row: Row,
  number: number,
  toUcum: (raw: string) => string | undefined,
  findings: Finding[],
): MappingLine | undefined {
  const { local_code: localCode, label, unit, specimen, method, loinc, loinc_label: loincLabel } = row;
  if (!localCode) return refuse(findings, error('mapping-code-missing', number, 'local_code is empty'));
  if (loinc && !hasRightCheckDigit(loinc)) {
    return refuse(findings, error('mapping-check-digit', number, 'Not a LOINC code, or its check digit is wrong'));
  }
  if (loinc && !loincLabel) {
    return refuse(findings, error('mapping-label-missing', number, 'A LOINC code goes with its LOINC name: loinc_label is empty'));
  }
  const ucum = unit ? toUcum(unit) : undefined;
  if (unit && !ucum) {
    const message = 'Unit without a known UCUM spelling; only results in this very spelling are coded';
    findings.push({ severity: 'warning', code: 'mapping-unit-unknown', location: `line ${number}`, message });
  }
  return {
    localCode,
    label: label ?? '',
    ...(loinc && loincLabel && { target: { loinc, loincLabel } }),
    ...(unit && { unit: ucum ?? unit }),
    ...(specimen && { specimen }),
    ...(method && { method }),
  };
}

function refuse(findings: Finding[], finding: Finding): undefined {
  findings.push(finding);
}

function error(code: string, line: number, message: string): Finding {
  return { severity: 'error', code, location: `line ${line}`, message };
}
