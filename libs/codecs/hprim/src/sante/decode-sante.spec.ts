import { hprimText, sampleHprimFiles } from '@segur/testing';
import fc from 'fast-check';
import { HprimDecodingError } from '../hprim-decoding-error.js';
import { decodeHprimSante, type DecodeSanteOptions } from './decode-sante.js';
import { headerOf } from './hprim-message.js';

const H = 'H|~^\\&|ESSAI.HPR||LABO~LABORATOIRE||ORU|||CLIN||P|H2.1~C|20261123103000';
const decode = (text: string, options?: DecodeSanteOptions) => decodeHprimSante(Buffer.from(text, 'latin1'), options);
const file = (...lines: string[]) => [H, ...lines, 'L|1', ''].join('\r');
const codes = (text: string, options?: DecodeSanteOptions) =>
  decode(text, options).findings.map(({ code, location }) => `${code} ${location}`);
const refusal = (code: string) => expect.objectContaining({ code }) as Error;

describe('decodeHprimSante', () => {
  it.each(sampleHprimFiles)('reads the sample $name from H to L', ({ bytes }) => {
    const message = decodeHprimSante(bytes);

    expect(message.header.name).toBe('H');
    expect(message.segments.at(-1)?.name).toBe('L');
    expect(message.findings).toEqual([]);
  });

  it('reads the header', () => {
    expect(headerOf(decode(file()))).toEqual({
      fileName: 'ESSAI.HPR',
      sender: { id: 'LABO', name: 'LABORATOIRE' },
      context: 'ORU',
      receiver: { id: 'CLIN', name: '' },
      processing: 'P',
      version: '2.1',
      type: 'C',
      sentAt: '20261123103000',
    });
  });

  it.each`
    terminator       | between
    ${'CR'}          | ${'\r'}
    ${'LF'}          | ${'\n'}
    ${'CR LF'}       | ${'\r\n'}
    ${'empty lines'} | ${'\r\n\r\n'}
  `('cuts segments that end with $terminator', ({ between }: { between: string }) => {
    const message = decode([H, 'P|1', 'ZZZ|?', 'L|1', ''].join(between));

    expect(message.segments.map(({ name }) => name)).toEqual(['H', 'P', 'ZZZ', 'L']);
    expect(message.segments.map((segment) => segment.location(5))).toEqual(['H[1]-5', 'P[1]-5', 'ZZZ[1]-5', 'L[1]-5']);
  });

  describe('delimiters, by their positions', () => {
    it.each`
      declared    | component | repetition | unusual
      ${'|~^\\&'} | ${'~'}    | ${'^'}     | ${false}
      ${'|^~\\&'} | ${'^'}    | ${'~'}     | ${true}
      ${'$%*\\+'} | ${'%'}    | ${'*'}     | ${true}
      ${'|~^!&'}  | ${'~'}    | ${'^'}     | ${true}
    `('$declared', ({ declared, component, repetition, unusual }: Record<string, string>) => {
      const field = declared![0]!;
      const text = `H${declared}${field}F\rOBX${field}1${field}a${component}b${repetition}c\rL${field}1\r`;
      const obx = decode(text).first('OBX');

      expect(obx?.field(2).repetitions.map((one) => [one.text(1), one.text(2)])).toEqual([
        ['a', 'b'],
        ['c', ''],
      ]);
      expect(codes(text)).toEqual(unusual ? ['hprim-delimiters-unusual H[1]-2'] : []);
    });

    const astm = { field: '|', component: '^', repetition: '\\', escape: '&', subcomponent: '~' };

    it('in the order of ASTM are ambiguous, unless agreed with the partner', () => {
      const text = 'H|\\^&~|F\rOBX|1|a^b\\c\rL|1\r';

      expect(() => decode(text)).toThrow(refusal('hprim-delimiters'));
      expect(decode(text, { delimiters: astm }).first('OBX')?.field(2).repetitions).toHaveLength(2);
    });

    it('that are not those agreed are refused', () => {
      expect(() => decode('H|~^\\+|F\rL|1\r', { delimiters: astm })).toThrow(refusal('hprim-delimiters'));
    });

    it.each(['', 'H', 'H|', 'H|~^\\', 'H|~^\\|A', 'H|~~\\&|A', 'H|ab\\&|A', 'H|~^\\&x|A', 'MSH|^~\\&|A', 'P|1', '{"a":1}'])(
      'are not those of %p',
      (text) => {
        expect(() => decode(`${text}\rL|1\r`)).toThrow(refusal('hprim-structure'));
      },
    );
  });

  describe('a segment continued by A', () => {
    it.each`
      cut                     | lines                                                                | field | expected
      ${'inside a word'}      | ${['OBR|1|||||||||||||||MED~DR X~L~CLIN', 'A|ique Y~L|0102030405|']} | ${16} | ${'MED~DR X~L~CLINique Y~L'}
      ${'before a separator'} | ${['OBR|1|||||||||||||||MED', 'A|~DR X']}                            | ${16} | ${'MED~DR X'}
      ${'inside a number'}    | ${['OBX|1|NM|GLY||12', 'A|.5|g/L']}                                  | ${5}  | ${'12.5'}
      ${'on a blank'}         | ${['C|1|L|Résultat ', 'A|contrôlé', 'A| deux fois']}                 | ${3}  | ${'Résultat contrôlé deux fois'}
      ${'inside an escape'}   | ${['C|1|L|A\\', 'A|F\\B']}                                           | ${3}  | ${'A|B'}
      ${'for nothing'}        | ${['C|1|L|fini', 'A|', 'A']}                                         | ${3}  | ${'fini'}
    `('$cut', ({ lines, field, expected }: { lines: string[]; field: number; expected: string }) => {
      expect(decode(file(...lines)).segments[1]?.field(field).whole).toBe(expected);
    });
  });

  it('splits before it unescapes, and keeps separators that a sender left bare', () => {
    const message = decode(file('C|1|L|a\\S\\b ~ c\\R\\d', 'OBX|1|NM|PLT~Plaquettes~L||243|10^9/L'));

    expect(message.first('C')?.text(3)).toBe('a~b ');
    expect(message.first('C')?.field(3).whole).toBe('a~b ~ c^d');
    expect(message.first('OBX')?.field(6).whole).toBe('10^9/L');
  });

  it.each`
    raw              | text
    ${'1\\F\\2'}     | ${'1|2'}
    ${'1\\E\\2'}     | ${'1\\2'}
    ${'1\\T\\2'}     | ${'1&2'}
    ${'1\\.br\\2'}   | ${'1\n2'}
    ${'C:\\temp'}    | ${'C:\\temp'}
    ${'1\\X41\\2'}   | ${'1\\X41\\2'}
    ${'1\\'}         | ${'1\\'}
    ${'\\E\\F\\E\\'} | ${'\\F\\'}
    ${'""'}          | ${''}
  `('reads $raw as $text', ({ raw, text }: { raw: string; text: string }) => {
    expect(
      decode(file(`OBX|1|ST|C||${raw}`))
        .first('OBX')
        ?.text(5),
    ).toBe(text);
  });

  it.each`
    what                            | text                                | finding
    ${'another terminator'}         | ${file().replaceAll('\r', '\r\n')}  | ${'hprim-terminators file'}
    ${'a line beyond 220'}          | ${file(`C|1|L|${'x'.repeat(215)}`)} | ${'hprim-line-length line 2'}
    ${'blanks before H'}            | ${`\r\n ${file()}`}                 | ${'hprim-leading-bytes line 1'}
    ${'an unknown escape'}          | ${file('C|1|L|C:\\temp')}           | ${'hprim-escape C[1]'}
    ${'HTML entities'}              | ${file('C|1|L|cr&eacute;atinine')}  | ${'hprim-html C[1]'}
    ${'HTML line ends'}             | ${file('C|1|L|un<br />deux')}       | ${'hprim-html C[1]'}
    ${'a wrong number of patients'} | ${`${H}\rP|1\rL|1||2\r`}            | ${'hprim-count-mismatch L[1]-3'}
    ${'a wrong number of segments'} | ${`${H}\rP|1\rL|1||1|31\r`}         | ${'hprim-count-mismatch L[1]-4'}
    ${'a count that is no number'}  | ${`${H}\rL|1|||x\r`}                | ${'hprim-count-mismatch L[1]-4'}
  `('says that it tolerated $what', ({ text, finding }: { text: string; finding: string }) => {
    expect(codes(text)).toContain(finding);
  });

  it('takes counts of segments with or without their continuations', () => {
    expect(codes(`${H}\rP|1\rC|1|L|a\rA|b\rL|1||1|4\r`)).toEqual([]);
    expect(codes(`${H}\rP|1\rC|1|L|a\rA|b\rL|1||1|5\r`)).toEqual([]);
  });

  it.each`
    what                       | text                      | code
    ${'no L'}                  | ${`${H}\rP|1\rOBR|1\r`}   | ${'hprim-truncated'}
    ${'H alone'}               | ${H}                      | ${'hprim-truncated'}
    ${'two messages'}          | ${file(H)}                | ${'hprim-structure'}
    ${'segments after L'}      | ${`${file()}P|2\r`}       | ${'hprim-structure'}
    ${'a line without a name'} | ${file('suite du texte')} | ${'hprim-structure'}
    ${'a name of four'}        | ${file('OBXX|1')}         | ${'hprim-structure'}
    ${'control characters'}    | ${file('C|1|L|\u0001')}   | ${'hprim-charset'}
  `('refuses $what', ({ text, code }: { text: string; code: string }) => {
    expect(() => decode(text)).toThrow(refusal(code));
  });

  it.each`
    what           | options                      | text
    ${'bytes'}     | ${{ maxBytes: 20 }}          | ${file()}
    ${'lines'}     | ${{ maxLines: 5 }}           | ${file(...Array<string>(5).fill('C|1'))}
    ${'a segment'} | ${{ maxSegmentLength: 400 }} | ${file('C|1|L|', ...Array<string>(5).fill(`A|${'x'.repeat(100)}`))}
  `('refuses too much: $what', ({ text, options }: { text: string; options: DecodeSanteOptions }) => {
    expect(() => decode(text, options)).toThrow(refusal('hprim-limit'));
  });

  it('refuses a file cut anywhere before its L', () => {
    const text = hprimText();
    const last = text.lastIndexOf('L|');
    fc.assert(
      fc.property(fc.nat(last), (end) => {
        expect(() => decode(text.slice(0, end))).toThrow(HprimDecodingError);
      }),
    );
  });

  it('answers or refuses any bytes, and never fails otherwise', () => {
    const start = fc.constantFrom('', 'H|~^\\&|', `${H}\r`, 'H|^~\\&|x\rA|', '\ufeffH|~^\\&|');
    const end = fc.constantFrom('', '\rL|1\r');
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 400 }), end, (before, bytes, after) => {
        look(Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]));
      }),
      { numRuns: 500 },
    );
  });

  it('answers or refuses a sample with flipped bits, and never fails otherwise', () => {
    const flips = fc.array(fc.tuple(fc.nat(5_000), fc.integer({ min: 0, max: 7 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...sampleHprimFiles), flips, ({ bytes }, wounds) => {
        const wounded = Buffer.from(bytes);
        for (const [at, bit] of wounds) wounded[at % wounded.length]! ^= 1 << bit;
        look(wounded);
      }),
      { numRuns: 500 },
    );
  });

  it('takes its time from the size of a hostile file, not from its shape', () => {
    const hostile = ['A|\r', '\\', '&', '|', '^', '~', '\r\n', ' ', '<br'].map((piece) => piece.repeat(60_000));

    for (const body of hostile) look(Buffer.from(`${H}\rC|1|L|${body}\rL|1\r`), { maxSegmentLength: 1_000_000 });
  });
});

/** Reads every field of a file, or sees it refused by our own error. */
function look(bytes: Buffer, options?: DecodeSanteOptions): void {
  try {
    for (const segment of decodeHprimSante(bytes, options).segments) {
      for (let field = 1; field <= Math.min(segment.fieldCount, 50); field += 1)
        segment.field(field).repetitions.forEach((one) => [one.whole, one.text(one.componentCount)]);
    }
  } catch (error) {
    expect(error).toBeInstanceOf(HprimDecodingError);
  }
}
