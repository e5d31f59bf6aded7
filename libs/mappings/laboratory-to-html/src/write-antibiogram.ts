import { ANTIBIOGRAM_COLUMNS, type PrintedAntibiotic, type PrintedRow } from '@segur/laboratory-to-cda';
import { element, fragment, textElement, type Xml } from '@segur/xml';
import { writeInterpretation, writeNote, writeTable } from './write-results.js';

/** An antibiogram with its germ. */
export type Antibiogram = Extract<PrintedRow, { kind: 'antibiogram' }>;

/** Writes what each antibiotic does: concentration, and S, I or R in words. */
export function writeAntibiogram({ title, rows }: Antibiogram): Xml {
  return writeTable(title, ANTIBIOGRAM_COLUMNS, [element('tbody', {}, ...rows.map(writeAntibiotic))]);
}

function writeAntibiotic({ label, mic, interpretation, mark, notes }: PrintedAntibiotic): Xml {
  return fragment(
    element(
      'tr',
      {},
      textElement('th', { scope: 'row' }, label),
      textElement('td', {}, mic),
      writeInterpretation(interpretation, mark),
    ),
    ...notes.map((note) => writeNote(note, ANTIBIOGRAM_COLUMNS.length)),
  );
}
