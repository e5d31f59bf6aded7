import { wrap } from './helvetica.js';
import type { PdfBlock, PdfDocument, PdfRow } from './pdf-document.js';
import { encodeWinAnsi } from './win-ansi.js';

/** A4 in points, with the margins that printers need. */
export const PAGE = { width: 595, height: 842, left: 42, right: 42, top: 42, bottom: 54 } as const;

const LINE = PAGE.width - PAGE.left - PAGE.right;
const GUTTER = 6;

/** One line of text, placed. `text` is in WinAnsi. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly text: string;
}

/** One page. `rules` are horizontal lines across the page, by their height. */
export interface PlacedPage {
  readonly texts: readonly PlacedText[];
  readonly rules: readonly number[];
}

/** Breaks a document into pages. */
export function layOutPages({ blocks }: PdfDocument): readonly PlacedPage[] {
  const layout = new Layout();
  for (const block of blocks) layout.add(block);
  return layout.pages;
}

class Layout {
  readonly pages: { texts: PlacedText[]; rules: number[] }[] = [{ texts: [], rules: [] }];
  private y: number = PAGE.height - PAGE.top;

  add(block: PdfBlock): void {
    switch (block.kind) {
      case 'title':
        return this.paragraph(block.text, 14, true, 8);
      case 'heading':
        this.room(60);
        return this.paragraph(block.text, 11, true, 4);
      case 'paragraph':
        return this.paragraph(block.text, 9, block.bold ?? false, 2);
      case 'table':
        return this.table(block);
    }
  }

  private paragraph(text: string, size: number, bold: boolean, after: number): void {
    for (const line of linesOf(text, size, bold, LINE)) {
      this.room(size * 1.3);
      this.line(PAGE.left, line, size, bold);
      this.y -= size * 1.3;
    }
    this.y -= after;
  }

  private table({ columns, rows }: Extract<PdfBlock, { kind: 'table' }>): void {
    const head: PdfRow = { cells: columns.map(({ title }) => title), bold: true };
    const widths = columns.map(({ width }) => width * LINE);
    this.room(40);
    this.row(head, widths);
    this.rule();
    for (const row of rows) {
      const before = this.pages.length;
      this.room(this.heightOf(row, widths));
      if (this.pages.length > before) {
        this.row(head, widths);
        this.rule();
      }
      this.row(row, widths);
    }
    this.y -= 8;
  }

  private heightOf(row: PdfRow, widths: readonly number[]): number {
    return Math.max(...cellLines(row, widths).map((lines) => lines.length)) * ROW + 3;
  }

  private row(row: PdfRow, widths: readonly number[]): void {
    const cells = cellLines(row, widths);
    const height = Math.max(...cells.map((lines) => lines.length));
    for (let index = 0; index < height; index += 1) {
      this.room(ROW);
      let x: number = PAGE.left;
      for (const [column, lines] of cells.entries()) {
        const line = lines[index];
        if (line) this.line(x, line, SIZE, row.bold ?? false);
        x += widths[column] ?? 0;
      }
      this.y -= ROW;
    }
    this.y -= 3;
  }

  private rule(): void {
    this.pages.at(-1)?.rules.push(this.y + ROW - 3);
    this.y -= 3;
  }

  private line(x: number, text: string, size: number, bold: boolean): void {
    this.pages.at(-1)?.texts.push({ x, y: this.y - size, size, bold, text });
  }

  /** Starts a page when less than this is left. */
  private room(height: number): void {
    if (this.y - height >= PAGE.bottom) return;
    this.pages.push({ texts: [], rules: [] });
    this.y = PAGE.height - PAGE.top;
  }
}

const SIZE = 8.5;
const ROW = 11;

function cellLines({ cells, bold }: PdfRow, widths: readonly number[]): readonly (readonly string[])[] {
  if (cells.length === 1) return [linesOf(cells[0] ?? '', SIZE, bold ?? false, LINE)];
  return cells.map((cell, column) => linesOf(cell, SIZE, bold ?? false, (widths[column] ?? 0) - GUTTER));
}

function linesOf(text: string, size: number, bold: boolean, width: number): readonly string[] {
  if (!/[\r\n]/.test(text)) return wrap(encodeWinAnsi(text), size, bold, width);
  return text.split(/\r\n|\r|\n/).flatMap((line) => wrap(encodeWinAnsi(line), size, bold, width));
}
