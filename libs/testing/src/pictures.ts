import { crc32, deflateSync } from 'node:zlib';

/** How a PNG is made: rows of samples as they stand in the file, each after its filter. */
export interface PngMaking {
  readonly width: number;
  readonly bits: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. */
  readonly colour: number;
  /** First byte of each row: its filter. */
  readonly rows: readonly (readonly number[])[];
  readonly palette?: readonly number[];
  readonly transparent?: readonly number[];
  readonly interlaced?: boolean;
}

/** Makes a PNG. */
export function testPng({ width, bits, colour, rows, palette, transparent, interlaced = false }: PngMaking): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([bits, colour, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', Buffer.from(palette))] : []),
    ...(transparent ? [chunk('tRNS', Buffer.from(transparent))] : []),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** Makes a baseline JPEG of 8 by 8 points, all in the middle of the scale: 1 component grey, 3 colours, 4 CMYK. */
export function testJpeg(components: 1 | 3 | 4 = 3): Buffer {
  const segment = (marker: number, ...content: number[]) => [0xff, marker, 0, content.length + 2, ...content];
  const ids = Array.from({ length: components }, (_, index) => index + 1);
  // One code of one bit: a difference of zero, then the end of the block.
  const codes = [1, ...Array.from({ length: 15 }, () => 0), 0];
  return Buffer.from([
    ...[0xff, 0xd8],
    ...segment(0xdb, 0, ...Array.from({ length: 64 }, () => 1)),
    ...segment(0xc0, 8, 0, 8, 0, 8, components, ...ids.flatMap((id) => [id, 0x11, 0])),
    ...segment(0xc4, 0x00, ...codes),
    ...segment(0xc4, 0x10, ...codes),
    ...segment(0xda, components, ...ids.flatMap((id) => [id, 0]), 0, 63, 0),
    // Two zero bits per component, filled up with ones.
    0xff >> (2 * components),
    ...[0xff, 0xd9],
  ]);
}
