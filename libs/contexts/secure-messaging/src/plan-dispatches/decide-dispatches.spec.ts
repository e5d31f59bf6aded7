import type { DeliveryRecipient, DeliverySheet } from '@segur/laboratory';
import { decideDispatches, type DispatchMaterial } from './decide-dispatches.js';

const address = 'medecin@exemple.mssante.fr';
const other = 'autre@exemple.mssante.fr';
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

function decide(change: object, recipients: readonly DeliveryRecipient[], more: Partial<DispatchMaterial> = {}) {
  return decideDispatches({
    sheet: { ...sheet, ...change, recipients },
    sheetSha256: 'own',
    served: [],
    hasMailbox: true,
    ...more,
  });
}

const wishes = (change: Partial<DeliverySheet['delivery']>) => ({ delivery: { ...sheet.delivery, ...change } });

describe('decideDispatches', () => {
  it.each`
    who                                      | recipient                                         | change                                         | notEligible
    ${'a prescriber with an address'}        | ${{ role: 'prescriber', mssAddress: address }}    | ${{}}                                          | ${undefined}
    ${'a prescriber without one'}            | ${{ role: 'prescriber' }}                         | ${{}}                                          | ${'mss-address-missing'}
    ${'a correspondent nobody may reach'}    | ${{ role: 'correspondent', mssAddress: address }} | ${wishes({ professionals: false })}            | ${'mss-not-wished'}
    ${'a prescriber of a hidden document'}   | ${{ role: 'prescriber', mssAddress: address }}    | ${wishes({ hiddenFromPatient: true })}         | ${undefined}
    ${'a qualified patient'}                 | ${{ role: 'patient', mssAddress: patient }}       | ${{}}                                          | ${undefined}
    ${'a patient who refused'}               | ${{ role: 'patient', mssAddress: patient }}       | ${wishes({ patient: false })}                  | ${'mss-not-wished'}
    ${'a patient to be told first'}          | ${{ role: 'patient', mssAddress: patient }}       | ${wishes({ hiddenFromPatient: true })}         | ${'mss-hidden-from-patient'}
    ${'a minor who asked for secrecy'}       | ${{ role: 'patient', mssAddress: patient }}       | ${wishes({ hiddenFromRepresentatives: true })} | ${'mss-hidden-from-representatives'}
    ${'a patient not qualified'}             | ${{ role: 'patient', mssAddress: patient }}       | ${{ qualifiedIns: undefined }}                 | ${'ins-not-qualified'}
    ${"a patient under another's matricule"} | ${{ role: 'patient', mssAddress: address }}       | ${{}}                                          | ${'mss-address-of-another'}
  `('plans for $who', ({ recipient, change, notEligible }) => {
    expect(decide(change, [recipient])).toEqual([
      { sheetSha256: 'own', recipientNumber: 0, role: recipient.role, ...(notEligible ? { notEligible } : {}) },
    ]);
  });

  it('plans nothing to leave from a laboratory without a mailbox', () => {
    expect(decide({}, [{ role: 'prescriber', mssAddress: address }], { hasMailbox: false })).toEqual([
      { sheetSha256: 'own', recipientNumber: 0, role: 'prescriber', notEligible: 'mss-not-configured' },
    ]);
  });

  it('writes once to a mailbox that two recipients share', () => {
    const recipients = [
      { role: 'prescriber', mssAddress: address },
      { role: 'correspondent', mssAddress: address.toUpperCase() },
    ] as const;
    expect(decide({}, recipients)).toEqual([{ sheetSha256: 'own', recipientNumber: 0, role: 'prescriber' }]);
  });

  it('sends a correction also to those who got what it replaces, once', () => {
    const served = [
      { sheetSha256: 'first', number: 0, recipient: { role: 'prescriber', mssAddress: address } },
      { sheetSha256: 'first', number: 1, recipient: { role: 'correspondent', mssAddress: other } },
      { sheetSha256: 'second', number: 4, recipient: { role: 'correspondent', mssAddress: other } },
    ] as const;
    expect(decide({}, [{ role: 'prescriber', mssAddress: address }], { served })).toEqual([
      { sheetSha256: 'own', recipientNumber: 0, role: 'prescriber' },
      { sheetSha256: 'first', recipientNumber: 1, role: 'correspondent' },
    ]);
  });

  it('sends no correction to the mailbox of a patient whom the report is not about any longer', () => {
    const served = [
      { sheetSha256: 'first', number: 1, recipient: { role: 'patient', mssAddress: '179035121518900@patient.mssante.fr' } },
    ] as const;
    expect(decide({}, [], { served })).toEqual([
      { sheetSha256: 'first', recipientNumber: 1, role: 'patient', notEligible: 'mss-address-of-another' },
    ]);
  });
});
