import type { Finding } from '@segur/errors';
import { fault, place, type ReadRows } from '../findings.js';
import { CsvScanner, type CsvRecord, type Separator } from './csv-scanner.js';
import { detectSeparator } from './detect-separator.js';

/** One line of a table with a header, by column. */
export class TableLine<Column extends string> {
  constructor(
    private readonly record: CsvRecord,
    private readonly positions: Readonly<Partial<Record<Column, number>>>,
    private readonly findings: Finding[],
  ) {}

  get number(): number {
    return this.record.line;
  }

  /** Empty where the column or the cell is. */
  text(column: Column): string {
    const position = this.positions[column];
    return position === undefined ? '' : (this.record.cells[position] ?? '');
  }

  /** Absent where the column or the cell is empty. */
  optional(column: Column): string | undefined {
    return this.text(column) || undefined;
  }

  report(code: Parameters<typeof fault>[0], column?: string): void {
    this.findings.push(fault(code, place(this.record.line, column)));
  }
}

/** A table that is known by its header. */
export interface TableFormat<Column extends string, Row> {
  readonly required: readonly Column[];
  readonly optional: readonly Column[];
  /** Other names of a column, in lower case without accents. */
  readonly synonyms?: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** Absent: the line gives no row, and has been reported. */
  readonly toRow: (line: TableLine<Column>) => Row | undefined;
  /** What no two lines may share. Absent: nothing. */
  readonly keyOf?: (row: Row) => string;
  readonly keyColumn?: Column;
  /** How many lines may stand above the header, e.g. a title. Default none. */
  readonly linesAboveHeader?: number;
}

/** Takes a table in pieces of text. */
export interface RowReader<Row> {
  readonly findings: readonly Finding[];
  /** The rows whose line is whole now. */
  push(piece: string): Row[];
  /** The last rows, when no more text follows. */
  end(): Row[];
}

const FIRST_PIECE = 64 * 1024;

/**
 * Reads a table in pieces: rows come as soon as their line is whole, findings gather in {@link findings}.
 *
 * A header that lacks a required column ends the reading: nothing more is answered.
 */
export class TableReader<Column extends string, Row> implements RowReader<Row> {
  readonly findings: Finding[] = [];
  private scanner: CsvScanner | undefined;
  private beginning = '';
  private positions: Partial<Record<Column, number>> | undefined;
  private width = 0;
  private refused = false;
  private linesAbove = 0;
  private readonly lineOfKey = new Map<string, number>();

  constructor(
    private readonly format: TableFormat<Column, Row>,
    private readonly separator?: Separator,
  ) {}

  push(piece: string): Row[] {
    if (this.scanner) return this.rowsOf(this.scanner.push(piece));
    this.beginning += piece;
    return this.beginning.length < FIRST_PIECE ? [] : this.begin();
  }

  end(): Row[] {
    const rows = this.scanner ? [] : this.begin();
    rows.push(...this.rowsOf(this.scanner?.end() ?? []));
    if (!this.positions && !this.refused) this.findings.push(fault('loinc-file-empty', place(1)));
    return rows;
  }

  private begin(): Row[] {
    const text = this.beginning.startsWith('\ufeff') ? this.beginning.slice(1) : this.beginning;
    this.beginning = '';
    const hasHeader = (records: readonly CsvRecord[]) =>
      records
        .slice(0, 1 + (this.format.linesAboveHeader ?? 0))
        .some(({ cells }) => this.absentIn(this.positionsIn(cells)).length === 0);
    this.scanner = new CsvScanner(this.separator ?? detectSeparator(text, hasHeader));
    return this.rowsOf(this.scanner.push(text));
  }

  private rowsOf(records: readonly CsvRecord[]): Row[] {
    const rows: Row[] = [];
    for (const record of records) {
      if (this.refused) break;
      const row = this.positions ? this.rowOf(record, this.positions) : this.readHeader(record);
      if (row) rows.push(row);
    }
    return rows;
  }

  private readHeader({ cells, line }: CsvRecord): undefined {
    const positions = this.positionsIn(cells);
    const absent = this.absentIn(positions);
    if (absent.length > 0 && this.linesAbove < (this.format.linesAboveHeader ?? 0)) {
      this.linesAbove += 1;
      return;
    }
    this.findings.push(...absent.map((column) => fault('loinc-file-header', place(line, column))));
    this.refused = absent.length > 0;
    this.positions = positions;
    this.width = cells.length;
  }

  private positionsIn(cells: readonly string[]): Partial<Record<Column, number>> {
    const names = cells.map(plainName);
    const positions: Partial<Record<Column, number>> = {};
    for (const column of [...this.format.required, ...this.format.optional]) {
      // The order of synonyms decides where a header has several of them.
      const accepted = [plainName(column), ...(this.format.synonyms?.[column] ?? [])];
      const position = accepted.map((name) => names.indexOf(name)).find((found) => found !== -1);
      if (position !== undefined) positions[column] = position;
    }
    return positions;
  }

  private absentIn(positions: Partial<Record<Column, number>>): readonly Column[] {
    return this.format.required.filter((column) => positions[column] === undefined);
  }

  private rowOf(record: CsvRecord, positions: Partial<Record<Column, number>>): Row | undefined {
    const line = new TableLine(record, positions, this.findings);
    if (record.openQuote) return void line.report('loinc-file-quote');
    if (record.cells.length > this.width && record.cells.slice(this.width).some((cell) => cell !== '')) {
      return void line.report('loinc-file-columns');
    }
    const row = this.format.toRow(line);
    if (row && this.format.keyOf) {
      const key = this.format.keyOf(row);
      if (this.lineOfKey.has(key)) return void line.report('loinc-file-repeated', this.format.keyColumn);
      this.lineOfKey.set(key, record.line);
    }
    return row;
  }
}

/** Reads a table that is whole in memory. */
export function readTable<Column extends string, Row>(
  text: string,
  format: TableFormat<Column, Row>,
  separator?: Separator,
): ReadRows<Row> {
  const reader = new TableReader(format, separator);
  const rows = reader.push(text);
  for (const row of reader.end()) rows.push(row);
  return { rows, findings: reader.findings };
}

/** A column's name as people vary it: without accents, case, and signs between words. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
