import { recipientAddress } from './recipient-address.js';

const ins = { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' };
const corsican = { value: '279032B12151812', oid: '1.2.250.1.213.1.4.10' };

describe('recipientAddress', () => {
  it.each`
    role            | mssAddress                                        | qualifiedIns | answer
    ${'prescriber'} | ${'louis@medecin.mssante.fr'}                     | ${undefined} | ${{ address: 'louis@medecin.mssante.fr' }}
    ${'prescriber'} | ${undefined}                                      | ${ins}       | ${{ notEligible: 'mss-address-missing' }}
    ${'prescriber'} | ${'a@b.mssante.fr, c@d.mssante.fr'}               | ${ins}       | ${{ notEligible: 'mss-address-malformed' }}
    ${'prescriber'} | ${'a@b.mssante.fr\r\nBcc: c@d.fr'}                | ${ins}       | ${{ notEligible: 'mss-address-malformed' }}
    ${'prescriber'} | ${'Louis <a@b.mssante.fr>'}                       | ${ins}       | ${{ notEligible: 'mss-address-malformed' }}
    ${'prescriber'} | ${'279035121518989@patient.mssante.fr'}           | ${ins}       | ${{ notEligible: 'mss-address-of-another' }}
    ${'patient'}    | ${undefined}                                      | ${ins}       | ${{ address: '279035121518989@patient.mssante.fr' }}
    ${'patient'}    | ${'279035121518989@patient.mssante.fr'}           | ${ins}       | ${{ address: '279035121518989@patient.mssante.fr' }}
    ${'patient'}    | ${'279035121518989@patient.formation.mssante.fr'} | ${ins}       | ${{ address: '279035121518989@patient.formation.mssante.fr' }}
    ${'patient'}    | ${'279032b12151812@patient.mssante.fr'}           | ${corsican}  | ${{ address: '279032b12151812@patient.mssante.fr' }}
    ${'patient'}    | ${'179035121518900@patient.mssante.fr'}           | ${ins}       | ${{ notEligible: 'mss-address-of-another' }}
    ${'patient'}    | ${'279035121518989@patient.mssante.fr.example'}   | ${ins}       | ${{ notEligible: 'mss-address-of-another' }}
    ${'patient'}    | ${'279035121518989@x@patient.mssante.fr'}         | ${ins}       | ${{ notEligible: 'mss-address-of-another' }}
    ${'patient'}    | ${'279035121518989@patient.mssante.fr'}           | ${undefined} | ${{ notEligible: 'ins-not-qualified' }}
  `('$role $mssAddress', ({ role, mssAddress, qualifiedIns, answer }) => {
    expect(recipientAddress({ qualifiedIns }, { role, mssAddress })).toEqual(answer);
  });
});
