import { createHash } from 'node:crypto';
import { subsetFont } from './font-subset.js';
import { deflated, ref, type PdfObject } from './pdf-object.js';
import type { TrueTypeFont } from './true-type.js';

/** A font as a document carries it. */
export interface EmbeddedFont {
  /** Its objects, when the first has this number. That first one is what a page names. */
  objects(first: number): readonly PdfObject[];
}

/** How many objects an embedded font takes. */
export const OBJECTS_OF_A_FONT = 6;

/**
 * Embeds the glyphs of some code points: glyph 1 is that of the first, and so on; glyph 0 is the sign for what is missing.
 *
 * @see ISO 19005-1, 6.3: fonts are embedded, their widths agree, a subset lists its glyphs (CIDSet)
 */
export function embedFont(font: TrueTypeFont, codePoints: readonly number[]): EmbeddedFont {
  const { file, glyphs } = subsetFont(font, [0, ...codePoints.map((codePoint) => font.glyphOf(codePoint))]);
  const per1000 = (units: number) => Math.round((units * 1000) / font.unitsPerEm);
  const widths = glyphs.map((glyph) => per1000(font.metricsOf(glyph).advance));
  const name = `${tagOf(codePoints)}+${font.postScriptName}`;
  const program = deflated(file, `/Length1 ${file.length} `);
  const toUnicode = deflated(Buffer.from(writeToUnicode(codePoints), 'latin1'));
  const cidSet = deflated(oneBits(glyphs.length));
  const objects = (first: number): readonly PdfObject[] => [
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H ` +
      `/DescendantFonts [${ref(first + 1)}] /ToUnicode ${ref(first + 4)} >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) ` +
      `/Supplement 0 >> /FontDescriptor ${ref(first + 2)} /CIDToGIDMap /Identity /DW 1000 /W [0 [${widths.join(' ')}]] >>`,
    `<< /Type /FontDescriptor /FontName /${name} /Flags 32 /FontBBox [${font.box.map(per1000).join(' ')}] /ItalicAngle 0 ` +
      `/Ascent ${per1000(font.ascent)} /Descent ${per1000(font.descent)} /CapHeight ${per1000(font.capHeight)} ` +
      `/StemV ${stemOf(font.weight)} /FontFile2 ${ref(first + 3)} /CIDSet ${ref(first + 5)} >>`,
    program,
    toUnicode,
    cidSet,
  ];
  return { objects };
}

/** Six letters that two different subsets do not share. */
function tagOf(codePoints: readonly number[]): string {
  const hash = createHash('sha256').update(codePoints.join(' ')).digest();
  return String.fromCharCode(...hash.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

/** No font says its stem: this is the usual estimate from the weight. */
function stemOf(weight: number): number {
  return Math.round(50 + (weight / 65) ** 2);
}

function oneBits(count: number): Buffer {
  const bits = Buffer.alloc(Math.ceil(count / 8), 0xff);
  if (count % 8 !== 0) bits[bits.length - 1] = (0xff << (8 - (count % 8))) & 0xff;
  return bits;
}

// A CMap holds at most so many lines in one block (Adobe Technical Note 5014).
const LINES_OF_A_BLOCK = 100;

function writeToUnicode(codePoints: readonly number[]): string {
  const lines = codePoints.map((codePoint, index) => `<${hex(index + 1)}> <${utf16(codePoint)}>`);
  let blocks = '';
  for (let start = 0; start < lines.length; start += LINES_OF_A_BLOCK) {
    const block = lines.slice(start, start + LINES_OF_A_BLOCK);
    blocks += `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`;
  }
  return (
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n' +
    `1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${blocks}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`
  );
}

/** Four hexadecimal digits: how a page names a glyph. */
export function hex(glyph: number): string {
  return glyph.toString(16).toUpperCase().padStart(4, '0');
}

function utf16(codePoint: number): string {
  return Buffer.from(String.fromCodePoint(codePoint), 'utf16le').swap16().toString('hex').toUpperCase();
}
