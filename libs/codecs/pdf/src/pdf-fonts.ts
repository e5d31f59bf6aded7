import { embedFont, hex, type EmbeddedFont } from './embed-font.js';
import { readTrueType, type TrueTypeFont } from './true-type.js';
import { withinFont } from './unusable-font.js';

/** The bytes of two TrueType fonts. Their licence must allow embedding. */
export interface FontFiles {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** Two fonts ready for any number of documents. Only `openPdfFonts` makes them. */
export interface PdfFonts {
  readonly regular: PdfFont;
  readonly bold: PdfFont;
}

/**
 * Reads the fonts of reports and prepares what nearly every report takes of them: some tens of milliseconds, so once per process.
 *
 * @throws {UnusableFont} Not TrueType, damaged, or not to be embedded.
 */
export function openPdfFonts({ regular, bold }: FontFiles): PdfFonts {
  return withinFont(() => ({ regular: new PdfFont(readTrueType(regular)), bold: new PdfFont(readTrueType(bold)) }));
}

// What French reports are written in. A document that needs no other sign carries this very subset, deflated once per process.
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0xff],
] as const;
const SIGNS = 'ŒœŸ€–—‘’“”„•…‰≤≥≠≈−→▲▼●αβγδεκλμΔΩ²³⁰⁴⁵⁶⁷⁸⁹⁺⁻\u202f';

/** One font, with the signs of French reports prepared. */
export class PdfFont {
  /** Every document may need other signs: those come behind these. */
  readonly prepared: readonly number[];
  readonly embedded: EmbeddedFont;
  /** By code unit: number of the glyph in the prepared subset, 0 for none. */
  readonly glyphs = new Uint16Array(0x10000);
  /** By number of the glyph, in thousandths of the size. */
  readonly widths: Float64Array;
  readonly hexes: readonly string[];

  constructor(readonly font: TrueTypeFont) {
    const wanted = [
      ...RANGES.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
      ...[...SIGNS].map((sign) => sign.codePointAt(0) ?? 0),
    ];
    this.prepared = [...new Set(wanted)].filter((codePoint) => font.glyphOf(codePoint) !== 0);
    this.embedded = embedFont(font, this.prepared);
    this.widths = Float64Array.from([0, ...this.prepared], (codePoint) => this.advanceOf(codePoint));
    this.hexes = Array.from(this.widths, (_, glyph) => hex(glyph));
    for (const [index, codePoint] of this.prepared.entries()) this.glyphs[codePoint] = index + 1;
  }

  has(codePoint: number): boolean {
    return this.font.glyphOf(codePoint) !== 0;
  }

  /** In thousandths of the size, as the document declares it. */
  advanceOf(codePoint: number): number {
    return Math.round((this.font.metricsOf(this.font.glyphOf(codePoint)).advance * 1000) / this.font.unitsPerEm);
  }
}
