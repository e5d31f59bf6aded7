import type { Finding } from '@segur/errors';
import { fault, place, type ReadRows } from '../findings.js';
import { isLoincCode } from '../loinc-code.js';
import { CsvScanner, type CsvRecord } from '../text/csv-scanner.js';
import { detectSeparator } from '../text/detect-separator.js';
import { CATALOGUE_FIELDS, guessColumns, type CatalogueField, type ColumnMapping } from './column-mapping.js';
import type { Report } from './fixed-columns.js';

/** One analysis of a plain catalogue, in the laboratory's words. Absent: the file says nothing. */
export type PlainCatalogueRow = { readonly localCode: string; readonly label: string } & {
  readonly [field in Exclude<CatalogueField, 'localCode' | 'label' | 'volume12m'>]?: string;
} & {
  /** Results a year. */
  readonly volume12m?: number;
};

/**
 * Reads a catalogue as a laboratory happens to have it: a header, and one line for each analysis.
 *
 * Two lines with one code are refused unless unit or specimen tell them apart.
 *
 * @param mapping - Which column tells what. Absent: guessed from the header.
 */
export function readPlainCatalogue(
  text: string,
  mapping?: ColumnMapping,
): ReadRows<PlainCatalogueRow> & { readonly mapping: ColumnMapping } {
  const findings: Finding[] = [];
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const wanted = Object.values(mapping ?? {});
  const named = ([header]: readonly CsvRecord[]) => wanted.length > 0 && wanted.every((column) => header?.cells.includes(column));
  const scanner = new CsvScanner(detectSeparator(body, named));
  const records = scanner.push(body);
  for (const record of scanner.end()) records.push(record);
  const header = records.shift();
  if (!header) return { rows: [], findings: [fault('loinc-file-empty', place(1))], mapping: mapping ?? {} };

  const used = mapping ?? guessColumns(header.cells);
  const positions = positionsOf(header, used, findings);
  if (findings.length > 0) return { rows: [], findings, mapping: used };
  if (records.length === 0) findings.push(fault('loinc-file-empty', place(header.line)));

  const seen = new Set<string>();
  const rows: PlainCatalogueRow[] = [];
  for (const record of records) {
    const report: Report = (code, column) => findings.push(fault(code, place(record.line, column)));
    const row = rowOf(record, header.cells.length, positions, used, report);
    if (!row) continue;
    const key = JSON.stringify([row.localCode, row.unit, row.specimen?.toLowerCase()]);
    if (seen.has(key)) report('loinc-file-repeated', used.localCode);
    else rows.push(row);
    seen.add(key);
  }
  return { rows, findings, mapping: used };
}

type Positions = ReadonlyMap<CatalogueField, number>;

function positionsOf({ cells, line }: CsvRecord, mapping: ColumnMapping, findings: Finding[]): Positions {
  const positions = new Map<CatalogueField, number>();
  for (const field of CATALOGUE_FIELDS) {
    const column = mapping[field];
    const position = column === undefined ? -1 : cells.indexOf(column);
    if (position !== -1) positions.set(field, position);
    else if (column !== undefined) findings.push(fault('loinc-file-header', place(line, column)));
    else if (field === 'localCode' || field === 'label') findings.push(fault('loinc-file-header', place(line, field)));
  }
  return positions;
}

function rowOf(
  { cells, openQuote }: CsvRecord,
  width: number,
  positions: Positions,
  mapping: ColumnMapping,
  report: Report,
): PlainCatalogueRow | undefined {
  if (openQuote) return void report('loinc-file-quote');
  if (cells.slice(width).some((cell) => cell !== '')) return void report('loinc-file-columns');
  const said = new Map(
    [...positions].map(([field, position]) => [field, cells[position] ?? ''] as const).filter(([, cell]) => cell !== ''),
  );
  const [localCode, label] = [said.get('localCode'), said.get('label')];
  if (localCode === undefined) report('loinc-file-cell-missing', mapping.localCode);
  if (label === undefined) report('loinc-file-cell-missing', mapping.label);
  if (localCode === undefined || label === undefined) return undefined;

  const loinc = said.get('loinc');
  if (loinc !== undefined && !isLoincCode(loinc)) return void report('loinc-file-check-digit', mapping.loinc);
  const { volume12m, ...texts } = Object.fromEntries(said);
  const volume = volume12m === undefined ? undefined : Number(volume12m.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
  if (volume !== undefined && !(volume >= 0)) report('loinc-file-value', mapping.volume12m);
  return { ...texts, localCode, label, ...(volume !== undefined && volume >= 0 && { volume12m: volume }) };
}
