import fc from 'fast-check';
import { decodeMessage, type DecodeOptions } from './decode-message.js';
import { encodeMessage } from './encode-message.js';
import { Hl7DecodingError } from './hl7-decoding-error.js';
import { headerOf } from './read-header.js';

const MSH = 'MSH|^~\\&|SGL|LABO|SEGUR|PF|20261123||ORU^R01^ORU_R01|1|P|2.5|||||FRA|UNICODE UTF-8';
const decode = (text: string, options?: DecodeOptions) => decodeMessage(Buffer.from(text, 'utf8'), options);
const names = (text: string) => decode(text).segments.map(({ name }) => name);

describe('decodeMessage', () => {
  it.each`
    terminator             | text
    ${'CR'}                | ${`${MSH}\rPID|1\rPV1|1|O\r`}
    ${'LF'}                | ${`${MSH}\nPID|1\nPV1|1|O\n`}
    ${'CR LF'}             | ${`${MSH}\r\nPID|1\r\nPV1|1|O\r\n`}
    ${'a mix'}             | ${`${MSH}\nPID|1\r\nPV1|1|O`}
    ${'empty lines'}       | ${`\r\n${MSH}\r\r\nPID|1\n\n  \nPV1|1|O\n\n`}
    ${'a byte order mark'} | ${`\ufeff${MSH}\rPID|1\rPV1|1|O\r`}
  `('cuts segments that end with $terminator', ({ text }: { text: string }) => {
    expect(names(text)).toEqual(['MSH', 'PID', 'PV1']);
  });

  it('numbers segments by name, and keeps those it does not know', () => {
    const { segments } = decode(`${MSH}\rZFD|||Y\rOBX|1\rNTE|1\rOBX|2\r`);

    expect(segments.map((segment) => segment.location(5))).toEqual(['MSH[1]-5', 'ZFD[1]-5', 'OBX[1]-5', 'NTE[1]-5', 'OBX[2]-5']);
  });

  it('reads repetitions, components and sub-components', () => {
    const pid = decode(`${MSH}\rPID|||279^^^INS-NIR&1.2.3&ISO^INS~8000^^^LABO^PI||DUPONT^ANNE\r`).first('PID');

    expect(pid?.field(3).repetitions).toHaveLength(2);
    expect(pid?.field(3).repetition(0).component(4).subcomponent(2)).toBe('1.2.3');
    expect(pid?.field(3).repetition(1).text(5)).toBe('PI');
    expect(pid?.field(3).repetition(2).component(1).state).toBe('empty');
    expect(pid?.text(5, 2)).toBe('ANNE');
    expect(pid?.fieldCount).toBe(5);
  });

  it('counts MSH from its separator', () => {
    const { header } = decode(`${MSH}\r`);

    expect([header.rawField(1), header.rawField(2), header.text(3), header.text(9, 3), header.fieldCount]).toEqual([
      '|',
      '^~\\&',
      'SGL',
      'ORU_R01',
      18,
    ]);
  });

  it.each`
    field    | state      | text
    ${''}    | ${'empty'} | ${''}
    ${'""'}  | ${'null'}  | ${''}
    ${'"a"'} | ${'value'} | ${'"a"'}
  `('tells $state apart', ({ field, state, text }: { field: string; state: string; text: string }) => {
    const obx = decode(`${MSH}\rOBX|||||${field}|F\r`).first('OBX');

    expect([obx?.field(5).state, obx?.text(5)]).toEqual([state, text]);
  });

  it('keeps separators that a sender left bare in a text', () => {
    const obx = decode(`${MSH}\rOBX|1|ST|C||Sang & urine ^ frottis\r`).first('OBX');

    expect(obx?.field(5).repetition(0).whole).toBe('Sang & urine ^ frottis');
  });

  it('splits on the tilde of an official example, which is U+02DC', () => {
    const read = decode(`MSH|^\u02dc\\&|A|B|C|D|2026||ORU^R01|1|P|2.5|||||FRA|UNICODE UTF-8\rPID|||1\u02dc2\r`);

    expect(read.first('PID')?.field(3).repetitions).toHaveLength(2);
    expect(read.findings).toContainEqual(expect.objectContaining({ code: 'hl7-delimiters', location: 'MSH[1]-2' }));
  });

  it('takes other delimiters, and the fifth of version 2.7', () => {
    expect(decode('MSH$%*!+#$A$B\rPID$$$1%2*3').first('PID')?.field(3).repetition(0).text(2)).toBe('2');
  });

  it.each`
    value             | cut      | text
    ${'DUPON#'}       | ${true}  | ${'DUPON#'}
    ${'A#^B'}         | ${true}  | ${'A#'}
    ${'n# 12'}        | ${false} | ${'n# 12'}
    ${'un \\P\\ dit'} | ${false} | ${'un # dit'}
  `('says whether $value was cut short, in version 2.7', ({ value, cut, text }: { value: string; cut: boolean; text: string }) => {
    const read = decode(`${MSH.replace('~\\&', '~\\&#')}\rOBX|1|${value}|x\r`);

    expect(read.first('OBX')?.text(2)).toBe(text);
    expect(read.findings.some(({ code }) => code === 'hl7-truncated')).toBe(cut);
  });

  it.each(['2.2', '2.3', '2.3.1', '2.4', '2.5', '2.5.1', '2.6', '2.7', '2.7.1', '2.8', '2.8.2'])('reads version %s', (version) => {
    expect(headerOf(decode(`${MSH.replace('|2.5|', `|${version}|`)}\rPID|1\r`)).version).toBe(version);
  });

  it.each`
    what                           | text
    ${'nothing'}                   | ${''}
    ${'another format'}            | ${'{"resourceType":"Bundle"}'}
    ${'a segment before MSH'}      | ${`PID|1\r${MSH}\r`}
    ${'MSH alone'}                 | ${'MSH'}
    ${'two delimiters'}            | ${'MSH|^~|A'}
    ${'a delimiter twice'}         | ${'MSH|^^\\&|A'}
    ${'letters for delimiters'}    | ${'MSH|abcd|A'}
    ${'a line that is no segment'} | ${`${MSH}\rOBX|1\rsuite du texte\r`}
    ${'two messages'}              | ${`${MSH}\rPID|1\r${MSH}\rPID|1\r`}
  `('refuses $what', ({ text }: { text: string }) => {
    expect(() => decode(text)).toThrow(expect.objectContaining({ code: 'hl7-structure' }) as Error);
  });

  it('joins broken lines where the partner is known for them', () => {
    const read = decode(`${MSH}\rOBX|1|TX|C||ligne 1\rligne 2\r`, { brokenLines: true });

    expect(read.first('OBX')?.field(5).repetition(0).whole).toBe('ligne 1\nligne 2');
    expect(read.findings).toContainEqual(expect.objectContaining({ code: 'hl7-broken-line', location: 'line 3' }));
  });

  it.each`
    what          | options               | text
    ${'bytes'}    | ${{ maxBytes: 20 }}   | ${`${MSH}\r`}
    ${'segments'} | ${{ maxSegments: 3 }} | ${`${MSH}\r${'NTE|1\r'.repeat(3)}`}
    ${'fields'}   | ${{ maxFields: 30 }}  | ${`${MSH}\rOBX${'|'.repeat(40)}\r`}
  `('refuses too many $what', ({ text, options }: { text: string; options: DecodeOptions }) => {
    expect(() => decode(text, options)).toThrow(expect.objectContaining({ code: 'hl7-limit' }) as Error);
  });

  it('tells of an escape that is none, and keeps it', () => {
    const read = decode(`${MSH}\rOBX|1|ST|C||C:\\temp\r`);

    expect(read.first('OBX')?.text(5)).toBe('C:\\temp');
    expect(read.findings).toContainEqual(expect.objectContaining({ code: 'hl7-escape', severity: 'warning', location: 'OBX[1]' }));
  });

  it('reads back every text it wrote', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (repetitions) => {
        const bytes = encodeMessage([
          { name: 'MSH', fields: [...Array<undefined>(15), 'UNICODE UTF-8'] },
          { name: 'OBX', fields: ['1', { repetitions }] },
        ]);
        const field = decodeMessage(bytes).first('OBX')?.field(2);

        expect(
          field?.repetitions.map((one) => Array.from({ length: one.componentCount }, (_, index) => one.text(index + 1))),
        ).toEqual(repetitions);
      }),
    );
  });

  it('answers or refuses any bytes, and never fails otherwise', () => {
    const start = fc.constantFrom('', 'MSH|^~\\&|', 'MSH|', `${MSH}\r`, '\ufeffMSH^|~\\&');
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 400 }), (prefix, rest) => {
        try {
          for (const segment of decodeMessage(Buffer.concat([Buffer.from(prefix), rest])).segments) {
            for (let field = 1; field <= segment.fieldCount; field += 1)
              segment.field(field).repetitions.forEach(({ whole }) => whole);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(Hl7DecodingError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
