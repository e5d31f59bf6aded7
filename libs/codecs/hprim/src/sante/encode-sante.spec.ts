import { MalformedInput } from '@segur/errors';
import fc from 'fast-check';
import { decodeHprimSante } from './decode-sante.js';
import { encodeHprimSante } from './encode-sante.js';

const L = { name: 'L', fields: ['1'] };
/** U+FFFD stands for a letter that was lost: it is refused, as is the text that deletes. */
const texts = (unit: fc.Arbitrary<string>) =>
  fc.string({ unit, minLength: 1, maxLength: 60 }).filter((text) => text !== '""' && !text.includes('\ufffd'));
/** Letters whose bytes in windows-1252 never make UTF-8 by accident. */
const FRENCH = fc.constantFrom(...'abzAZ019 |~^\\&.,éèêàçùÉÈ\n"');
const readBack = (bytes: Buffer) =>
  decodeHprimSante(bytes)
    .first('OBX')
    ?.field(2)
    .repetitions.map((one) => Array.from({ length: one.componentCount }, (_, index) => one.text(index + 1)));

describe('encodeHprimSante', () => {
  it('writes the usual delimiters, and continues what is longer than a line', () => {
    const written = encodeHprimSante([
      { name: 'H', fields: ['ESSAI.HPR', undefined, ['LABO', 'LABORATOIRE']] },
      { name: 'C', fields: ['1', 'L', 'é'.repeat(300)] },
      L,
    ]).toString('latin1');

    expect(written.split('\r')).toEqual([
      'H|~^\\&|ESSAI.HPR||LABO~LABORATOIRE',
      `C|1|L|${'é'.repeat(213)}`,
      `A|${'é'.repeat(87)}`,
      'L|1',
      '',
    ]);
  });

  it.each`
    set               | unit
    ${'windows-1252'} | ${FRENCH}
    ${'utf-8'}        | ${fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })}
  `('reads back every text it wrote in $set', ({ set, unit }: { set: 'utf-8'; unit: fc.Arbitrary<string> }) => {
    const field = fc.array(fc.array(texts(unit), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(field, (repetitions) => {
        const bytes = encodeHprimSante([{ name: 'H', fields: [] }, { name: 'OBX', fields: ['1', { repetitions }] }, L], set);

        expect(readBack(bytes)).toEqual(repetitions);
      }),
    );
  });

  it.each`
    what                               | segments
    ${'no header'}                     | ${[L]}
    ${'no end'}                        | ${[{ name: 'H', fields: [] }]}
    ${'a name of four'}                | ${[{ name: 'H', fields: [] }, { name: 'OBXX', fields: [] }, L]}
    ${'a continuation, which we make'} | ${[{ name: 'H', fields: [] }, { name: 'A', fields: [] }, L]}
    ${'a sign the set does not have'}  | ${[{ name: 'H', fields: ['≥'] }, L]}
    ${'a control character'}           | ${[{ name: 'H', fields: ['\u0001'] }, L]}
    ${'two quotes, which say nothing'} | ${[{ name: 'H', fields: ['""'] }, L]}
  `('refuses $what', ({ segments }: { segments: Parameters<typeof encodeHprimSante>[0] }) => {
    expect(() => encodeHprimSante(segments)).toThrow(MalformedInput);
  });
});
