import { PRINTED_COLUMNS, type PrintedChapter, type PrintedRow } from '@segur/laboratory-to-cda';
import { element, fragment, text, textElement, type Xml } from '@segur/xml';

const HEAD = element('thead', {}, element('tr', {}, ...PRINTED_COLUMNS.map((title) => textElement('th', { scope: 'col' }, title))));
const WIDTH = String(PRINTED_COLUMNS.length);

/** Writes a specialty: its name, its specimens, the table of its results. */
export function writeChapter({ title, specimens, rows }: PrintedChapter): Xml {
  return element(
    'section',
    {},
    textElement('h2', {}, title),
    ...specimens.map((line) => textElement('p', { class: 'quiet' }, line)),
    // On a narrow screen the table scrolls by itself, with the keyboard too.
    element(
      'div',
      { 'aria-label': `Résultats, ${title}`, class: 'scroll', role: 'region', tabindex: '0' },
      element('table', {}, textElement('caption', {}, `Résultats, ${title}`), HEAD, ...writeGroups(rows)),
    ),
  );
}

/** A group is a body of the table, under its name: screen readers then tell it with each row. */
function writeGroups(rows: readonly PrintedRow[]): readonly Xml[] {
  const groups: PrintedRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && row.kind !== 'group') last.push(row);
    else groups.push([row]);
  }
  return groups.map((group) => element('tbody', {}, ...group.map(writeRow)));
}

function writeRow(row: PrintedRow): Xml {
  switch (row.kind) {
    case 'group':
      return element('tr', {}, textElement('th', { colspan: WIDTH, scope: 'rowgroup' }, row.text));
    case 'comment':
      return element('tr', { class: 'note' }, textElement('td', { colspan: WIDTH }, row.text));
    case 'result':
      return writeResult(row);
  }
}

function writeResult(row: Extract<PrintedRow, { kind: 'result' }>): Xml {
  const { label, method, result, unit, reference, interpretation, mark } = row;
  const look = mark === undefined ? undefined : 'marked';
  const cell = (content: string, style?: string) => textElement('td', { class: style }, content);
  return element(
    'tr',
    {},
    textElement('th', { scope: 'row' }, method === undefined ? label : `${label} ${method}`),
    cell(result, look),
    cell(unit),
    cell(reference),
    element(
      'td',
      { class: look },
      // The sign repeats the words: those who hear the page need it once.
      mark !== undefined && fragment(textElement('span', { 'aria-hidden': 'true' }, mark), text(' ')),
      text(interpretation),
    ),
  );
}
