/** Size and number of colours of a JPEG that a PDF may hold as it is. */
export interface JpegSize {
  readonly width: number;
  readonly height: number;
  readonly components: 1 | 3;
}

/**
 * Reads the frame header of a JPEG.
 *
 * @returns `undefined` when it is none, is cut short, is lossless or hierarchical, or has not 8 bits of grey or of three colours.
 * @see ITU-T T.81, annex B
 */
export function readJpegSize(bytes: Buffer): JpegSize | undefined {
  // The end marker proves that the file is whole; encoders may pad behind it.
  if (bytes.length < 12 || bytes.readUInt16BE(0) !== 0xffd8 || bytes.lastIndexOf(END) < 0) return undefined;
  let offset = 2;
  while (offset + 9 <= bytes.length) {
    if (bytes[offset] !== 0xff) return undefined;
    const marker = bytes[offset + 1] ?? 0;
    // A marker may be filled up with 0xff.
    if (marker === 0xff) offset += 1;
    else if (FRAMES.has(marker)) return readFrame(bytes, offset + 4);
    else if (marker === START_OF_SCAN) return undefined;
    else offset += 2 + bytes.readUInt16BE(offset + 2);
  }
  return undefined;
}

const END = Buffer.from([0xff, 0xd9]);
const START_OF_SCAN = 0xda;
// Baseline, extended and progressive, Huffman coded: what DCTDecode reads.
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);

function readFrame(bytes: Buffer, offset: number): JpegSize | undefined {
  if (offset + 6 > bytes.length) return undefined;
  const [bits, components] = [bytes[offset], bytes[offset + 5]];
  const [height, width] = [bytes.readUInt16BE(offset + 1), bytes.readUInt16BE(offset + 3)];
  if (bits !== 8 || width === 0 || height === 0) return undefined;
  return components === 1 || components === 3 ? { width, height, components } : undefined;
}
