import { BinaryBitmap, DataMatrixReader, HybridBinarizer, RGBLuminanceSource } from '@zxing/library';
import { encodeDataMatrix } from './data-matrix.js';
import type { PdfMatrix } from './pdf-document.js';

/** Reads as a camera would, with a reader that is not ours: eight points a module, four modules of white around. */
function scan(modules: PdfMatrix): string {
  const side = (modules.length + 8) * 8;
  const light = Uint8ClampedArray.from({ length: side * side }, (_, index) => {
    const row = Math.floor(Math.floor(index / side) / 8) - 4;
    const column = Math.floor((index % side) / 8) - 4;
    return modules[row]?.[column] ? 0 : 255;
  });
  return new DataMatrixReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(light, side, side)))).getText();
}

describe('encodeDataMatrix', () => {
  it.each(['ABC', 'IS010000000000000000000000S1279035121518989', 'S3CAMILLE ANNE\x1dS4O\u0027TEST-PATIENT\x1dS5F', '28-03-1979'])(
    'is read back: %j',
    (text) => {
      const modules = encodeDataMatrix(text);

      expect(modules.every((row) => row.length === modules.length)).toBe(true);
      expect(scan(modules)).toBe(text);
    },
  );
});
