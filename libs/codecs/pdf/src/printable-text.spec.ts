import fc from 'fast-check';
import { toPrintable } from './printable-text.js';
import { wrapText } from './wrap-text.js';

const latin1 = (codePoint: number) => codePoint < 256;

describe('toPrintable', () => {
  it.each`
    text                | printable
    ${'Créatinine'}     | ${'Créatinine'}
    ${'e\u0301'}        | ${'é'}
    ${'≥ 5 μg'}         | ${'>= 5 µg'}
    ${'β-HCG'}          | ${'beta-HCG'}
    ${'Ştefan'}         | ${'Stefan'}
    ${'日本'}           | ${'??'}
    ${'a\tb\u0007c'}    | ${'a bc'}
    ${'\u200bx\u00ady'} | ${'xy'}
    ${'1\u202f000'}     | ${'1\u00a0000'}
  `('prints $text as $printable in a font of Latin-1', ({ text, printable }: { text: string; printable: string }) => {
    expect(toPrintable(text, latin1)).toBe(printable);
  });

  it('leaves what the font has', () => {
    expect(toPrintable('≥ β Ş 日', () => true)).toBe('≥ β Ş 日');
  });

  it('gives only what the font has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...toPrintable(text, latin1)].every((sign) => latin1(sign.codePointAt(0) ?? 0))).toBe(true);
      }),
    );
  });
});

describe('wrapText', () => {
  const measure = (text: string) => [...text].length;

  it('keeps every character and no line is too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 300 }), fc.integer({ min: 3, max: 60 }), (text, width) => {
        const lines = wrapText(text, width, measure);

        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(lines.every((line) => measure(line.trim()) <= width)).toBe(true);
      }),
    );
  });

  it('does not break at a no-break space', () => {
    expect(wrapText('aaa 12\u00a0mg', 6, measure)).toEqual(['aaa', '12\u00a0mg']);
  });
});
