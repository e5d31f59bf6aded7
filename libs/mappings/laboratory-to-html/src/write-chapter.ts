import type { PrintedChapter, PrintedRow } from '@segur/laboratory-to-cda';
import { element, textElement, type Xml } from '@segur/xml';
import { writeAntibiogram, type Antibiogram } from './write-antibiogram.js';
import { writeImage } from './write-image.js';
import { writeResults } from './write-results.js';

type Plain = Exclude<PrintedRow, Antibiogram | { kind: 'heading' }>;
type Part = Antibiogram | Extract<PrintedRow, { kind: 'heading' }> | Plain[];

/** Writes a specialty: its name, its specimens, its sub-chapters, the tables of its results. */
export function writeChapter({ title, specimens, columns, rows }: PrintedChapter): Xml {
  let name = title;
  const parts = cut(rows).map((part) => {
    if (Array.isArray(part)) return writePart(part, name, columns);
    if (part.kind === 'antibiogram') return writeAntibiogram(part);
    name = `${title}, ${part.text}`;
    return textElement('h3', {}, part.text);
  });
  return element(
    'section',
    {},
    textElement('h2', {}, title),
    ...specimens.map((line) => textElement('p', { class: 'quiet' }, line)),
    ...parts,
  );
}

/** Sub-chapters and antibiograms begin and end the tables of results. */
function cut(rows: readonly PrintedRow[]): readonly Part[] {
  const parts: Part[] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (row.kind === 'heading' || row.kind === 'antibiogram') parts.push(row);
    else if (Array.isArray(last)) last.push(row);
    else parts.push([row]);
  }
  return parts;
}

/** Words and pictures without a result make no table: a screen reader would announce empty columns. */
function writePart(part: readonly Plain[], name: string, columns: readonly string[]): Xml {
  return part.some(({ kind }) => kind === 'result')
    ? writeResults(part, `Résultats, ${name}`, columns)
    : element('div', {}, ...part.map(writeWords));
}

function writeWords(row: Plain): Xml {
  if (row.kind === 'image') return writeImage(row);
  if (row.kind === 'result') return textElement('p', {}, row.result);
  return textElement('p', { class: row.kind === 'group' ? 'signature' : 'quiet' }, row.text);
}
