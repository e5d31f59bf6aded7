import type { PrintedRow } from '@segur/laboratory-to-cda';
import { element, fragment, text, textElement, type Xml } from '@segur/xml';
import { writeImage } from './write-image.js';

type Row = Exclude<PrintedRow, { kind: 'antibiogram' } | { kind: 'heading' }>;

/** Writes a table of results under its caption. */
export function writeResults(rows: readonly Row[], caption: string, columns: readonly string[]): Xml {
  return writeTable(caption, columns, writeGroups(rows, columns.length));
}

/** On a narrow screen the table scrolls by itself, with the keyboard too. */
export function writeTable(caption: string, columns: readonly string[], bodies: readonly Xml[]): Xml {
  const titles = columns.map((title) => textElement('th', { scope: 'col' }, title));
  return element(
    'div',
    { 'aria-label': caption, class: 'scroll', role: 'region', tabindex: '0' },
    element('table', {}, textElement('caption', {}, caption), element('thead', {}, element('tr', {}, ...titles)), ...bodies),
  );
}

/** A cell with a sign before its words: those who hear the page need only the words. */
export function writeInterpretation(interpretation: string, mark: string | undefined): Xml {
  return element(
    'td',
    { class: lookOf(mark) },
    mark !== undefined && fragment(textElement('span', { 'aria-hidden': 'true' }, mark), text(' ')),
    text(interpretation),
  );
}

/** A line that is said of the line above. */
export function writeNote(words: string, columns: number): Xml {
  return element('tr', { class: 'note' }, textElement('td', { colspan: String(columns) }, words));
}

function lookOf(mark: string | undefined): string | undefined {
  return mark === undefined ? undefined : 'marked';
}

/** A group is a body of the table, under its name: screen readers then tell it with each row. */
function writeGroups(rows: readonly Row[], columns: number): readonly Xml[] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && row.kind !== 'group') last.push(row);
    else groups.push([row]);
  }
  return groups.map((group) => element('tbody', {}, ...group.map((row) => writeRow(row, columns))));
}

function writeRow(row: Row, columns: number): Xml {
  switch (row.kind) {
    case 'group':
      return element('tr', {}, textElement('th', { colspan: String(columns), scope: 'rowgroup' }, row.text));
    case 'comment':
      return writeNote(row.text, columns);
    case 'image':
      return element('tr', { class: 'note' }, element('td', { colspan: String(columns) }, writeImage(row)));
    case 'result':
      return writeResult(row, columns);
  }
}

function writeResult(row: Extract<Row, { kind: 'result' }>, columns: number): Xml {
  const { label, method, result, unit, reference, interpretation, mark, previous } = row;
  const cell = (content: string, style?: string) => textElement('td', { class: style }, content);
  return element(
    'tr',
    {},
    textElement('th', { scope: 'row' }, method === undefined ? label : `${label} ${method}`),
    cell(result, lookOf(mark)),
    cell(unit),
    cell(reference),
    writeInterpretation(interpretation, mark),
    columns > 5 && cell(previous, 'quiet'),
  );
}
