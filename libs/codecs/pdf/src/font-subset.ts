import type { TrueTypeFont } from './true-type.js';

/**
 * Writes a font that holds only some glyphs, numbered anew in the order given; one may come twice, under two numbers.
 *
 * Parts of composite glyphs are added behind. The character map is left out: a PDF addresses glyphs by number.
 *
 * @param glyphs - Numbers in `font`; the first is 0, the sign for what is missing.
 * @see ISO 32000-1, 9.9 "Embedded Font Programs"
 */
export function subsetFont(
  font: TrueTypeFont,
  glyphs: readonly number[],
): { readonly file: Buffer; readonly glyphs: readonly number[] } {
  const all = [...glyphs];
  // A part may itself be composite: the list grows while it is read.
  const numberOf = (glyph: number) => (all.includes(glyph) ? all.indexOf(glyph) : all.push(glyph) - 1);
  const outlines: Buffer[] = [];
  for (let index = 0; index < all.length; index += 1) outlines.push(renumberParts(font.outlineOf(all[index] ?? 0), numberOf));

  const loca = Buffer.alloc(4 * (all.length + 1));
  const hmtx = Buffer.alloc(4 * all.length);
  const padded = outlines.map(padToFour);
  let offset = 0;
  for (const [index, glyph] of all.entries()) {
    const { advance, leftSideBearing } = font.metricsOf(glyph);
    hmtx.writeUInt16BE(advance, 4 * index);
    hmtx.writeInt16BE(leftSideBearing, 4 * index + 2);
    offset += padded[index]?.length ?? 0;
    loca.writeUInt32BE(offset, 4 * index + 4);
  }
  const hinting = ['cvt ', 'fpgm', 'prep'].flatMap((tag) => {
    const bytes = font.table(tag);
    return bytes ? [[tag, bytes] as const] : [];
  });
  const tables = [
    ...hinting,
    ['glyf', Buffer.concat(padded)],
    ['head', patched(font, 'head', (head) => void (head.writeUInt32BE(0, 8), head.writeInt16BE(1, 50)))],
    ['hhea', patched(font, 'hhea', (hhea) => void hhea.writeUInt16BE(all.length, 34))],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', patched(font, 'maxp', (maxp) => void maxp.writeUInt16BE(all.length, 4))],
  ] as readonly (readonly [string, Buffer])[];
  return { file: writeFontFile(tables), glyphs: all };
}

function patched(font: TrueTypeFont, tag: string, patch: (table: Buffer) => void): Buffer {
  const copy = Buffer.from(font.table(tag) ?? []);
  patch(copy);
  return copy;
}

const PART = { wideArguments: 0x0001, scale: 0x0008, more: 0x0020, twoScales: 0x0040, matrix: 0x0080 } as const;

function renumberParts(outline: Buffer, numberOf: (glyph: number) => number): Buffer {
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return outline;
  const copy = Buffer.from(outline);
  let at = 10;
  for (let flags: number = PART.more; flags & PART.more;) {
    flags = copy.readUInt16BE(at);
    copy.writeUInt16BE(numberOf(copy.readUInt16BE(at + 2)), at + 2);
    at += 4 + (flags & PART.wideArguments ? 4 : 2);
    at += flags & PART.scale ? 2 : flags & PART.twoScales ? 4 : flags & PART.matrix ? 8 : 0;
  }
  return copy;
}

function writeFontFile(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const power = Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(12 + 16 * tables.length);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (tables.length - 2 ** power), 10);
  let offset = head.length;
  const padded = tables.map(([tag, bytes], index) => {
    const record = 12 + 16 * index;
    const whole = padToFour(bytes);
    head.write(tag, record, 'latin1');
    head.writeUInt32BE(checksumOf(whole), record + 4);
    head.writeUInt32BE(offset, record + 8);
    head.writeUInt32BE(bytes.length, record + 12);
    offset += whole.length;
    return whole;
  });
  const file = Buffer.concat([head, ...padded]);
  const place = file.readUInt32BE(12 + 16 * tables.findIndex(([tag]) => tag === 'head') + 8);
  // The sum of the whole file, with the field itself as zero, is completed to this number (OpenType, "head").
  file.writeUInt32BE((0xb1b0afba - checksumOf(file)) >>> 0, place + 8);
  return file;
}

function padToFour(bytes: Buffer): Buffer {
  return bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))]);
}

function checksumOf(bytes: Buffer): number {
  let sum = 0;
  for (let index = 0; index < bytes.length; index += 4) sum = (sum + bytes.readUInt32BE(index)) >>> 0;
  return sum;
}
