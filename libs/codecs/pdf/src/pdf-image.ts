import { deflated, type PdfObject } from './pdf-object.js';
import { readJpegSize } from './read-jpeg.js';
import { readPng } from './read-png.js';

declare const read: unique symbol;

/** A picture that can be drawn. Only `readPdfImage` makes one. */
export interface PdfImage {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The image XObject of the file. */
  readonly object: PdfObject;
  readonly [read]: true;
}

/**
 * Reads a picture as PDF/A-1b can hold it: JPEG in grey or RGB as it is, PNG decoded and laid on white, for transparency is forbidden.
 *
 * @returns `undefined` for what cannot be drawn: another format, CMYK, an interlaced PNG, damaged or oversized data. Name it in words.
 * @see ISO 19005-1, 6.2.4 and 6.4; ISO 32000-1, 8.9.5
 */
export function readPdfImage(mediaType: string, bytes: Uint8Array): PdfImage | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === 'image/jpeg') return fromJpeg(buffer);
  return mediaType === 'image/png' ? fromPng(buffer) : undefined;
}

function fromJpeg(bytes: Buffer): PdfImage | undefined {
  const size = readJpegSize(bytes);
  if (!size) return undefined;
  const dictionary = `${describe(size.width, size.height, size.components === 1)}/Filter /DCTDecode`;
  return { width: size.width, height: size.height, object: { dictionary, bytes } } as PdfImage;
}

function fromPng(bytes: Buffer): PdfImage | undefined {
  const png = readPng(bytes);
  if (!png) return undefined;
  const object = deflated(png.samples, describe(png.width, png.height, png.components === 1));
  return { width: png.width, height: png.height, object } as PdfImage;
}

function describe(width: number, height: number, grey: boolean): string {
  return (
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 ` +
    `/ColorSpace /${grey ? 'DeviceGray' : 'DeviceRGB'} `
  );
}
