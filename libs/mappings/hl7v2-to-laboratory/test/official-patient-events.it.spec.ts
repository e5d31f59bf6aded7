import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeMessage } from '@segur/hl7v2';
import { describeWithOfficial } from '@segur/testing';
import { toPatientEvent } from '../src/patient-events/to-patient-event.js';

const context = { oidRoot: '2.999.1', finess: '990000001' };

describeWithOfficial('hl7v2-examples', 'official patient events', (directory) => {
  it.each`
    name                                                                    | opposed  | consents | at
    ${'sgl_pamfr_2.11_ADT_A01.hl7'}                                         | ${false} | ${true}  | ${'2024-03-06T11:11:54+01:00'}
    ${'dmp_consent_ConsentementConsultation_NonOppositionAlimentation.hl7'} | ${false} | ${true}  | ${'2024-03-06T11:11:54+01:00'}
    ${'dmp_consent_NonConsentementConsultation_OppositionAlimentation.hl7'} | ${true}  | ${false} | ${'2024-03-09T11:11:54+01:00'}
  `('$name', ({ name, opposed, consents, at }: { name: string; opposed: boolean; consents: boolean; at: string }) => {
    const reading = toPatientEvent(decodeMessage(readFileSync(join(directory, name))), context);

    expect(reading.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(reading).toMatchObject({
      status: 'read',
      event: {
        kind: 'admission',
        identity: {
          status: 'qualifiee',
          insMatricule: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
          traits: {
            birthName: 'PAT-TROIS',
            birthFirstName: 'DOMINIQUE',
            birthDate: '19790328',
            sex: 'F',
            birthPlaceInsee: '63220',
          },
        },
        encounter: { kind: 'IMP' },
        consent: { status: 'ACTIF', feeding: { opposed, at }, consultation: { consents, at } },
        production: false,
      },
    });
  });
});
