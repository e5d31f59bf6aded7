import fc from 'fast-check';
import { decodeBoundedNumber, decodeComparison, decodeRatio } from './comparison.js';
import { decodeLaboratoryNumber, hasDecimalComma } from './laboratory-number.js';

describe('decodeLaboratoryNumber', () => {
  it.each`
    text              | value         | why
    ${'5'}            | ${'5'}        | ${'integer'}
    ${'1,50'}         | ${'1.50'}     | ${'decimal comma, digits kept'}
    ${'75.0'}         | ${'75.0'}     | ${'decimal point, digits kept'}
    ${'1 250'}        | ${'1250'}     | ${'thousands by a space'}
    ${'1 250 000'}    | ${'1250000'}  | ${'millions'}
    ${'1\u202f250,5'} | ${'1250.5'}   | ${'narrow no-break space'}
    ${'1\u00a0250'}   | ${'1250'}     | ${'no-break space'}
    ${' 4,2 '}        | ${'4.2'}      | ${'blanks around'}
    ${'+3'}           | ${'3'}        | ${'plus sign'}
    ${'-2,5'}         | ${'-2.5'}     | ${'base excess'}
    ${'−2,5'}         | ${'-2.5'}     | ${'true minus sign'}
    ${',5'}           | ${'0.5'}      | ${'no whole part'}
    ${'007'}          | ${'7'}        | ${'leading zeros'}
    ${'0.920'}        | ${'0.920'}    | ${'three decimals under one'}
    ${'2.920'}        | ${'2.920'}    | ${'a point is a decimal point in HL7'}
    ${'2,920'}        | ${'2.920'}    | ${'a comma is decimal in French'}
    ${'1025.000'}     | ${'1025.000'} | ${'too long to be a group'}
  `('reads $text as $value ($why)', ({ text, value }: { text: string; value: string }) => {
    expect(decodeLaboratoryNumber(text)).toEqual({ status: 'ok', value });
  });

  it.each(['1.234.567', '2.920,5', '1,234.5', '1,234,567'])('%p groups thousands: ambiguous', (text) => {
    expect(decodeLaboratoryNumber(text)).toEqual({ status: 'ambiguous' });
  });

  it.each`
    text        | status
    ${'2.920'}  | ${'ambiguous'}
    ${'-2.920'} | ${'ambiguous'}
    ${'0.920'}  | ${'ok'}
    ${'2.92'}   | ${'ok'}
    ${'2920'}   | ${'ok'}
    ${'2,920'}  | ${'ok'}
  `('among decimal commas, $text is $status', ({ text, status }: { text: string; status: string }) => {
    expect(decodeLaboratoryNumber(text, { decimalComma: true }).status).toBe(status);
  });

  it.each`
    text           | value
    ${'2.920'}     | ${'2920'}
    ${'1.234.567'} | ${'1234567'}
    ${'2.920,5'}   | ${'2920.5'}
    ${'0.920'}     | ${'0.920'}
    ${'2.92'}      | ${'2.92'}
  `('where points are agreed to group thousands, $text is $value', ({ text, value }: { text: string; value: string }) => {
    expect(decodeLaboratoryNumber(text, { thousandsByPoints: true })).toEqual({ status: 'ok', value });
  });

  it.each(['', ' ', '.', ',', '-', 'Négatif', '1 25', '12 345 6', '1E5', '10^9', '<5', '1:80', '5 mmol/L', '--5', '9'.repeat(41)])(
    '%p is no number',
    (text) => {
      expect(decodeLaboratoryNumber(text)).toEqual({ status: 'not-a-number' });
    },
  );

  it('keeps every digit of every decimal', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(0|[1-9]\d{0,9})$/), fc.stringMatching(/^\d{1,9}$/), (whole, decimals) => {
        expect(decodeLaboratoryNumber(`${whole},${decimals}`)).toEqual({ status: 'ok', value: `${whole}.${decimals}` });
      }),
    );
  });
});

describe('hasDecimalComma', () => {
  it.each(['4,5', '<0,5', ' 1 250,5 ', '≥ 3,0'])('sees it in %p', (text) => expect(hasDecimalComma(text)).toBe(true));
  it.each(['4.5', '5', 'oui, non', ''])('does not in %p', (text) => expect(hasDecimalComma(text)).toBe(false));
  it('does not look for it in what is longer than a number, which could take hours', () => {
    expect(hasDecimalComma(`${' '.repeat(100_000)}<${' '.repeat(100_000)}x`)).toBe(false);
  });
});

describe('decodeComparison', () => {
  it.each`
    text          | comparator | rest
    ${'<0,5'}     | ${'<'}     | ${'0,5'}
    ${' < 0,5 '}  | ${'<'}     | ${'0,5'}
    ${'≤3'}       | ${'<='}    | ${'3'}
    ${'=<3'}      | ${'<='}    | ${'3'}
    ${'> 500'}    | ${'>'}     | ${'500'}
    ${'>= 1:160'} | ${'>='}    | ${'1:160'}
    ${'≥ 3'}      | ${'>='}    | ${'3'}
  `('splits $text', ({ text, ...expected }: { text: string }) => {
    expect(decodeComparison(text)).toEqual(expected);
  });

  it.each(['5', '', '<', 'a < b'])('finds none in %p', (text) => expect(decodeComparison(text)).toBeUndefined());
});

describe('decodeBoundedNumber', () => {
  it('reads the bound', () => {
    expect(decodeBoundedNumber('<0,12')).toEqual({ status: 'ok', comparator: '<', value: '0.12' });
  });
  it('does not take a titre for a number', () => {
    expect(decodeBoundedNumber('>1:160').status).toBe('not-a-number');
  });
});

describe('decodeRatio', () => {
  it.each`
    text        | numerator | denominator
    ${'1:160'}  | ${'1'}    | ${'160'}
    ${'1 / 80'} | ${'1'}    | ${'80'}
  `('reads $text', ({ text, ...expected }: { text: string }) => {
    expect(decodeRatio(text)).toEqual(expected);
  });
  it.each(['160', '1:2:3', 'a:b'])('refuses %p', (text) => expect(decodeRatio(text)).toBeUndefined());
});
