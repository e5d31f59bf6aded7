import { compareMaps } from './compare-maps.js';
import type { MapLine } from './map-line.js';

const line = (localCode: string, loinc?: string, unit?: string): MapLine => ({
  localCode,
  label: localCode,
  ...(unit && { unit }),
  ...(loinc && { target: { loinc, loincLabel: loinc } }),
});

describe('compareMaps', () => {
  it.each`
    what                   | before                       | after                                    | differences
    ${'nothing'}           | ${[line('A', '1-8')]}        | ${[{ ...line('A', '1-8'), label: 'a' }]} | ${[]}
    ${'a new line'}        | ${[]}                        | ${[line('A', '1-8')]}                    | ${['added A undefined>1-8']}
    ${'a line less'}       | ${[line('A', '1-8')]}        | ${[]}                                    | ${['removed A 1-8>undefined']}
    ${'another code'}      | ${[line('A', '1-8')]}        | ${[line('A', '20-8')]}                   | ${['changed A 1-8>20-8']}
    ${'a code taken away'} | ${[line('A', '1-8')]}        | ${[line('A')]}                           | ${['changed A 1-8>undefined']}
    ${'another unit'}      | ${[line('A', '1-8', 'g/L')]} | ${[line('A', '1-8', 'mg/L')]}            | ${['removed A 1-8>undefined', 'added A undefined>1-8']}
  `('sees $what: $differences', ({ before, after, differences }) => {
    const found = compareMaps(before as MapLine[], after as MapLine[]);

    expect(found.map((it) => `${it.kind} ${it.localCode} ${it.before}>${it.after}`)).toEqual(differences);
  });
});
