import iconv from 'iconv-lite';
import { readText, writeText, type HprimCharset } from './charset.js';

const SENTENCE = 'Résultats contrôlés à 37 °C, créatinine 85 µmol/L : prélèvement reçu après délai';
const bytes = (text: string, encoding: string, addBOM = false) => iconv.encode(text, encoding, { addBOM });

describe('readText', () => {
  it.each`
    what                                | input                                | charset           | codes
    ${'ASCII'}                          | ${Buffer.from('GLYCEMIE')}           | ${'ascii'}        | ${[]}
    ${'ISO 8859-1, as everybody'}       | ${bytes(SENTENCE, 'latin1')}         | ${'windows-1252'} | ${[]}
    ${'UTF-8 without a mark'}           | ${Buffer.from(SENTENCE)}             | ${'utf-8'}        | ${[]}
    ${'UTF-8 with a mark'}              | ${bytes(SENTENCE, 'utf8', true)}     | ${'utf-8'}        | ${['hprim-byte-order-mark']}
    ${'UTF-16 of Windows'}              | ${bytes(SENTENCE, 'utf-16le', true)} | ${'utf-16le'}     | ${['hprim-byte-order-mark']}
    ${'UTF-16, the other way round'}    | ${bytes(SENTENCE, 'utf-16be', true)} | ${'utf-16be'}     | ${['hprim-byte-order-mark']}
    ${'code page 850 of DOS'}           | ${bytes(SENTENCE, 'cp850')}          | ${'cp850'}        | ${['hprim-charset-guessed']}
    ${'the Macintosh before Unicode'}   | ${bytes(SENTENCE, 'macroman')}       | ${'macroman'}     | ${['hprim-charset-guessed']}
    ${'é alone, in windows-1252'}       | ${bytes('RENÉ, né', 'win1252')}      | ${'windows-1252'} | ${[]}
    ${'é alone, of DOS'}                | ${bytes('Rene, né', 'cp850')}        | ${'cp850'}        | ${['hprim-charset-guessed']}
    ${'é alone, of the Macintosh'}      | ${bytes('Rene, né', 'macroman')}     | ${'macroman'}     | ${['hprim-charset-guessed']}
    ${'the end mark of DOS, and zeros'} | ${Buffer.from('L|1\r\x1a\0\0')}      | ${'ascii'}        | ${['hprim-trailing-bytes']}
  `('reads $what', ({ input, charset, codes }: { input: Buffer; charset: HprimCharset; codes: string[] }) => {
    const reading = readText(input);

    expect(reading.charset).toBe(charset);
    expect(reading.findings.map(({ code }) => code)).toEqual(codes);
    if (input.length > 40) expect(reading.text).toBe(SENTENCE);
  });

  it('takes the set agreed with the partner, but for bytes that are UTF-8', () => {
    expect(readText(bytes('né', 'macroman'), 'macroman')).toEqual({ text: 'né', charset: 'macroman', findings: [] });
    expect(readText(Buffer.from('né'), 'macroman')).toMatchObject({ text: 'né', charset: 'utf-8' });
  });

  it.each`
    what                                | input                                    | agreed
    ${'control characters'}             | ${Buffer.from('OBX|1\u0007')}            | ${undefined}
    ${'UTF-16 without a mark'}          | ${bytes('OBX|1', 'utf-16le')}            | ${undefined}
    ${'half a UTF-16 letter'}           | ${Buffer.from([0xff, 0xfe, 0x41])}       | ${undefined}
    ${'a mark of UTF-8, and no UTF-8'}  | ${Buffer.from([0xef, 0xbb, 0xbf, 0xe9])} | ${undefined}
    ${'no UTF-8 although agreed'}       | ${Buffer.from([0x41, 0xe9])}             | ${'utf-8'}
    ${'bytes windows-1252 leaves open'} | ${Buffer.from([0xe9, 0xe8, 0xe0, 0x81])} | ${'windows-1252'}
    ${'a letter that was lost before'}  | ${Buffer.from('RENAT\ufffd')}            | ${undefined}
  `('refuses $what', ({ input, agreed }: { input: Buffer; agreed?: HprimCharset }) => {
    expect(() => readText(input, agreed)).toThrow(expect.objectContaining({ code: 'hprim-charset' }) as Error);
  });
});

describe('writeText', () => {
  it.each`
    text        | charset           | written
    ${'5 µg ©'} | ${'windows-1252'} | ${true}
    ${'≥ 5'}    | ${'windows-1252'} | ${false}
    ${'≥ 5'}    | ${'utf-8'}        | ${true}
    ${'\ud800'} | ${'utf-8'}        | ${false}
  `('$text in $charset: $written', ({ text, charset, written }: { text: string; charset: 'utf-8'; written: boolean }) => {
    expect(writeText(text, charset) !== undefined).toBe(written);
  });
});
