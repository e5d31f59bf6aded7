import { drawHeading, drawTable } from './lay-out-table.js';
import { LINE_WIDTH, PAGE, type FontUses, type TextLook } from './page-canvas.js';
import { LEADING, PageFlow } from './page-flow.js';
import type { PdfBlock, PdfDocument, PdfPanelColumn } from './pdf-document.js';

/** Breaks a document into pages, each with its foot. */
export function layOutPages({ blocks, footer, runningHead }: PdfDocument, fonts: FontUses): Pick<PageFlow, 'pages' | 'images'> {
  const flow = new PageFlow(fonts, runningHead);
  for (const block of blocks) draw(flow, block);
  const look: TextLook = { size: 7.5, style: 'quiet' };
  for (const [index, page] of flow.pages.entries()) {
    const number = `Page ${index + 1}/${flow.pages.length}`;
    const width = flow.widthOf(number, look);
    page.rule(PAGE.left, 44, LINE_WIDTH);
    for (const [line, text] of flow.wrap(footer, look, LINE_WIDTH - width - 20).entries())
      page.text(PAGE.left, 34 - 9 * line, text, look);
    page.text(PAGE.width - PAGE.right - width, 34, number, look);
  }
  return flow;
}

function draw(flow: PageFlow, block: PdfBlock): void {
  switch (block.kind) {
    case 'title':
      return flow.paragraph(block.text, { size: 15, style: 'accent' }, { after: 6 });
    case 'heading':
      flow.room(60);
      return drawHeading(flow, block.text);
    case 'paragraph':
      return flow.paragraph(block.text, { size: 9, style: block.style ?? 'plain' }, { after: 2 });
    case 'notice':
      return drawNotice(flow, block.text);
    case 'panel':
      return drawPanel(flow, block);
    case 'table':
      return drawTable(flow, block);
  }
}

const INSET = 7;
const NOTICE: TextLook = { size: 9.5, style: 'strong' };

function drawNotice(flow: PageFlow, text: string): void {
  const lines = flow.wrap(text, NOTICE, LINE_WIDTH - 2 * INSET);
  const height = lines.length * NOTICE.size * LEADING + 2 * INSET - 2;
  flow.room(height + 6);
  flow.canvas.frame(PAGE.left, flow.y - height, LINE_WIDTH, height, 'accent');
  for (const [index, line] of lines.entries())
    flow.canvas.text(PAGE.left + INSET, flow.y - INSET - NOTICE.size * (0.9 + index * LEADING), line, NOTICE);
  flow.y -= height + 6;
}

const PANEL_SIZE = 9;
const PANEL_LINE = PANEL_SIZE * LEADING;
// 0.42 mm: what hand-held readers read on plain paper. The quiet zone is the white around, three modules.
const MODULE = 1.2;
const CAPTION: TextLook = { size: 6.5, style: 'quiet' };

function drawPanel(flow: PageFlow, { framed, columns }: Extract<PdfBlock, { kind: 'panel' }>): void {
  const inset = framed ? INSET : 0;
  const laidOut = layOutColumns(flow, columns, inset);
  const height = Math.max(...laidOut.map((column) => column.height)) + 2 * inset;
  if (height > PageFlow.CAPACITY) {
    // Too many lines to stand side by side on one page: nothing is lost one under the other.
    for (const { text, style } of columns.flatMap(({ lines }) => lines))
      flow.paragraph(text, { size: PANEL_SIZE, style: style ?? 'plain' });
    return;
  }
  flow.room(height + 8);
  if (framed) flow.canvas.frame(PAGE.left, flow.y - height, LINE_WIDTH, height);
  for (const { x, right, lines, matrix } of laidOut) {
    for (const [index, { line, look }] of lines.entries())
      flow.canvas.text(x, flow.y - inset - PANEL_SIZE * 0.9 - index * PANEL_LINE, line, look);
    if (!matrix) continue;
    const side = matrix.modules.length * MODULE;
    const caption = flow.wrap(matrix.caption, CAPTION, side + 30)[0] ?? '';
    flow.canvas.matrix(right - side - 4, flow.y - inset - side, matrix.modules, MODULE);
    flow.canvas.text(right - side - 4, flow.y - inset - side - 10, caption, CAPTION);
  }
  flow.y -= height + 8;
}

function layOutColumns(flow: PageFlow, columns: readonly PdfPanelColumn[], inset: number) {
  let left: number = PAGE.left;
  return columns.map(({ width, lines, matrix }) => {
    const whole = width * LINE_WIDTH;
    left += whole;
    const side = matrix ? matrix.modules.length * MODULE + 10 : 0;
    const wrapped = lines.flatMap(({ text, style }) => {
      const look: TextLook = { size: PANEL_SIZE, style: style ?? 'plain' };
      return flow.wrap(text, look, whole - inset - side - 4).map((line) => ({ line, look }));
    });
    const height = Math.max(wrapped.length * PANEL_LINE, matrix ? matrix.modules.length * MODULE + 14 : 0);
    return { x: left - whole + inset, right: left - inset, lines: wrapped, height, ...(matrix && { matrix }) };
  });
}
