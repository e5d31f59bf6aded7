import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeMessage } from '@segur/hl7v2';
import { describeWithOfficial } from '@segur/testing';
import { kindOf, toDocumentTransmission } from '../src/index.js';

const context = { oidRoot: '2.999.1', finess: '990000001' };

describeWithOfficial('hl7v2-examples', 'official document messages', (directory) => {
  const message = (name: string) => decodeMessage(readFileSync(join(directory, name)));
  const errors = (name: string) =>
    toDocumentTransmission(message(name), context)
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);

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

  it.each`
    name                                     | codes
    ${'segur2_v2.1_ORU_DEL_N3.hl7'}          | ${['hl7-deletion-not-read', 'hl7-document-level-not-read']}
    ${'v2.1_ORU_INIT_N1_N3_placeholder.hl7'} | ${['hl7-several-documents-not-read', 'hl7-document-unreadable']}
    ${'v2.1_ORU_RPLC_N1_N3_placeholder.hl7'} | ${['hl7-several-documents-not-read', 'hl7-replacement-not-read', 'hl7-document-unreadable']}
    ${'v1.2_ORU.hl7'}                        | ${['hl7-document-unreadable']}
  `('$name is refused by name', ({ name, codes }: { name: string; codes: string[] }) => {
    expect(kindOf(message(name))).toBe('hl7v2-cda');
    expect(errors(name)).toEqual(codes);
  });
});
