import type { Separator } from './csv-scanner.js';

/**
 * A table as text: one line for each record, ended by a line feed; quotes as RFC 4180 where they are needed.
 *
 * Cells with blanks around them are quoted too, so that the reader keeps them. Absent cells are empty.
 */
export function writeCsv(records: Iterable<readonly (string | undefined)[]>, separator: Separator): string {
  let text = '';
  for (const cells of records) text += `${cells.map((cell) => quoted(cell ?? '', separator)).join(separator)}\n`;
  return text;
}

function quoted(cell: string, separator: Separator): string {
  const plain = !cell.includes(separator) && !/["\r\n]/.test(cell) && cell.trim() === cell;
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
