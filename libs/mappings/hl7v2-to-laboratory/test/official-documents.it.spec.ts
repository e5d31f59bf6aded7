import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeMessage, type Hl7Message } from '@segur/hl7v2';
import { describeWithOfficial } from '@segur/testing';
import { toDocumentTransmission } from '../src/document/to-document-transmission.js';
import { contentOf, kindOf } from '../src/message-kind.js';

const context = { oidRoot: '2.999.1', finess: '990000001' };

describeWithOfficial('hl7v2-examples', 'official document messages', (directory) => {
  const message = (name: string) => decodeMessage(readFileSync(join(directory, name)));
  const errorsOf = (sent: Hl7Message) =>
    toDocumentTransmission(sent, context)
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ code, location }) => `${code} ${location}`);

  it('the first sending of Ségur wave 2 gives its document and where it goes', () => {
    const reading = toDocumentTransmission(message('segur2_v2.1_ORU_INIT_N3.hl7'), context);

    expect(reading.status).toBe('read');
    // The document published beside the message is another state of it, under another id: it is as long but for that id.
    expect(reading.status === 'read' && reading.transmission.cda.length).toBe(217_807);
    expect(reading).toMatchObject({
      transmission: {
        dialect: '2.1',
        identity: { status: 'qualifiee', insMatricule: { value: '279035121518989' }, traits: { birthPlaceInsee: '63220' } },
        delivery: { dmp: true, professionals: true, patient: true },
        sender: { kind: 'professional', id: '801234567866' },
        recipients: [{ kind: 'professional', mssAddress: 'adam.hoda@test-ci-sis.mssante.fr' }, { kind: 'patient' }],
        replyTo: 'adam.hoda@test-ci-sis.mssante.fr',
        acknowledgements: { reception: true, reading: true },
      },
    });
  });

  it('the deletion gives the last version of the document, which is a level 1', () => {
    expect(toDocumentTransmission(message('segur2_v2.1_ORU_DEL_N3.hl7'), context)).toMatchObject({
      status: 'read',
      transmission: { action: 'delete', documents: [{ level: 1 }], acknowledgements: { reception: false, reading: false } },
    });
  });

  it.each`
    name                                     | errors
    ${'v2.1_ORU_INIT_N1_N3_placeholder.hl7'} | ${['hl7-document-unreadable OBX[1]-5', 'hl7-document-unreadable OBX[2]-5']}
    ${'v2.1_ORU_RPLC_N1_N3_placeholder.hl7'} | ${['hl7-document-unreadable OBX[1]-5', 'hl7-document-unreadable OBX[2]-5']}
    ${'v1.2_ORU.hl7'}                        | ${['hl7-document-unreadable OBX[1]-5']}
    ${'v2.1_MDM_T02_INIT_placeholder.hl7'}   | ${['hl7-document-type-not-read OBX[1]-3', 'hl7-document-unreadable OBX[1]-5']}
  `('$name is refused for its placeholder alone, by name', ({ name, errors }: { name: string; errors: string[] }) => {
    expect(kindOf(message(name))).toBe('hl7v2-cda');
    expect(errorsOf(message(name))).toEqual(errors);
  });

  const real = readFileSync(join(directory, 'segur2_v2.1_ORU_INIT_N3.cda.xml')).toString('base64');
  const level1 = Buffer.from(
    '<ClinicalDocument xmlns="urn:hl7-org:v3"><component><nonXMLBody/></component></ClinicalDocument>',
  ).toString('base64');

  it.each`
    name                                     | expected
    ${'v2.1_ORU_INIT_N1_N3_placeholder.hl7'} | ${{ dialect: '2.1', action: 'create', documents: [{ level: 1 }, { level: 3 }] }}
    ${'v2.1_ORU_RPLC_N1_N3_placeholder.hl7'} | ${{ dialect: '2.1', action: 'replace', documents: [{ level: 1 }, { level: 3 }] }}
    ${'v1.2_ORU.hl7'}                        | ${{ dialect: '1.2', action: 'create', documents: [{ level: 1 }], replyTo: 'adam.hoda@test-ci-sis.mssante.fr', submissionSet: [{ root: '1.2.250.1.213.1.1.8', extension: 'CDAN1' }, { root: '1.2.250.1.213.1.1.9', extension: 'CDAN2' }] }}
    ${'v2.1_MDM_T02_INIT_placeholder.hl7'}   | ${{ carrier: 'MDM', action: 'create', fillerNumber: '1.2.250.1.71.4.2.2.120456789.71024000081' }}
  `('$name is read once a document stands where the placeholder is', ({ name, expected }: { name: string; expected: object }) => {
    const places = [level1, real];
    const filled = readFileSync(join(directory, name), 'utf8')
      .replaceAll('18748-4', '11502-2')
      .replace(/(\^XML\^Base64\^)[^|]+/g, (_, before: string) => before + (places.shift() ?? ''));
    const reading = toDocumentTransmission(decodeMessage(Buffer.from(filled)), context);

    expect(reading).toMatchObject({ status: 'read', transmission: expected });
  });
});

describeWithOfficial('hl7v2-examples', 'every official message', (directory) => {
  it.each`
    name                                                                    | content
    ${'dmp_consent_ConsentementConsultation_NonOppositionAlimentation.hl7'} | ${'patient-event'}
    ${'dmp_consent_NonConsentementConsultation_OppositionAlimentation.hl7'} | ${'patient-event'}
    ${'segur2_v2.1_ORU_DEL_N3.hl7'}                                         | ${'document'}
    ${'segur2_v2.1_ORU_INIT_N3.hl7'}                                        | ${'document'}
    ${'sgl_pamfr_2.11_ADT_A01.hl7'}                                         | ${'patient-event'}
    ${'v1.2_ACK_R01.hl7'}                                                   | ${'acknowledgement'}
    ${'v1.2_ORU.hl7'}                                                       | ${'document'}
    ${'v2.1_ACK_R01.hl7'}                                                   | ${'acknowledgement'}
    ${'v2.1_MDM_T02_INIT_placeholder.hl7'}                                  | ${'document'}
    ${'v2.1_ORU_INIT_N1_N3_placeholder.hl7'}                                | ${'document'}
    ${'v2.1_ORU_RPLC_N1_N3_placeholder.hl7'}                                | ${'document'}
    ${'v2.1_ZAM_Message_metier_lecture_MSS.hl7'}                            | ${'business-acknowledgement'}
    ${'v2.1_ZAM_Message_metier_reception_DMP.hl7'}                          | ${'business-acknowledgement'}
    ${'v2.1_ZAM_Message_metier_reception_MSS.hl7'}                          | ${'business-acknowledgement'}
  `('$name holds a $content', ({ name, content }: { name: string; content: string }) => {
    expect(contentOf(decodeMessage(readFileSync(join(directory, name))))).toBe(content);
  });
});
