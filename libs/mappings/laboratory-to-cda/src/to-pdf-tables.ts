import type { Image } from '@segur/laboratory';
import { readPdfImage, type PdfBlock, type PdfImage, type PdfRow, type PdfText } from '@segur/pdf';
import { ANTIBIOGRAM_COLUMNS, type PrintedAntibiotic, type PrintedChapter, type PrintedRow } from './printed-report.js';

type Table = Extract<PdfBlock, { kind: 'table' }>;
type Antibiogram = Extract<PrintedRow, { kind: 'antibiogram' }>;

const WIDTHS = [0.34, 0.2, 0.1, 0.2, 0.16] as const;
const WIDTHS_WITH_PREVIOUS = [0.27, 0.16, 0.1, 0.17, 0.14, 0.16] as const;
const ANTIBIOGRAM_WIDTHS = [0.5, 0.25, 0.25] as const;

/** A specialty: the table of its results, cut where an antibiogram has a table of its own. */
export function toPdfTables({ title, specimens, columns, rows }: PrintedChapter): readonly PdfBlock[] {
  const widths = columns.length > WIDTHS.length ? WIDTHS_WITH_PREVIOUS : WIDTHS;
  return cutAtAntibiograms(rows).map((part, index): Table => {
    const first = { kind: 'table', heading: title, follows: index > 0 } as const;
    const lines = index > 0 ? [] : specimens.map((text): PdfText => ({ text, style: 'quiet' }));
    if (!Array.isArray(part)) return { ...first, lines, ...toAntibiogram(part) };
    const titled = part.some(({ kind }) => kind === 'result') ? withWidths(columns, widths) : [];
    return { ...first, lines, columns: titled, rows: part.map((row) => toRow(row, columns.length > WIDTHS.length)) };
  });
}

type Plain = Exclude<PrintedRow, Antibiogram>;

function cutAtAntibiograms(rows: readonly PrintedRow[]): readonly (Antibiogram | Plain[])[] {
  const parts: (Antibiogram | Plain[])[] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (row.kind === 'antibiogram') parts.push(row);
    else if (Array.isArray(last)) last.push(row);
    else parts.push([row]);
  }
  return parts;
}

function withWidths(columns: readonly string[], widths: readonly number[]): Table['columns'] {
  return columns.map((title, index) => ({ title, width: widths[index] ?? 0 }));
}

function toAntibiogram({ title, rows }: Antibiogram): Pick<Table, 'caption' | 'columns' | 'rows'> {
  return {
    caption: title,
    columns: withWidths(ANTIBIOGRAM_COLUMNS, ANTIBIOGRAM_WIDTHS),
    rows: rows.flatMap(({ label, mic, interpretation, mark, notes }: PrintedAntibiotic): readonly PdfRow[] => [
      { kind: 'cells', cells: [{ text: label }, { text: mic }, marked(interpretation, mark)] },
      ...notes.map((text): PdfRow => ({ kind: 'note', text })),
    ]),
  };
}

function toRow(row: Plain, withPrevious: boolean): PdfRow {
  if (row.kind === 'image') return toImageRow(row.text, row.image);
  if (row.kind !== 'result') return { kind: row.kind === 'comment' ? 'note' : row.kind, text: row.text };
  const { label, method, result, unit, reference, interpretation, mark, previous } = row;
  return {
    kind: 'cells',
    cells: [
      { text: method === undefined ? label : `${label} ${method}` },
      { text: result, style: mark === undefined ? 'plain' : 'alert' },
      { text: unit },
      { text: reference },
      marked(interpretation, mark),
      ...(withPrevious ? [{ text: previous, style: 'quiet' } as const] : []),
    ],
  };
}

function marked(interpretation: string, mark: string | undefined): PdfText {
  return mark === undefined ? { text: interpretation } : { text: `${mark} ${interpretation}`, style: 'alert' };
}

/** What cannot be drawn is said in words, with where it is found. */
function toImageRow(text: string, { mediaType, data }: Image): PdfRow {
  const image: PdfImage | undefined = readPdfImage(mediaType, Buffer.from(data, 'base64'));
  return image ? { kind: 'image', text, image } : { kind: 'note', text: `${text} (image jointe au document, non imprimable ici)` };
}
