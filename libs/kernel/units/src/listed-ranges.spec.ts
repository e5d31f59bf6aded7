import fc from 'fast-check';
import { decodeListedRanges } from './listed-ranges.js';

describe('decodeListedRanges', () => {
  it.each`
    text                                                    | ranges
    ${'H : 13-17 ; F : 12-16'}                              | ${[{ text: '13-17', low: '13', high: '17', sex: 'M' }, { text: '12-16', low: '12', high: '16', sex: 'F' }]}
    ${'Homme: < 5,0\nFemme: < 3,5'}                         | ${[{ text: '< 5,0', high: '5.0', sex: 'M' }, { text: '< 3,5', high: '3.5', sex: 'F' }]}
    ${'Adulte: 3,5-5,0 g/L'}                                | ${[{ text: '3,5-5,0 g/L', low: '3.5', high: '5.0', unit: 'g/L', label: 'Adulte' }]}
    ${'Femme enceinte : 11 - 14'}                           | ${[{ text: '11 - 14', low: '11', high: '14', sex: 'F', label: 'Femme enceinte' }]}
    ${'Homme > 60 ans : < 6,5'}                             | ${[{ text: '< 6,5', high: '6.5', sex: 'M', ageFrom: 'P60Y', label: 'Homme > 60 ans' }]}
    ${'moins de 18 mois : 1 à 3; à partir de 18 mois: 2-4'} | ${[{ text: '1 à 3', low: '1', high: '3', ageTo: 'P18M', label: 'moins de 18 mois' }, { text: '2-4', low: '2', high: '4', ageFrom: 'P18M', label: 'à partir de 18 mois' }]}
    ${'1 - 5 ans : 2 - 4'}                                  | ${[{ text: '2 - 4', low: '2', high: '4', label: '1 - 5 ans' }]}
    ${'< 10 jours : 2 - 4'}                                 | ${[{ text: '2 - 4', low: '2', high: '4', ageTo: 'P10D', label: '< 10 jours' }]}
    ${'<= 5 ans : 2 - 4'}                                   | ${[{ text: '2 - 4', low: '2', high: '4', label: '<= 5 ans' }]}
  `('reads $text', ({ text, ranges }: { text: string; ranges: unknown }) => {
    expect(decodeListedRanges(text)).toEqual(ranges);
  });

  it.each(['', '3,5 - 5,0', 'H : 13-17 ; voir commentaire', 'Négatif', '< 1:80', 'constructor', 'H : positif', ': 3-5'])(
    'does not read %p',
    (text) => {
      expect(decodeListedRanges(text)).toBeUndefined();
    },
  );

  it('answers whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('H', ':', ' ', '5', '-', ';', '<', 'ans', '='), { maxLength: 600 }), (parts) => {
        decodeListedRanges(parts.join(''));
      }),
    );
  });
});
