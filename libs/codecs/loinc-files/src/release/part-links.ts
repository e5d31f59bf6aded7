import { TableReader, type RowReader, type TableFormat } from '../text/read-table.js';
import { codeIn } from './loinc-table.js';

/** One line of `LoincPartLink_Primary.csv` or `LoincPartLink_Supplementary.csv`: a part that makes a code's name. */
export interface PartLinkRow {
  readonly code: string;
  /** `LP14635-4`. */
  readonly partNumber: string;
  readonly partName: string;
  /** `COMPONENT`, `SYSTEM`, `METHOD`, `CHALLENGE`… */
  readonly partType: string;
  /** `Primary`, `DetailedModel`, `SyntaxEnhancement`… */
  readonly linkType: string;
}

type Column = 'LoincNumber' | 'PartNumber' | 'PartName' | 'PartTypeName' | 'LinkTypeName';

const FORMAT: TableFormat<Column, PartLinkRow> = {
  required: ['LoincNumber', 'PartNumber', 'PartName', 'PartTypeName'],
  optional: ['LinkTypeName'],
  toRow: (line) => {
    const code = codeIn(line, 'LoincNumber');
    if (code === undefined) return undefined;
    const partNumber = line.text('PartNumber');
    if (partNumber === '') return void line.report('loinc-file-cell-missing', 'PartNumber');
    return {
      code,
      partNumber,
      partName: line.text('PartName'),
      partType: line.text('PartTypeName'),
      linkType: line.text('LinkTypeName'),
    };
  },
};

/** Reads a file of part links in pieces of text. */
export function partLinkReader(): RowReader<PartLinkRow> {
  return new TableReader(FORMAT);
}
