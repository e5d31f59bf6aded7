import fc from 'fast-check';
import { decodeReferenceRange } from './reference-range.js';

describe('decodeReferenceRange', () => {
  it.each`
    text                        | low          | high         | inclusive | unit
    ${'3,5-5,0'}                | ${'3.5'}     | ${'5.0'}     | ${true}   | ${undefined}
    ${'3.5 - 5.0'}              | ${'3.5'}     | ${'5.0'}     | ${true}   | ${undefined}
    ${'0,6- 4,1'}               | ${'0.6'}     | ${'4.1'}     | ${true}   | ${undefined}
    ${'3,5 à 5,0'}              | ${'3.5'}     | ${'5.0'}     | ${true}   | ${undefined}
    ${'3.5 a 5.0'}              | ${'3.5'}     | ${'5.0'}     | ${true}   | ${undefined}
    ${'de 3,5 à 5,0 mmol/L'}    | ${'3.5'}     | ${'5.0'}     | ${true}   | ${'mmol/L'}
    ${'3.5 to 5.0'}             | ${'3.5'}     | ${'5.0'}     | ${true}   | ${undefined}
    ${'3.5..5.0'}               | ${'3.5'}     | ${'5.0'}     | ${true}   | ${undefined}
    ${'3,5 – 5,0'}              | ${'3.5'}     | ${'5.0'}     | ${true}   | ${undefined}
    ${'150 - 400 G/L'}          | ${'150'}     | ${'400'}     | ${true}   | ${'G/L'}
    ${'150 000 - 400 000 /mm3'} | ${'150000'}  | ${'400000'}  | ${true}   | ${'/mm3'}
    ${'4 - 10 10^9/L'}          | ${'4'}       | ${'10'}      | ${true}   | ${'10^9/L'}
    ${'3,5 g/L - 5,0 g/L'}      | ${'3.5'}     | ${'5.0'}     | ${true}   | ${'g/L'}
    ${'-2 - +2'}                | ${'-2'}      | ${'2'}       | ${true}   | ${undefined}
    ${'-2-2'}                   | ${'-2'}      | ${'2'}       | ${true}   | ${undefined}
    ${'-5--2'}                  | ${'-5'}      | ${'-2'}      | ${true}   | ${undefined}
    ${'(0,4 - 4,0)'}            | ${'0.4'}     | ${'4.0'}     | ${true}   | ${undefined}
    ${'[0,4 - 4,0]'}            | ${'0.4'}     | ${'4.0'}     | ${true}   | ${undefined}
    ${'<5'}                     | ${undefined} | ${'5'}       | ${false}  | ${undefined}
    ${'< 5,0 mg/L'}             | ${undefined} | ${'5.0'}     | ${false}  | ${'mg/L'}
    ${'<= 5'}                   | ${undefined} | ${'5'}       | ${true}   | ${undefined}
    ${'≤5'}                     | ${undefined} | ${'5'}       | ${true}   | ${undefined}
    ${'inf. à 0,5'}             | ${undefined} | ${'0.5'}     | ${false}  | ${undefined}
    ${'Inférieur à 0,5'}        | ${undefined} | ${'0.5'}     | ${false}  | ${undefined}
    ${'inférieur ou égal à 5'}  | ${undefined} | ${'5'}       | ${true}   | ${undefined}
    ${"jusqu'à 5"}              | ${undefined} | ${'5'}       | ${true}   | ${undefined}
    ${'max 5'}                  | ${undefined} | ${'5'}       | ${true}   | ${undefined}
    ${'>60'}                    | ${'60'}      | ${undefined} | ${false}  | ${undefined}
    ${'> 60 mL/min/1,73m2'}     | ${'60'}      | ${undefined} | ${false}  | ${'mL/min/1,73m2'}
    ${'>= 60'}                  | ${'60'}      | ${undefined} | ${true}   | ${undefined}
    ${'sup. à 60'}              | ${'60'}      | ${undefined} | ${false}  | ${undefined}
    ${'supérieur à 60 %'}       | ${'60'}      | ${undefined} | ${false}  | ${'%'}
    ${'min 60'}                 | ${'60'}      | ${undefined} | ${true}   | ${undefined}
    ${'3-'}                     | ${'3'}       | ${undefined} | ${true}   | ${undefined}
    ${'-5'}                     | ${undefined} | ${'5'}       | ${true}   | ${undefined}
  `('reads $text', ({ text, low, high, inclusive, unit }) => {
    expect(decodeReferenceRange(text as string)).toEqual({
      kind: 'interval',
      inclusive,
      ...(low !== undefined && { low }),
      ...(high !== undefined && { high }),
      ...(unit !== undefined && { unit }),
    });
  });

  it.each(['', ' ', '-', '--', '–'])('%p is no range', (text) => {
    expect(decodeReferenceRange(text)).toEqual({ kind: 'none' });
  });

  it.each([
    'H : 13-17 ; F : 12-16',
    'Adulte: 3,5-5,0',
    'Négatif',
    '<1:80',
    '<1/80',
    'Absence',
    '5 - 3',
    '3-5-7',
    '] 3 - 5 [',
    'Voir commentaire',
    '1.234.567 - 2.345.678',
  ])('keeps %p as text', (text) => {
    expect(decodeReferenceRange(text)).toEqual({ kind: 'text' });
  });

  it('does not read grouped thousands among decimal commas', () => {
    expect(decodeReferenceRange('1.500 - 2.500', { decimalComma: true })).toEqual({ kind: 'text' });
  });

  it('answers whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => expect(decodeReferenceRange(text).kind).toEqual(expect.any(String))),
    );
  });
});
