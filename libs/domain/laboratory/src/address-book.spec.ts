import type { Report } from './report.js';
import { withKnownAddresses } from './address-book.js';

const correspondents = { '899700000029': 'known@exemple.mssante.fr' };
const prescriber = { nationalId: '899700000029', family: 'TEST', telecoms: [] };

describe('withKnownAddresses', () => {
  it.each`
    who                                   | professional                                               | mssAddress
    ${'someone of the address book'}      | ${prescriber}                                              | ${'known@exemple.mssante.fr'}
    ${'someone who came with an address'} | ${{ ...prescriber, mssAddress: 'own@exemple.mssante.fr' }} | ${'own@exemple.mssante.fr'}
    ${'a stranger'}                       | ${{ ...prescriber, nationalId: '899700000011' }}           | ${undefined}
    ${'someone without a national id'}    | ${{ family: 'TEST', telecoms: [] }}                        | ${undefined}
  `('addresses $who', ({ professional, mssAddress }) => {
    const report = { prescriber: professional, copies: [professional] } as unknown as Report;
    const addressed = withKnownAddresses(report, { correspondents });
    expect([addressed.prescriber?.mssAddress, addressed.copies[0]?.mssAddress]).toEqual([mssAddress, mssAddress]);
  });
});
