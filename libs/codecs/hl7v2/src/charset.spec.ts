import { decideCharset, decodeText, hasC1Bytes } from './charset.js';
import { decodeMessage } from './decode-message.js';
import { Hl7DecodingError } from './hl7-decoding-error.js';

const UTF8 = Buffer.from('Hématocrite', 'utf8');
const LATIN = Buffer.from('Hématocrite', 'latin1');

describe('decideCharset', () => {
  it.each`
    declared           | bytes                    | charset           | guessed
    ${'UNICODE UTF-8'} | ${UTF8}                  | ${'utf-8'}        | ${false}
    ${'Unicode utf-8'} | ${UTF8}                  | ${'utf-8'}        | ${false}
    ${'UNICODE'}       | ${UTF8}                  | ${'utf-8'}        | ${false}
    ${'8859/15'}       | ${LATIN}                 | ${'iso-8859-15'}  | ${false}
    ${'8859/1'}        | ${LATIN}                 | ${'latin1'}       | ${false}
    ${'CP1250'}        | ${LATIN}                 | ${'windows-1250'} | ${false}
    ${'WINDOWS-1252'}  | ${LATIN}                 | ${'windows-1252'} | ${false}
    ${''}              | ${Buffer.from('Sodium')} | ${'ascii'}        | ${false}
    ${''}              | ${UTF8}                  | ${'utf-8'}        | ${true}
    ${''}              | ${LATIN}                 | ${'windows-1252'} | ${true}
    ${'ASCII'}         | ${LATIN}                 | ${'windows-1252'} | ${true}
  `('$declared is read as $charset', ({ declared, bytes, ...expected }: { declared: string; bytes: Buffer }) => {
    expect(decideCharset(declared, bytes)).toEqual(expected);
  });

  it.each`
    what                       | declared            | bytes
    ${'bytes that are not it'} | ${'UNICODE UTF-8'}  | ${LATIN}
    ${'a set nobody sends'}    | ${'ISO IR87'}       | ${UTF8}
    ${'sixteen bits'}          | ${'UNICODE UTF-16'} | ${UTF8}
    ${'UTF-8 said Latin-9'}    | ${'8859/15'}        | ${UTF8}
    ${'UTF-8 said Latin-1'}    | ${'8859/1'}         | ${Buffer.from('CÉLINE', 'utf8')}
    ${'UTF-8 said CP1252'}     | ${'CP1252'}         | ${UTF8}
    ${'no sign of CP1252'}     | ${'WINDOWS-1252'}   | ${Buffer.of(0x41, 0x81)}
    ${'no sign of CP1250'}     | ${'CP1250'}         | ${Buffer.of(0x41, 0x83)}
    ${'no sign, undeclared'}   | ${''}               | ${Buffer.of(0xe9, 0x9d)}
  `('refuses $what', ({ declared, bytes }: { declared: string; bytes: Buffer }) => {
    expect(() => decideCharset(declared, bytes)).toThrow(
      expect.objectContaining({ code: 'hl7-charset', location: 'MSH[1]-18' }) as Error,
    );
  });
});

describe('French that is UTF-8 by chance', () => {
  it('is read as declared', () => {
    const bytes = Buffer.from('QUALITÉ\u00a0: bonne', 'latin1');

    expect(decideCharset('8859/15', bytes)).toEqual({ charset: 'iso-8859-15', guessed: false });
  });
});

describe('decodeText', () => {
  it.each`
    bytes           | charset           | text
    ${[0xe9, 0xa4]} | ${'iso-8859-15'}  | ${'é€'}
    ${[0xbd]}       | ${'iso-8859-15'}  | ${'œ'}
    ${[0xe9, 0x80]} | ${'windows-1252'} | ${'é€'}
    ${[0xe9, 0x92]} | ${'latin1'}       | ${'é’'}
    ${[0xe9, 0x92]} | ${'iso-8859-15'}  | ${'é’'}
    ${[0xe8]}       | ${'windows-1250'} | ${'č'}
    ${[0xc3, 0xa9]} | ${'utf-8'}        | ${'é'}
  `('reads $bytes in $charset', ({ bytes, charset, text }: { bytes: number[]; charset: 'utf-8'; text: string }) => {
    expect(decodeText(Buffer.from(bytes), charset)).toBe(text);
  });
});

describe('a message whose bytes are not what MSH-18 says', () => {
  const message = (charset: string) =>
    Buffer.from(`MSH|^~\\&|A|B|C|D|2026||ORU^R01|1|P|2.5|||||FRA|${charset}\rPID|||1||HÉRAULT\r`, 'latin1');

  it('is refused, never patched', () => {
    expect(() => decodeMessage(message('UNICODE UTF-8'))).toThrow(Hl7DecodingError);
  });

  it('is read as agreed with the partner', () => {
    expect(decodeMessage(message('UNICODE UTF-8'), { charset: 'windows-1252' }).first('PID')?.text(5)).toBe('HÉRAULT');
  });

  it('is refused when it is not what was agreed either', () => {
    expect(() => decodeMessage(message('8859/15'), { charset: 'utf-8' })).toThrow(Hl7DecodingError);
  });

  it('says that it was read as agreed', () => {
    expect(decodeMessage(message('UNICODE UTF-8'), { charset: 'windows-1252' }).findings).toContainEqual(
      expect.objectContaining({ code: 'hl7-charset-agreed' }),
    );
  });

  it('is told when the sender had lost a letter already', () => {
    const lost = Buffer.from('MSH|^~\\&|A|B|C|D|2026||ORU^R01|1|P|2.5|||||FRA|UNICODE UTF-8\rPID|||1||H\ufffdRAULT\r');

    expect(decodeMessage(lost).findings).toContainEqual(
      expect.objectContaining({ code: 'hl7-character-lost', severity: 'warning' }),
    );
  });

  it('is read and told when nothing is declared', () => {
    const read = decodeMessage(message(''));

    expect(read.first('PID')?.text(5)).toBe('HÉRAULT');
    expect(read.findings).toContainEqual(expect.objectContaining({ code: 'hl7-charset-guessed' }));
  });

  it('is told when 8859/1 holds typographic signs of windows-1252', () => {
    const bytes = Buffer.concat([message('8859/1'), Buffer.from('NTE|1||'), Buffer.of(0x92), Buffer.from('\r')]);

    expect(hasC1Bytes(bytes)).toBe(true);
    expect(decodeMessage(bytes).findings).toContainEqual(expect.objectContaining({ code: 'hl7-charset-superset' }));
    const latin9 = Buffer.from(bytes.toString('latin1').replace('8859/1', '8859/15'), 'latin1');
    expect(decodeMessage(latin9).findings).toContainEqual(expect.objectContaining({ code: 'hl7-charset-superset' }));
  });
});
