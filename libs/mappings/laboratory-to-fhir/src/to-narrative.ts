import type { Narrative } from '@segur/fhir';
import type { PrintedChapter, PrintedFact, PrintedRow } from '@segur/laboratory-to-cda';
import { element, fragment, text, textElement, type Xml } from '@segur/xml';

const BREAK = element('br', {});

/** Facts, one line each, between words. */
export function factsNarrative(before: readonly string[], facts: readonly PrintedFact[], after: readonly string[]): Narrative {
  const rows = facts.map(({ label, value }) => element('tr', {}, textElement('th', {}, label), element('td', {}, lines(value))));
  const table = element('table', {}, element('tbody', {}, ...rows));
  return narrative(...before.map(paragraph), table, ...after.map(paragraph));
}

/** A specialty as people read it: the rows of the PDF copy and of the document, so that they cannot differ. */
export function chapterNarrative({ specimens, columns, rows }: Pick<PrintedChapter, 'specimens' | 'columns' | 'rows'>): Narrative {
  const head = element('thead', {}, element('tr', {}, ...columns.map((title) => textElement('th', {}, title))));
  return narrative(
    ...specimens.map(paragraph),
    element('table', {}, head, element('tbody', {}, ...rows.map((row) => writeRow(row, columns.length)))),
  );
}

/** Paragraphs. */
export function wordsNarrative(words: readonly string[]): Narrative {
  return narrative(...words.map(paragraph));
}

/** Antibiograms and pictures are here by their words. */
function writeRow(row: PrintedRow, width: number): Xml {
  if (row.kind !== 'result') {
    const name = row.kind === 'group' || row.kind === 'heading' ? 'th' : 'td';
    return element('tr', {}, element(name, { colspan: String(width) }, lines(row.text)));
  }
  const { label, method, result, unit, reference, interpretation, previous } = row;
  const cells = [method === undefined ? label : `${label} ${method}`, result, unit, reference, interpretation, previous];
  return element('tr', {}, ...cells.slice(0, width).map((cell) => element('td', {}, lines(cell))));
}

function paragraph(words: string): Xml {
  return element('p', {}, lines(words));
}

function lines(words: string): Xml {
  return fragment(...words.split(/\r\n|\r|\n/).flatMap((line, index) => (index === 0 ? [text(line)] : [BREAK, text(line)])));
}

function narrative(...content: readonly Xml[]): Narrative {
  const language = { lang: 'fr-FR', 'xml:lang': 'fr-FR' };
  return { status: 'generated', div: element('div', { xmlns: 'http://www.w3.org/1999/xhtml', ...language }, ...content) };
}
