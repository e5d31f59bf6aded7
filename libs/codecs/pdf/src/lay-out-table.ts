import { LINE_WIDTH, PAGE, type TextLook } from './page-canvas.js';
import type { PageFlow } from './page-flow.js';
import type { PdfRow, PdfTable } from './pdf-document.js';
import type { PdfImage } from './pdf-image.js';

const SIZE = 8.5;
const LINE = 11;
const PADDING = 3;
const GUTTER = 6;
const HEAD: TextLook = { size: 7.5, style: 'accent' };
const CAPTION: TextLook = { size: SIZE, style: 'strong' };
const LOOKS = {
  heading: { size: 9.5, style: 'accent' },
  group: { size: SIZE, style: 'strong' },
  note: { size: SIZE - 0.5, style: 'quiet' },
  image: { size: SIZE - 0.5, style: 'quiet' },
} as const satisfies Record<string, TextLook>;
const INDENT = 12;
/** Screens of laboratories have 96 points to the inch. */
const PIXEL = 0.75;
const TALLEST_IMAGE = 330;

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
export function drawTable(flow: PageFlow, { heading, follows = false, caption, lines, columns, rows }: PdfTable): void {
  const widths = columns.map(({ width }) => width * LINE_WIDTH);
  const drawHead = () => {
    if (columns.length === 0) return;
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
  if (!follows) drawHeading(flow, heading);
  if (caption !== undefined) flow.paragraph(caption, CAPTION, { after: 2 });
  for (const { text, style = 'plain' } of lines) flow.paragraph(text, { size: 8, style }, { after: 1 });
  flow.y -= 3;
  flow.room(50);
  drawHead();
  flow.continued = () => {
    drawHeading(flow, `${heading} (suite)`);
    if (caption !== undefined) flow.paragraph(caption, CAPTION, { after: 2 });
    drawHead();
  };
  const laidOut = rows.map((row) => layOutRow(flow, row, widths));
  for (const [index, row] of laidOut.entries()) {
    flow.room(startOf(row) + keptWith(laidOut, index));
    drawRow(flow, row);
  }
  flow.continued = undefined;
  flow.y -= follows ? 6 : 10;
}

/** Height of what must stand on the page of a row, below it. */
function keptWith(rows: readonly LaidOutRow[], index: number): number {
  const next = rows[index + 1];
  if (!next) return 0;
  const kind = rows[index]?.kind;
  if (kind === 'group' || kind === 'heading') return startOf(next) + keptWith(rows, index + 1);
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
  /** Drawn above the words, in points. */
  readonly picture?: { readonly image: PdfImage; readonly width: number; readonly height: number };
}

function layOutRow(flow: PageFlow, row: PdfRow, widths: readonly number[]): LaidOutRow {
  const cells = row.kind === 'cells' ? layOutCells(flow, row.cells, widths) : [layOutWide(flow, row)];
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const picture = row.kind === 'image' ? fit(row.image) : undefined;
  return {
    kind: row.kind,
    cells,
    height: lines * LINE + PADDING + (picture ? picture.height + PADDING : 0),
    ...(picture && { picture }),
  };
}

function fit(image: PdfImage): NonNullable<LaidOutRow['picture']> {
  const [width, height] = [image.width * PIXEL, image.height * PIXEL];
  const scale = Math.min(1, (LINE_WIDTH - INDENT) / width, TALLEST_IMAGE / height);
  return { image, width: width * scale, height: height * scale };
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

function layOutWide(flow: PageFlow, { kind, text }: Exclude<PdfRow, { kind: 'cells' }>) {
  const look: TextLook = LOOKS[kind];
  const indent = kind === 'group' || kind === 'heading' ? 0 : INDENT;
  return { x: PAGE.left + indent, look, lines: flow.wrap(text, look, LINE_WIDTH - indent) };
}

function drawRow(flow: PageFlow, { kind, cells, picture }: LaidOutRow): void {
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  if (kind === 'cells') flow.canvas.rule(PAGE.left, flow.y, LINE_WIDTH);
  flow.y -= 1;
  if (picture) {
    flow.image(picture.image, PAGE.left + INDENT, picture.width, picture.height);
    flow.y -= PADDING;
  }
  for (let index = 0; index < lines; index += 1) {
    flow.room(LINE);
    for (const { x, look, lines: ofCell } of cells) flow.canvas.text(x, flow.y - look.size, ofCell[index] ?? '', look);
    flow.y -= LINE;
  }
  flow.y -= PADDING - 1;
}
