import { readCharacterMap } from './character-map.js';
import { UnusableFont, withinFont } from './unusable-font.js';

/** What a PDF writer needs of a TrueType font. Lengths are in the font's own units. */
export interface TrueTypeFont {
  readonly postScriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly box: readonly [number, number, number, number];
  /** OS/2 weight class: 400 regular, 700 bold. */
  readonly weight: number;
  /** Glyph of a code point; 0 where the font has none. */
  glyphOf(codePoint: number): number;
  metricsOf(glyph: number): { readonly advance: number; readonly leftSideBearing: number };
  /** Outline as it stands in the table `glyf`; empty for a blank. */
  outlineOf(glyph: number): Buffer;
  /** A whole table, to be copied. Absent: the font has none. */
  table(tag: string): Buffer | undefined;
}

/**
 * Reads a TrueType font.
 *
 * @throws {UnusableFont} Not TrueType with outlines, a table is missing or cut short, or embedding is forbidden.
 * @see OpenType 1.9, "Organization of an OpenType Font"
 */
export function readTrueType(bytes: Uint8Array): TrueTypeFont {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return withinFont(() => read(file, tablesOf(file)));
}

function read(file: Buffer, tables: ReadonlyMap<string, Buffer>): TrueTypeFont {
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new UnusableFont('The font lacks a table', { table: tag, sizeBytes: file.length });
    return found;
  };
  const [head, hhea, maxp, os2, hmtx, loca, glyf] = ['head', 'hhea', 'maxp', 'OS/2', 'hmtx', 'loca', 'glyf'].map(table) as Tables;
  const fsType = os2.readUInt16BE(8);
  if ((fsType & 0x000f) === 0x0002 || (fsType & 0x0300) !== 0) throw new UnusableFont('The font may not be embedded', { fsType });

  const glyphs = maxp.readUInt16BE(4);
  const longMetrics = hhea.readUInt16BE(34);
  const offsetOf =
    head.readInt16BE(50) === 0 ? (n: number) => loca.readUInt16BE(2 * n) * 2 : (n: number) => loca.readUInt32BE(4 * n);
  const known = (glyph: number) => (glyph < glyphs ? glyph : 0);
  const characters = readCharacterMap(table('cmap'));
  return {
    postScriptName: postScriptNameOf(table('name')),
    unitsPerEm: head.readUInt16BE(18),
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    capHeight: os2.readUInt16BE(0) >= 2 ? os2.readInt16BE(88) : hhea.readInt16BE(4),
    box: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    weight: os2.readUInt16BE(4),
    glyphOf: (codePoint) => known(characters.get(codePoint) ?? 0),
    metricsOf: (glyph) => ({
      advance: hmtx.readUInt16BE(4 * Math.min(glyph, longMetrics - 1)),
      leftSideBearing: hmtx.readInt16BE(glyph < longMetrics ? 4 * glyph + 2 : 4 * longMetrics + 2 * (glyph - longMetrics)),
    }),
    outlineOf: (glyph) => glyf.subarray(offsetOf(glyph), offsetOf(glyph + 1)),
    table: (tag) => tables.get(tag),
  };
}

type Tables = [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];

const TRUE_TYPE = 0x00010000;

function tablesOf(file: Buffer): ReadonlyMap<string, Buffer> {
  if (file.length < 12 || file.readUInt32BE(0) !== TRUE_TYPE)
    throw new UnusableFont('Not a TrueType font', { sizeBytes: file.length });
  return new Map(
    Array.from({ length: file.readUInt16BE(4) }, (_, index) => {
      const record = 12 + 16 * index;
      const offset = file.readUInt32BE(record + 8);
      const length = file.readUInt32BE(record + 12);
      if (offset + length > file.length) throw new UnusableFont('The font is cut short', { sizeBytes: file.length });
      return [file.toString('latin1', record, record + 4), file.subarray(offset, offset + length)];
    }),
  );
}

const POSTSCRIPT_NAME = 6;

function postScriptNameOf(name: Buffer): string {
  const strings = name.readUInt16BE(4);
  for (let record = 6; record < 6 + 12 * name.readUInt16BE(2); record += 12) {
    if (name.readUInt16BE(record + 6) !== POSTSCRIPT_NAME) continue;
    const start = strings + name.readUInt16BE(record + 10);
    const raw = name.subarray(start, start + name.readUInt16BE(record + 8));
    // The name is ASCII, in UTF-16 on Windows and in single bytes on Macintosh.
    return raw.toString('latin1').replace(/[^\w-]/g, '');
  }
  return 'Font';
}
