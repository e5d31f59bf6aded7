import fc from 'fast-check';
import { MalformedXds } from '@segur/xds';
import { XmlDocument } from 'libxml2-wasm';
import { readExistenceAnswer } from './existence-answer.js';
import { encodeExistenceTest, type ExistenceTest } from './existence-test.js';
import { MalformedPatientAnswer } from './malformed-answer.js';

const test: ExistenceTest = {
  messageId: '019aa0c0-0000-4000-8000-0000000000aa',
  queryId: '019aa0c0-0000-4000-8000-0000000000bb',
  askedAt: new Date('2026-11-23T08:00:01.500Z'),
  sender: { oid: '2.999.1.9', name: 'Segur' },
  ins: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
  processingCode: 'P',
};
const hl7 = { h: 'urn:hl7-org:v3', xsi: 'http://www.w3.org/2001/XMLSchema-instance' };

describe('encodeExistenceTest', () => {
  it.each`
    path                                                                              | value
    ${'@ITSVersion'}                                                                  | ${'XML_1.0'}
    ${'h:id/@extension'}                                                              | ${test.messageId}
    ${'h:creationTime/@value'}                                                        | ${'20261123080001'}
    ${'h:interactionId/@extension'}                                                   | ${'PRPA_IN201307UV02'}
    ${'h:processingCode/@code'}                                                       | ${'P'}
    ${'h:receiver/h:device/h:id/@root'}                                               | ${'1.2.250.1.213.4.1.1.1'}
    ${'h:sender/h:device/h:id/@root'}                                                 | ${'2.999.1.9'}
    ${'h:sender/h:device/h:softwareName'}                                             | ${'Segur'}
    ${'h:controlActProcess/h:reasonCode/@code'}                                       | ${'TEST_EXST'}
    ${'h:controlActProcess/h:queryByParameter/h:queryId/@root'}                       | ${'2.999.1.9.2'}
    ${'h:controlActProcess/h:queryByParameter/h:parameterList/h:dataSource/@xsi:nil'} | ${'true'}
    ${'h:controlActProcess//h:patientIdentifier/h:value/@extension'}                  | ${test.ins.value}
    ${'h:controlActProcess//h:patientIdentifier/h:value/@root'}                       | ${test.ins.oid}
    ${'h:controlActProcess//h:patientIdentifier/h:semanticsText'}                     | ${'Patient.id'}
  `('writes $value at $path', ({ path, value }: { path: string; value: string }) => {
    const document = XmlDocument.fromString(encodeExistenceTest(test));
    const found = document.get(`/h:PRPA_IN201307UV02/${path}`, hl7)?.content;
    document.dispose();

    expect(found).toBe(value);
  });

  it('is canonical, whatever the software is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (name) => {
        const written = encodeExistenceTest({ ...test, sender: { ...test.sender, name } });
        const document = XmlDocument.fromString(written);
        const canonical = document.canonicalizeToString();
        document.dispose();

        expect(canonical).toBe(written);
      }),
    );
  });
});

const SOAP = 'application/soap+xml; charset=utf-8';
const inEnvelope = (body: string) =>
  `<env:Envelope xmlns:env="http://www.w3.org/2003/05/soap-envelope"><env:Header/><env:Body>${body}</env:Body></env:Envelope>`;
const answer = (
  found: string,
  { acknowledgement = 'AA', status = '', detail = '', attention = '', observation = '' }: Readonly<Record<string, string>> = {},
) =>
  inEnvelope(`<p:PRPA_IN201308UV02 xmlns:p="urn:hl7-org:v3">
    <p:acknowledgement typeCode="${acknowledgement}">${detail && `<p:acknowledgementDetail><p:code code="${detail}"/></p:acknowledgementDetail>`}</p:acknowledgement>
    ${attention && `<p:attentionLine><p:keyWordText code="AUTORISATION" codeSystem="1.2.250.1.213.4.1.2.6.1"/><p:value code="${attention}"/></p:attentionLine>`}
    <p:controlActProcess>
      ${status && `<p:subject><p:registrationEvent><p:subject1><p:patient><p:id root="1.2" extension="1"/><p:statusCode code="${status}"/><p:patientPerson><p:name><p:family>NON RENSEIGNE</p:family></p:name></p:patientPerson></p:patient></p:subject1></p:registrationEvent></p:subject>`}
      ${observation && `<p:observation><p:code code="RATTACHEMENT_ENS" codeSystem="1.2.250.1.213.4.1.2.3"/><p:value value="${observation}"/></p:observation>`}
      <p:queryAck><p:queryResponseCode code="${found}"/></p:queryAck></p:controlActProcess></p:PRPA_IN201308UV02>`);
const read = (xml: string) => readExistenceAnswer(Buffer.from(xml), SOAP);

describe('readExistenceAnswer', () => {
  it.each`
    what                          | xml                                                                             | expected
    ${'an open record'}           | ${answer('OK', { status: 'active' })}                                           | ${{ kind: 'existence', record: 'open' }}
    ${'one attached and allowed'} | ${answer('OK', { status: 'active', attention: 'VALIDE', observation: 'true' })} | ${{ kind: 'existence', record: 'open', authorisation: 'VALIDE', attachedToMes: true }}
    ${'one not attached'}         | ${answer('OK', { status: 'active', observation: 'false' })}                     | ${{ kind: 'existence', record: 'open', attachedToMes: false }}
    ${'a closed record'}          | ${answer('OK', { status: 'terminated' })}                                       | ${{ kind: 'existence', record: 'closed' }}
    ${'no record'}                | ${answer('NF')}                                                                 | ${{ kind: 'existence', record: 'none' }}
    ${'no record, as an error'}   | ${answer('NF', { acknowledgement: 'AE', detail: 'DMPNotFound' })}               | ${{ kind: 'existence', record: 'none' }}
    ${'a refusal'}                | ${answer('AE', { acknowledgement: 'AE', detail: 'DMPInvalidCertificate' })}     | ${{ kind: 'refused', codes: ['DMPInvalidCertificate'] }}
    ${'a refusal without a code'} | ${answer('QE', { acknowledgement: 'AR' })}                                      | ${{ kind: 'refused', codes: [] }}
  `('reads $what', ({ xml, expected }: { xml: string; expected: object }) => {
    expect(read(xml)).toEqual(expected);
  });

  it('reads a SOAP fault as such', () => {
    const fault =
      '<env:Fault><env:Code><env:Value>env:Sender</env:Value><env:Subcode><env:Value>x:DMPClosed</env:Value></env:Subcode></env:Code></env:Fault>';
    expect(read(inEnvelope(fault))).toEqual({ kind: 'fault', blames: 'sender', codes: ['DMPClosed'], text: '' });
  });

  it.each`
    what                         | xml                                          | error
    ${'a page of a proxy'}       | ${'<html/>'}                                 | ${MalformedXds}
    ${'another answer'}          | ${inEnvelope('<a xmlns="urn:hl7-org:v3"/>')} | ${MalformedPatientAnswer}
    ${'a patient without state'} | ${answer('OK')}                              | ${MalformedPatientAnswer}
    ${'a state nobody knows'}    | ${answer('OK', { status: 'nullified' })}     | ${MalformedPatientAnswer}
  `('refuses $what', ({ xml, error }: { xml: string; error: new () => Error }) => {
    expect(() => read(xml)).toThrow(error);
  });

  it('throws its own errors and no other, whatever comes', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(1500), (noise, at) => {
        const whole = answer('OK', { status: 'active' });
        try {
          read(`${whole.slice(0, at)}${noise}${whole.slice(at + noise.length)}`);
        } catch (error) {
          expect([MalformedXds, MalformedPatientAnswer].some((known) => error instanceof known)).toBe(true);
        }
      }),
    );
  });
});
