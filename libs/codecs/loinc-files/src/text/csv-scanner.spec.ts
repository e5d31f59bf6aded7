import fc from 'fast-check';
import { CsvScanner, type CsvRecord, type Separator } from './csv-scanner.js';
import { decodeText } from './decode-text.js';
import { detectSeparator } from './detect-separator.js';
import { writeCsv } from './write-csv.js';

const scan = (text: string, separator: Separator = ';', pieces: readonly string[] = [text]): CsvRecord[] => {
  const scanner = new CsvScanner(separator);
  return [...pieces.flatMap((piece) => scanner.push(piece)), ...scanner.end()];
};
const cut = (text: string, size: number) => text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];

describe('CsvScanner', () => {
  it.each`
    why                              | text                  | cells
    ${'plain cells'}                 | ${'a;b;c\n'}          | ${[['a', 'b', 'c']]}
    ${'no line end at the end'}      | ${'a;b\nc;d'}         | ${[['a', 'b'], ['c', 'd']]}
    ${'CRLF'}                        | ${'a;b\r\n"c";d\r\n'} | ${[['a', 'b'], ['c', 'd']]}
    ${'blanks around'}               | ${' a ; b \n'}        | ${[['a', 'b']]}
    ${'blanks in quotes'}            | ${'" a ";b\n'}        | ${[[' a ', 'b']]}
    ${'a separator in quotes'}       | ${'"a;b";c\n'}        | ${[['a;b', 'c']]}
    ${'a quote in quotes'}           | ${'"a ""b"" c";d\n'}  | ${[['a "b" c', 'd']]}
    ${'a line end in quotes'}        | ${'"a\nb";c\n'}       | ${[['a\nb', 'c']]}
    ${'a quote inside a plain cell'} | ${'tube 5" x;b\n'}    | ${[['tube 5" x', 'b']]}
    ${'text after a closing quote'}  | ${'"a" b;c\n'}        | ${[['ab', 'c']]}
    ${'empty cells'}                 | ${';a;\n'}            | ${[['', 'a', '']]}
    ${'an empty cell at the end'}    | ${'"a";'}             | ${[['a', '']]}
    ${'lines without content'}       | ${'\n;;\na;b\n  \n'}  | ${[['a', 'b']]}
  `('reads $why', ({ text, cells }: { text: string; cells: string[][] }) => {
    expect(scan(text).map((record) => record.cells)).toEqual(cells);
    for (const size of [1, 2, 3]) expect(scan(text, ';', cut(text, size))).toEqual(scan(text));
  });

  it('says where each record begins, in lines of the file', () => {
    expect(scan('a\n"b\nc\nd"\n\ne\n').map(({ line }) => line)).toEqual([1, 2, 6]);
  });

  it('reports a quote that never closes, and goes on with the next line', () => {
    expect(scan('a;b\nc;"d\ne;f\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: [], openQuote: true },
      { line: 3, cells: ['e', 'f'] },
    ]);
  });

  it('looks no further than a record may be long for the end of a quote', () => {
    const text = `"open\n${'a;b\n'.repeat(300_000)}`;
    const records = scan(text, ';', cut(text, 65_536));

    expect(records).toHaveLength(300_001);
    expect(records[0]?.openQuote).toBe(true);
    expect(records.at(-1)?.line).toBe(300_001);
  });

  it('gives back what was written, whole or in pieces', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', ';', ',', '\t', '\n', '\r', ' ', 'é', 'µ', 'a', '\ufeff') }),
    );
    const table = fc.array(
      fc.array(cell, { minLength: 1, maxLength: 5 }).filter((cells) => cells.some((one) => one !== '')),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(table, fc.constantFrom<Separator>(';', ',', '\t'), fc.integer({ min: 1, max: 9 }), (records, separator, size) => {
        const text = writeCsv(records, separator);
        expect(scan(text, separator, cut(text, size)).map(({ cells }) => cells)).toEqual(records);
      }),
    );
  });
});

describe('detectSeparator', () => {
  it.each`
    text                                             | separator
    ${'a;b\nc;d\n'}                                  | ${';'}
    ${'a,b\nc,d\n'}                                  | ${','}
    ${'a\tb\nc\td\n'}                                | ${'\t'}
    ${'Code;Libellé\nGLY;Glycémie, à jeun\nNA;Na\n'} | ${';'}
    ${'code,label\nGLY,"Glycémie; à jeun"\n'}        | ${','}
    ${'code\nGLY\n'}                                 | ${';'}
    ${''}                                            | ${';'}
  `('finds $separator', ({ text, separator }) => {
    expect(detectSeparator(text)).toBe(separator);
  });
});

describe('decodeText', () => {
  it.each`
    bytes                                             | expected
    ${Buffer.from('Glycémie µg')}                     | ${{ text: 'Glycémie µg', encoding: 'utf-8' }}
    ${Buffer.from('\ufeffGlycémie')}                  | ${{ text: 'Glycémie', encoding: 'utf-8' }}
    ${Buffer.from('Glyc\u00e9mie \u00b5g', 'latin1')} | ${{ text: 'Glycémie µg', encoding: 'windows-1252' }}
    ${Buffer.from([0x80, 0x20, 0x92])}                | ${{ text: '€ ’', encoding: 'windows-1252' }}
    ${Buffer.from('a;b\rc;d\r')}                      | ${{ text: 'a;b\nc;d\n', encoding: 'utf-8' }}
  `('decodes $expected.encoding', ({ bytes, expected }) => {
    expect(decodeText(bytes)).toEqual(expected);
  });
});
