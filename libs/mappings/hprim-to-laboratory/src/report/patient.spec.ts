import { decodeHprimSante } from '@segur/hprim';
import { hprim, testLaboratory } from '@segur/testing';
import { toReport, type ReportReading } from './to-report.js';

const read = (patient: Record<number, string>): ReportReading =>
  toReport(decodeHprimSante(hprim({ patient })), { laboratory: testLaboratory, reportSetId: 'r', revision: 1 });
const identityOf = (patient: Record<number, string>) => {
  const reading = read(patient);
  if (reading.status === 'refused') throw new Error(JSON.stringify(reading.findings));
  return reading.report.identity;
};
const said = (patient: Record<number, string>) =>
  read(patient).findings.map(({ severity, code, location }) => `${severity} ${code} ${location}`);

describe('the patient', () => {
  it('is provisional, always, and has no matricule', () => {
    expect(identityOf({ 11: '279035121518989' })).toEqual({
      status: 'provisoire',
      traits: {
        birthName: 'PATIENT-TEST',
        birthFirstName: 'CAMILLE',
        birthGivenNames: 'CAMILLE ANNE',
        usedName: 'ESSAI',
        birthDate: '19521103',
        sex: 'F',
      },
      localIds: [{ root: testLaboratory.oidRoot, extension: '8000124' }],
      addresses: [{ lines: ['3 rue des Essais'], postalCode: '37000', city: 'TOURS' }],
      telecoms: [{ value: 'tel:0200000002', use: 'H' }],
    });
    expect(said({ 11: '279035121518989' })).toContain('info hprim-ins-ignored P[1]-11');
  });

  it.each`
    what                         | patient                                | expected
    ${'no birth name'}           | ${{ 6: '' }}                           | ${{ traits: { birthName: 'ESSAI' } }}
    ${'one name twice'}          | ${{ 6: 'ESSAI' }}                      | ${{ traits: { birthName: 'ESSAI' } }}
    ${'an hour of birth'}        | ${{ 7: '195211031405' }}               | ${{ traits: { birthDate: '19521103' } }}
    ${'a day of birth unknown'}  | ${{ 7: '19520000' }}                   | ${{ traits: { birthDate: '19520000' } }}
    ${'an unknown sex'}          | ${{ 8: 'U' }}                          | ${{ traits: { sex: 'U' } }}
    ${'another sex'}             | ${{ 8: '9' }}                          | ${{ traits: { sex: 'U' } }}
    ${'two telephones'}          | ${{ 12: '0200000002^06.00.00.00.03' }} | ${{ telecoms: [{ value: 'tel:0200000002' }, { value: 'tel:0600000003' }] }}
    ${'no number but the other'} | ${{ 2: 'IPP-4711', 3: '' }}            | ${{ localIds: [{ extension: 'IPP-4711' }] }}
    ${'no address'}              | ${{ 10: '' }}                          | ${{ addresses: [] }}
  `('with $what', ({ patient, expected }: { patient: Record<number, string>; expected: object }) => {
    expect(identityOf(patient)).toMatchObject(expected);
  });

  it.each`
    what                    | patient                | finding
    ${'no name'}            | ${{ 5: '', 6: '' }}    | ${'error hprim-required P[1]-5'}
    ${'no first name'}      | ${{ 5: 'ESSAI' }}      | ${'error hprim-required P[1]-5.2'}
    ${'no birth date'}      | ${{ 7: '' }}           | ${'error hprim-required P[1]-7'}
    ${'a French date'}      | ${{ 7: '03/11/1952' }} | ${'error hprim-timestamp P[1]-7'}
    ${'a thirteenth month'} | ${{ 7: '19521303' }}   | ${'error hprim-timestamp P[1]-7'}
    ${'no number'}          | ${{ 2: '', 3: '' }}    | ${'error hprim-required P[1]-3'}
  `('with $what is refused', ({ patient, finding }: { patient: Record<number, string>; finding: string }) => {
    expect(read(patient).status).toBe('refused');
    expect(said(patient)).toContain(finding);
  });

  it('has one number of the laboratory; the requester’s is named and left out', () => {
    expect(said({ 2: 'IPP-4711' })).toEqual(['info hprim-patient-number-foreign P[1]-2']);
    expect(said({ 2: '8000124' })).toEqual([]);
    expect(said({ 2: 'IPP-4711', 3: '' })).toEqual(['info hprim-authority-without-oid P[1]-2']);
  });

  it.each`
    status  | place          | kind      | mails    | finding
    ${''}   | ${''}          | ${'AMB'}  | ${true}  | ${undefined}
    ${'OP'} | ${'12~3~CHIR'} | ${'AMB'}  | ${true}  | ${undefined}
    ${'IP'} | ${''}          | ${'IMP'}  | ${false} | ${undefined}
    ${'ER'} | ${''}          | ${'EMER'} | ${true}  | ${undefined}
    ${''}   | ${'~~CONSULT'} | ${'AMB'}  | ${true}  | ${undefined}
    ${''}   | ${'12~3~CHIR'} | ${'IMP'}  | ${false} | ${'info hprim-inpatient-inferred P[1]-25'}
    ${'?'}  | ${''}          | ${'AMB'}  | ${true}  | ${'info hprim-field-not-read P[1]-24'}
  `('of status "$status" at "$place" is $kind; mails: $mails', ({ status, place, kind, mails, finding }) => {
    const patient = { 24: status as string, 25: place as string };

    expect(read(patient)).toMatchObject({ report: { encounter: { kind }, delivery: { dmp: true, patient: mails } } });
    expect(said(patient)).toEqual(finding ? [finding] : []);
  });
});
