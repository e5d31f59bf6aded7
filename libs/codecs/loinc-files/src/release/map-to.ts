import { TableReader, type RowReader, type TableFormat } from '../text/read-table.js';
import { codeIn } from './loinc-table.js';

/** One line of `MapTo.csv`: what may replace a code that LOINC no longer recommends. A code may have several. */
export interface MapToRow {
  readonly code: string;
  readonly target: string;
  /** When to take this one rather than another. */
  readonly comment?: string;
}

type Column = 'LOINC' | 'MAP_TO' | 'COMMENT';

const FORMAT: TableFormat<Column, MapToRow> = {
  required: ['LOINC', 'MAP_TO'],
  optional: ['COMMENT'],
  toRow: (line) => {
    const [code, target] = [codeIn(line, 'LOINC'), codeIn(line, 'MAP_TO')];
    const comment = line.optional('COMMENT');
    return code !== undefined && target !== undefined ? { code, target, ...(comment !== undefined && { comment }) } : undefined;
  },
};

/** Reads `MapTo.csv` in pieces of text. */
export function mapToReader(): RowReader<MapToRow> {
  return new TableReader(FORMAT);
}
