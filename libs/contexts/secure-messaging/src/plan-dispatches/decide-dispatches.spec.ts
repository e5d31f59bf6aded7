import type { DeliverySheet } from '@segur/laboratory';
import { decideDispatches } from './decide-dispatches.js';

const address = 'medecin@exemple.mssante.fr';
const patient = '279035121518989@patient.mssante.fr';
const sheet: DeliverySheet = {
  reportSetId: 'r',
  revision: 1,
  documentId: '2.25.1',
  qualifiedIns: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
  recipients: [],
  delivery: {
    dmp: true,
    professionals: true,
    patient: true,
    maskedToProfessionals: false,
    hiddenFromPatient: false,
    hiddenFromRepresentatives: false,
  },
  encounterKind: 'AMB',
  fillerNumber: 'D1',
};

describe('decideDispatches', () => {
  it.each`
    who                                   | recipient                                         | change                                                          | notEligible
    ${'a prescriber with an address'}     | ${{ role: 'prescriber', mssAddress: address }}    | ${{}}                                                           | ${undefined}
    ${'a prescriber without one'}         | ${{ role: 'prescriber' }}                         | ${{}}                                                           | ${'mss-address-missing'}
    ${'a correspondent nobody may reach'} | ${{ role: 'correspondent', mssAddress: address }} | ${{ delivery: { ...sheet.delivery, professionals: false } }}    | ${'mss-not-wished'}
    ${'a qualified patient'}              | ${{ role: 'patient', mssAddress: patient }}       | ${{}}                                                           | ${undefined}
    ${'a patient who refused'}            | ${{ role: 'patient', mssAddress: patient }}       | ${{ delivery: { ...sheet.delivery, patient: false } }}          | ${'mss-not-wished'}
    ${'a patient to be told first'}       | ${{ role: 'patient', mssAddress: patient }}       | ${{ delivery: { ...sheet.delivery, hiddenFromPatient: true } }} | ${'mss-hidden-from-patient'}
    ${'a patient not qualified'}          | ${{ role: 'patient', mssAddress: patient }}       | ${{ qualifiedIns: undefined }}                                  | ${'ins-not-qualified'}
  `('plans for $who', ({ recipient, change, notEligible }) => {
    expect(decideDispatches({ ...sheet, ...change, recipients: [recipient] })).toEqual([
      { recipientNumber: 0, role: recipient.role, ...(notEligible ? { notEligible } : {}) },
    ]);
  });

  it('plans nothing to leave from a laboratory without a mailbox', () => {
    const recipients = [{ role: 'prescriber' as const, mssAddress: address }];
    expect(decideDispatches({ ...sheet, recipients }, false)).toEqual([
      { recipientNumber: 0, role: 'prescriber', notEligible: 'mss-not-configured' },
    ]);
  });
});
