import fc from 'fast-check';
import { readHeader, type HeaderReading } from './read-header.js';

const MSH =
  'MSH|^~\\&|SGL^1.2.3^ISO|LABO|SEGUR|PF|20261123103000||ORU^R01^ORU_R01|M42|P|2.5^FRA^2.11|||AL|NE|FRA|8859/15|||2.1^ CISIS_CDA_HL7_V2';
const read = (text: string, encoding: BufferEncoding = 'utf8'): HeaderReading => readHeader(Buffer.from(text, encoding));

describe('readHeader', () => {
  it('tells who, what and how, without reading further', () => {
    expect(read(`${MSH}\rnot a segment`)).toMatchObject({
      status: 'read',
      header: {
        sendingApplication: 'SGL',
        sendingFacility: 'LABO',
        receivingApplication: 'SEGUR',
        sentAt: '20261123103000',
        messageCode: 'ORU',
        triggerEvent: 'R01',
        messageStructure: 'ORU_R01',
        controlId: 'M42',
        processingId: 'P',
        version: '2.5',
        acceptAck: 'AL',
        applicationAck: 'NE',
        declaredCharset: '8859/15',
        charset: 'iso-8859-15',
        profile: { id: '2.1', name: 'CISIS_CDA_HL7_V2' },
      },
    });
  });

  it('still names a message whose character set is wrong: it must be answered', () => {
    const wrong = MSH.replace('8859/15', 'UNICODE UTF-8').replace('LABO', 'HÉRAULT');

    expect(read(`${wrong}\r`, 'latin1')).toMatchObject({
      status: 'read',
      header: { controlId: 'M42', sendingFacility: 'HÉRAULT', charset: 'utf-8' },
    });
    expect(read(`${MSH.replace('8859/15', 'ISO IR87')}\r`)).toMatchObject({
      status: 'read',
      header: { controlId: 'M42', charset: 'utf-8' },
    });
  });

  it.each`
    text            | reason
    ${''}           | ${'not-hl7'}
    ${'GET / HTTP'} | ${'not-hl7'}
    ${'MSH'}        | ${'not-hl7'}
    ${'MSH|^~|A|B'} | ${'delimiters'}
    ${'MSH||||||'}  | ${'delimiters'}
  `('cannot read $text', ({ text, reason }: { text: string; reason: string }) => {
    expect(read(text)).toEqual({ status: 'unreadable', reason });
  });

  it('answers whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.boolean(), (bytes, msh) => {
        expect(readHeader(msh ? Buffer.concat([Buffer.from('MSH|'), bytes]) : bytes).status).toMatch(/^(read|unreadable)$/);
      }),
    );
  });
});
