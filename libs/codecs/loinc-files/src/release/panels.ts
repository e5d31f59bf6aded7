import { TableReader, type RowReader, type TableFormat } from '../text/read-table.js';
import { codeIn } from './loinc-table.js';

/** One line of `PanelsAndForms.csv`: a member of a panel. The line of the panel itself names it as its own member. */
export interface PanelMemberRow {
  readonly panel: string;
  readonly member: string;
  readonly sequence?: number;
}

type Column = 'ParentLoinc' | 'Loinc' | 'SEQUENCE';

const FORMAT: TableFormat<Column, PanelMemberRow> = {
  required: ['ParentLoinc', 'Loinc'],
  optional: ['SEQUENCE'],
  toRow: (line) => {
    const [panel, member] = [codeIn(line, 'ParentLoinc'), codeIn(line, 'Loinc')];
    const sequence = Number(line.text('SEQUENCE'));
    return panel !== undefined && member !== undefined ? { panel, member, ...(sequence > 0 && { sequence }) } : undefined;
  },
};

/** Reads `PanelsAndForms.csv` in pieces of text. */
export function panelReader(): RowReader<PanelMemberRow> {
  return new TableReader(FORMAT);
}
