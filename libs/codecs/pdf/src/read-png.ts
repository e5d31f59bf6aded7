import { inflateSync } from 'node:zlib';
import { channelsOf, paintPng, rowLength, type Raster } from './paint-png.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Curves and cultures are far smaller; the bound keeps a few bytes from asking for gigabytes. */
const MOST_PIXELS = 8_000_000;
const BITS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/**
 * Decodes a PNG and lays it on white.
 *
 * @returns `undefined` when it is none, is damaged, interlaced, or has more than 8 million pixels.
 * @see W3C PNG specification, second edition
 */
export function readPng(bytes: Buffer): Raster | undefined {
  try {
    return decode(bytes);
  } catch (error) {
    // Damaged chunks and streams: a picture that cannot be shown is named, and does not stop the report.
    if (/^(Z_|ERR_(OUT_OF_RANGE|BUFFER))/.test((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

function decode(bytes: Buffer): Raster | undefined {
  if (!bytes.subarray(0, 8).equals(SIGNATURE) || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [bits = 0, colour = 0, , , interlaced] = bytes.subarray(24, 29);
  if (width * height === 0 || width * height > MOST_PIXELS || interlaced !== 0 || !BITS[colour]?.includes(bits)) return undefined;
  const header = { width, height, bits, colour };
  const { data, palette, transparent } = readChunks(bytes);
  const row = rowLength(header);
  const raw = inflateSync(data, { maxOutputLength: (row + 1) * height });
  if (raw.length !== (row + 1) * height || (colour === 3 && !palette)) return undefined;
  const lines = unfilter(raw, row, Math.max(1, (channelsOf(header) * bits) >> 3));
  return lines && paintPng(lines, header, palette, transparent);
}

function readChunks(bytes: Buffer): { data: Buffer; palette?: Buffer; transparent?: Buffer } {
  const data: Buffer[] = [];
  const found: { palette?: Buffer; transparent?: Buffer } = {};
  for (let offset = 8; offset + 8 <= bytes.length;) {
    const length = bytes.readUInt32BE(offset);
    const kind = bytes.toString('latin1', offset + 4, offset + 8);
    const content = bytes.subarray(offset + 8, offset + 8 + length);
    if (kind === 'IDAT') data.push(content);
    if (kind === 'PLTE') found.palette = content;
    if (kind === 'tRNS') found.transparent = content;
    offset += 12 + length;
  }
  return { data: Buffer.concat(data), ...found };
}

/** Takes back the filter of each row, in place. @see PNG, clause 9 */
function unfilter(raw: Buffer, row: number, step: number): Buffer | undefined {
  const out = Buffer.alloc((raw.length / (row + 1)) * row);
  for (let from = 0, to = 0; from < raw.length; from += row + 1, to += row) {
    const filter = raw[from] ?? 0;
    if (filter > 4) return undefined;
    for (let index = 0; index < row; index += 1) {
      const left = index < step ? 0 : (out[to + index - step] ?? 0);
      const up = to === 0 ? 0 : (out[to + index - row] ?? 0);
      const corner = to === 0 || index < step ? 0 : (out[to + index - row - step] ?? 0);
      out[to + index] = (raw[from + 1 + index] ?? 0) + predict(filter, left, up, corner);
    }
  }
  return out;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
