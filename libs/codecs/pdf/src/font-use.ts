import { embedFont, hex, type EmbeddedFont } from './embed-font.js';
import type { PdfFont } from './pdf-fonts.js';
import { toPrintable } from './printable-text.js';

/** A font in one document: remembers which signs beyond the prepared ones it was asked for. */
export class FontUse {
  private readonly added = new Map<number, number>();

  constructor(private readonly font: PdfFont) {}

  /** The text as this font can print it, see `toPrintable`. */
  printable(text: string): string {
    const { glyphs } = this.font;
    for (let index = 0; index < text.length; index += 1) {
      if (glyphs[text.charCodeAt(index)] === 0) return toPrintable(text, (codePoint) => this.font.has(codePoint));
    }
    return text;
  }

  /** Width in points of printable text. */
  widthOf(printable: string, size: number): number {
    const { glyphs, widths } = this.font;
    let total = 0;
    for (let index = 0; index < printable.length; index += 1) {
      const glyph = glyphs[printable.charCodeAt(index)] ?? 0;
      if (glyph !== 0) total += widths[glyph] ?? 0;
      else {
        const codePoint = printable.codePointAt(index) ?? 0;
        total += this.font.advanceOf(codePoint);
        if (codePoint > 0xffff) index += 1;
      }
    }
    return (total * size) / 1000;
  }

  /** Printable text as a string operand. */
  operand(printable: string): string {
    const { glyphs, hexes } = this.font;
    let out = '<';
    for (let index = 0; index < printable.length; index += 1) {
      const glyph = glyphs[printable.charCodeAt(index)] ?? 0;
      if (glyph !== 0) out += hexes[glyph] ?? '';
      else {
        const codePoint = printable.codePointAt(index) ?? 0;
        out += hex(this.add(codePoint));
        if (codePoint > 0xffff) index += 1;
      }
    }
    return `${out}>`;
  }

  /** The font as the document must carry it, once everything is written. */
  embedded(): EmbeddedFont {
    if (this.added.size === 0) return this.font.embedded;
    return embedFont(this.font.font, [...this.font.prepared, ...this.added.keys()]);
  }

  private add(codePoint: number): number {
    const known = this.added.get(codePoint) ?? this.font.prepared.length + this.added.size + 1;
    this.added.set(codePoint, known);
    return known;
  }
}
