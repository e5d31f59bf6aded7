import type { Finding } from '@segur/errors';
import { fault, place, type ReadRows } from '../findings.js';
import { CsvScanner, type CsvRecord } from '../text/csv-scanner.js';
import { detectSeparator } from '../text/detect-separator.js';
import { plainName } from '../text/read-table.js';
import { writeCsv } from '../text/write-csv.js';

/** One column of a file whose columns have a fixed order. */
export interface FixedColumn<Name extends string> {
  readonly name: Name;
  /** As printed in a header, in French. */
  readonly title: string;
  readonly mandatory?: true;
}

/** The cells of one line, by column. Empty text: nothing was said. */
export type FixedCells<Name extends string> = Readonly<Record<Name, string>>;

/** Reports a fault of the line at hand, at a column. */
export type Report = (code: Parameters<typeof fault>[0], column?: string) => void;

/**
 * Reads a file of the catalogue: columns in their order, `;` or what separates them in fact, with or without a header line.
 *
 * @param toRow - Absent: the line gives no row, and has been reported.
 * @see portability-and-events.md A2
 */
export function readFixedColumns<Name extends string, Row>(
  text: string,
  columns: readonly FixedColumn<Name>[],
  toRow: (cells: FixedCells<Name>, report: Report, line: number) => Row | undefined,
): ReadRows<Row> {
  const findings: Finding[] = [];
  const rows: Row[] = [];
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const asExpected = (first: readonly CsvRecord[]) =>
    first.length > 0 && first.every(({ cells }) => cells.length === columns.length);
  const scanner = new CsvScanner(detectSeparator(body, asExpected));
  const records = scanner.push(body);
  for (const record of scanner.end()) records.push(record);
  if (records[0] && isHeader(records[0], columns)) records.shift();
  if (records.length === 0) findings.push(fault('loinc-file-empty', place(1)));

  for (const record of records) {
    const report: Report = (code, column) => findings.push(fault(code, place(record.line, column)));
    const cells = cellsOf(record, columns, report);
    const row = cells && toRow(cells, report, record.line);
    if (row) rows.push(row);
  }
  return { rows, findings };
}

/** Writes such a file: `;`, line feeds, a header line where it is asked for. */
export function writeFixedColumns<Name extends string>(
  lines: Iterable<Readonly<Partial<Record<Name, string>>>>,
  columns: readonly FixedColumn<Name>[],
  { header = false }: WriteOptions = {},
): string {
  const records: (string | undefined)[][] = header ? [columns.map(({ title }) => title)] : [];
  for (const line of lines) records.push(columns.map(({ name }) => line[name]));
  return writeCsv(records, ';');
}

/** How a file of the catalogue is written. */
export interface WriteOptions {
  /** A header line with French titles. Default: none, as the national text shows none. */
  readonly header?: boolean;
}

function cellsOf<Name extends string>(
  record: CsvRecord,
  columns: readonly FixedColumn<Name>[],
  report: Report,
): FixedCells<Name> | undefined {
  if (record.openQuote) return void report('loinc-file-quote');
  if (record.cells.slice(columns.length).some((cell) => cell !== '')) return void report('loinc-file-columns');
  const absent = columns.filter(({ mandatory }, position) => mandatory && !record.cells[position]);
  for (const { title } of absent) report('loinc-file-cell-missing', title);
  if (absent.length > 0) return undefined;
  if (record.cells.length < columns.length) report('loinc-file-short-line');
  return Object.fromEntries(columns.map(({ name }, position) => [name, record.cells[position] ?? ''])) as FixedCells<Name>;
}

const HEADER_WORDS =
  /^(code|codes|libelle|libelles|synonyme|synonymes|chapitre|sous chapitre|milieu|nabm|unite|technique|methode|echelle|propriete|grandeur|aspect temporel|temps|loinc)( |$)/;

/** A first line that speaks of columns: at least two cells, and half of those that are filled, begin with the word for a column. */
function isHeader({ cells }: CsvRecord, columns: readonly FixedColumn<string>[]): boolean {
  const titles = new Set(columns.flatMap(({ name, title }) => [plainName(name), plainName(title)]));
  const filled = cells.map(plainName).filter((cell) => cell !== '');
  const known = filled.filter((cell) => titles.has(cell) || HEADER_WORDS.test(cell));
  return known.length >= 2 && known.length * 2 >= filled.length;
}
