import type { DeliverySheet } from '@segur/laboratory';
import { decideSubmission } from './decide-submission.js';

const sheet: DeliverySheet = {
  reportSetId: '019aa0c0-0000-7000-8000-0000000000aa',
  revision: 1,
  documentId: '2.25.1',
  qualifiedIns: { value: '279035121518989', oid: '1.2.250.1.213.1.4.8' },
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
  fillerNumber: 'DOS-1',
};
const settings = { feedsDmp: true, insAuthorities: ['1.2.250.1.213.1.4.8', '1.2.250.1.213.1.4.9'] };

describe('decideSubmission', () => {
  it.each`
    what                               | change                                                                                       | feedsDmp | reason
    ${'a qualified patient'}           | ${{}}                                                                                        | ${true}  | ${undefined}
    ${'a document hidden from all'}    | ${{ delivery: { ...sheet.delivery, maskedToProfessionals: true, hiddenFromPatient: true } }} | ${true}  | ${undefined}
    ${'a laboratory without DMP'}      | ${{}}                                                                                        | ${false} | ${'dmp-not-configured'}
    ${'a wish against the DMP'}        | ${{ delivery: { ...sheet.delivery, dmp: false } }}                                           | ${true}  | ${'dmp-not-wished'}
    ${'an identity not qualified'}     | ${{ qualifiedIns: undefined }}                                                               | ${true}  | ${'ins-not-qualified'}
    ${'an INS of tests in production'} | ${{ qualifiedIns: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' } }}               | ${true}  | ${'dmp-ins-authority-refused'}
  `(
    'answers $reason for $what',
    ({ change, feedsDmp, reason }: { change: object; feedsDmp: boolean; reason: string | undefined }) => {
      expect(decideSubmission({ ...sheet, ...change }, { ...settings, feedsDmp })).toBe(reason);
    },
  );
});
