import { decodeMessage } from './decode-message.js';
import { encodeAck, type AckError } from './encode-ack.js';
import { readHeader } from './read-header.js';

const MSH =
  'MSH|^~\\&|SIL-Y|labo|PFI-X|Organisation-X|202106060931||ORU^R01^ORU_R01|015|P|2.5|||||FRA|UNICODE UTF-8|||2.1^CISIS_CDA_HL7_V2\r';

function header(text = MSH, encoding: BufferEncoding = 'utf8') {
  const reading = readHeader(Buffer.from(text, encoding));
  if (reading.status !== 'read') throw new Error(reading.reason);
  return reading.header;
}

const answer = { controlId: '016', sentAt: '202106060931' } as const;

describe('encodeAck', () => {
  it('writes the acknowledgement of the official example', () => {
    expect(encodeAck({ ...answer, header: header(), code: 'AA' }).toString()).toBe(
      'MSH|^~\\&|PFI-X|Organisation-X|SIL-Y|labo|202106060931||ACK^R01^ACK|016|P|2.5|||||FRA|UNICODE UTF-8\rMSA|AA|015\r',
    );
  });

  it.each`
    location        | erl
    ${'OBX[3]-5'}   | ${'OBX^3^5'}
    ${'PID[1]-3.4'} | ${'PID^1^3^1^4'}
    ${'MSH[1]'}     | ${'MSH^1'}
    ${'PID'}        | ${'PID^1'}
    ${'line 4'}     | ${''}
    ${undefined}    | ${''}
  `('places an error at $location', ({ location, erl }: { location: string | undefined; erl: string }) => {
    const error: AckError = { ...(location && { location }), condition: 101, severity: 'E' };
    const ack = encodeAck({ ...answer, header: header(), code: 'AE', errors: [error] });

    expect(ack.toString().split('\r')[2]).toBe(`ERR||${erl}|101^Required field missing^HL70357|E`);
  });

  it('says what a document was refused for, to machines and to people', () => {
    const errors: AckError[] = [
      { location: 'PID[1]-3', condition: 207, severity: 'E', application: 904, diagnostic: 'a|b', userMessage: 'Identité' },
    ];
    const err = decodeMessage(encodeAck({ ...answer, header: header(), code: 'AE', errors })).first('ERR');

    expect([err?.text(3), err?.text(5), err?.text(5, 3), err?.text(7), err?.text(8)]).toEqual([
      '207',
      '904',
      'applicationErrorCondition',
      'a|b',
      'Identité',
    ]);
  });

  it('answers in a type of its own, with what it has to say beside the verdict', () => {
    const errors: AckError[] = [{ location: 'ORC[1]-1', condition: 207, severity: 'E' }];
    const segments = [{ name: 'ORC', fields: ['UC', ['PL-1', 'LPS']] }];
    const ack = encodeAck({ ...answer, header: header(), code: 'AE', errors, type: ['ORL', 'O22', 'ORL_O22'], segments });

    expect(ack.toString().split('\r')).toEqual([
      expect.stringContaining('|ORL^O22^ORL_O22|016|P|2.5|'),
      'MSA|AE|015',
      expect.stringMatching(/^ERR\|/),
      'ORC|UC|PL-1^LPS',
      '',
    ]);
  });

  it.each(['AA', 'AE', 'AR', 'CA', 'CE', 'CR'] as const)('gives %s', (code) => {
    expect(
      decodeMessage(encodeAck({ ...answer, header: header(), code }))
        .first('MSA')
        ?.text(1),
    ).toBe(code);
  });

  it('echoes version, processing id and event, whatever the delimiters', () => {
    const other = 'MSH|$~\\&|A$1.2$ISO|B|C|D|2026||ORU$R01|7|T|2.3.1$FRA|||||FRA|UNICODE UTF-8\r';

    expect(encodeAck({ ...answer, header: header(other), code: 'AA' }).toString()).toBe(
      'MSH|^~\\&|C|D|A^1.2^ISO|B|202106060931||ACK^R01^ACK|016|T|2.3.1^FRA|||||FRA|UNICODE UTF-8\rMSA|AA|7\r',
    );
  });

  it('answers in the set it was asked in', () => {
    const latin = MSH.replace('UNICODE UTF-8', '8859/15').replace('labo', 'HÉRAULT');
    const ack = encodeAck({ ...answer, header: header(latin, 'latin1'), code: 'AA' });

    expect(decodeMessage(ack).header.text(6)).toBe('HÉRAULT');
    expect(ack.includes(0xc9)).toBe(true);
  });

  it.each(['ISO IR87', 'UNICODE UTF-8'])('names the set of its answer when it cannot answer in %s as declared', (declared) => {
    const wrong = MSH.replace('UNICODE UTF-8', declared).replace('labo', 'HÉRAULT');
    const ack = encodeAck({
      ...answer,
      header: header(wrong, 'latin1'),
      code: 'AE',
      errors: [{ condition: 102, severity: 'E', userMessage: 'é' }],
    });

    expect(decodeMessage(ack).header.text(18)).toBe('UNICODE UTF-8');
    expect(decodeMessage(ack).first('ERR')?.text(8)).toBe('é');
  });

  it('says the place of an error as version 2.4 and before read it', () => {
    const old = MSH.replace('|2.5|', '|2.3.1|');
    const ack = encodeAck({
      ...answer,
      header: header(old),
      code: 'AE',
      errors: [{ location: 'OBX[3]-5', condition: 102, severity: 'E' }],
    });

    expect(ack.toString().split('\r')[2]).toBe('ERR|OBX^3^5^102&Data type error&HL70357|OBX^3^5|102^Data type error^HL70357|E');
  });

  it('answers nobody when the header is not readable', () => {
    expect(encodeAck({ ...answer, header: undefined, code: 'AR' }).toString()).toBe(
      'MSH|^~\\&|||||202106060931||ACK^R01^ACK|016|P|2.5|||||FRA\rMSA|AR\r',
    );
  });
});
