import fc from 'fast-check';
import { widthOf, wrap } from './helvetica.js';
import { encodeWinAnsi } from './win-ansi.js';

describe('encodeWinAnsi', () => {
  it.each`
    text            | encoded
    ${'Créatinine'} | ${'Cr\u00e9atinine'}
    ${'e\u0301'}    | ${'\u00e9'}
    ${'cœur'}       | ${'c\u009cur'}
    ${'5 €'}        | ${'5 \u0080'}
    ${'l’urine'}    | ${'l\u0092urine'}
    ${'≥ 5 μg'}     | ${'>= 5 \u00b5g'}
    ${'β-HCG'}      | ${'beta-HCG'}
    ${'Ştefan'}     | ${'Stefan'}
    ${'日本'}       | ${'??'}
  `('encodes $text', ({ text, encoded }: { text: string; encoded: string }) => {
    expect(encodeWinAnsi(text)).toBe(encoded);
  });

  it('never gives more than a byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect([...encodeWinAnsi(text)].every((character) => character.charCodeAt(0) < 256)).toBe(true);
      }),
    );
  });
});

describe('wrap', () => {
  it('keeps every character and no line is too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 300 }), fc.integer({ min: 30, max: 300 }), (text, width) => {
        const lines = wrap(text, 9, false, width);

        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(lines.every((line) => widthOf(line.trim(), 9, false) <= width)).toBe(true);
      }),
    );
  });
});
