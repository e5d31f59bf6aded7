import bwip from 'bwip-js/node';
import type { PdfMatrix } from './pdf-document.js';

/**
 * Encodes text as a square DataMatrix with error correction ECC 200. Synchronous, and touches nothing outside.
 *
 * @param text - ASCII; ASCII 29 is the separator of groups.
 * @see ISO/IEC 16022
 */
export function encodeDataMatrix(text: string): PdfMatrix {
  const [symbol] = bwip.raw('datamatrix', text);
  if (!symbol || !('pixs' in symbol)) return [];
  const { pixs, pixx, pixy } = symbol;
  return Array.from({ length: pixy }, (_, row) => pixs.slice(row * pixx, (row + 1) * pixx).map((module) => module === 1));
}
