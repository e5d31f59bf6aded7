import { LINE_WIDTH, PAGE, type TextLook } from './page-canvas.js';
import type { PageFlow } from './page-flow.js';
import type { PdfRow, PdfTable } from './pdf-document.js';

const SIZE = 8.5;
const LINE = 11;
const PADDING = 3;
const GUTTER = 6;
const HEAD: TextLook = { size: 7.5, style: 'accent' };

/** Draws a chapter's bar: its name, white space before and after. */
export function drawHeading(flow: PageFlow, heading: string): void {
  const look: TextLook = { size: 10, style: 'accent' };
  const lines = flow.wrap(heading, look, LINE_WIDTH - 2 * GUTTER);
  const height = lines.length * 13 + 5;
  flow.canvas.fill(PAGE.left, flow.y - height, LINE_WIDTH, height);
  for (const [index, line] of lines.entries()) flow.canvas.text(PAGE.left + GUTTER, flow.y - 12.5 - 13 * index, line, look);
  flow.y -= height + 4;
}

/** Draws a table under its heading. A name of a group stays with its first row, a row with its first note. */
export function drawTable(flow: PageFlow, { heading, lines, columns, rows }: PdfTable): void {
  const widths = columns.map(({ width }) => width * LINE_WIDTH);
  const drawHead = () => {
    let x: number = PAGE.left;
    for (const [index, { title }] of columns.entries()) {
      const [line = ''] = flow.wrap(title, HEAD, (widths[index] ?? 0) - GUTTER);
      flow.canvas.text(x, flow.y - HEAD.size, line, HEAD);
      x += widths[index] ?? 0;
    }
    flow.y -= HEAD.size + 4;
    flow.canvas.rule(PAGE.left, flow.y, LINE_WIDTH, 'accent');
    flow.y -= 1;
  };
  flow.room(90);
  drawHeading(flow, heading);
  for (const { text, style = 'plain' } of lines) flow.paragraph(text, { size: 8, style }, { after: 1 });
  flow.y -= 3;
  flow.room(50);
  drawHead();
  flow.continued = () => {
    drawHeading(flow, `${heading} (suite)`);
    drawHead();
  };
  const laidOut = rows.map((row) => layOutRow(flow, row, widths));
  for (const [index, row] of laidOut.entries()) {
    flow.room(startOf(row) + keptWith(laidOut, index));
    drawRow(flow, row);
  }
  flow.continued = undefined;
  flow.y -= 10;
}

/** Height of what must stand on the page of a row, below it. */
function keptWith(rows: readonly LaidOutRow[], index: number): number {
  const next = rows[index + 1];
  if (!next) return 0;
  if (rows[index]?.kind === 'group') return startOf(next) + keptWith(rows, index + 1);
  return next.kind === 'note' ? startOf(next) : 0;
}

/** Height that must be left where a row begins: a long note may go on overleaf, a result may not. */
function startOf({ kind, height }: LaidOutRow): number {
  return kind === 'note' ? Math.min(height, 3 * LINE + PADDING) : height;
}

interface LaidOutRow {
  readonly kind: PdfRow['kind'];
  readonly height: number;
  readonly cells: readonly { readonly x: number; readonly lines: readonly string[]; readonly look: TextLook }[];
}

function layOutRow(flow: PageFlow, row: PdfRow, widths: readonly number[]): LaidOutRow {
  const cells = row.kind === 'cells' ? layOutCells(flow, row.cells, widths) : [layOutWide(flow, row)];
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  return { kind: row.kind, cells, height: lines * LINE + PADDING };
}

function layOutCells(flow: PageFlow, cells: Extract<PdfRow, { kind: 'cells' }>['cells'], widths: readonly number[]) {
  let x: number = PAGE.left;
  return cells.map(({ text, style = 'plain' }, column) => {
    const look: TextLook = { size: SIZE, style };
    const width = widths[column] ?? 0;
    x += width;
    return { x: x - width, look, lines: flow.wrap(text, look, width - GUTTER) };
  });
}

function layOutWide(flow: PageFlow, row: Extract<PdfRow, { kind: 'group' | 'note' }>) {
  const look: TextLook = row.kind === 'group' ? { size: SIZE, style: 'strong' } : { size: SIZE - 0.5, style: 'quiet' };
  const indent = row.kind === 'group' ? 0 : 12;
  return { x: PAGE.left + indent, look, lines: flow.wrap(row.text, look, LINE_WIDTH - indent) };
}

function drawRow(flow: PageFlow, { kind, cells }: LaidOutRow): void {
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  if (kind === 'cells') flow.canvas.rule(PAGE.left, flow.y, LINE_WIDTH);
  flow.y -= 1;
  for (let index = 0; index < lines; index += 1) {
    flow.room(LINE);
    for (const { x, look, lines: ofCell } of cells) flow.canvas.text(x, flow.y - SIZE, ofCell[index] ?? '', look);
    flow.y -= LINE;
  }
  flow.y -= PADDING - 1;
}
