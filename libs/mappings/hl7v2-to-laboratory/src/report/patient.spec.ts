import { decodeMessage } from '@segur/hl7v2';
import { oruText, qualifiedPatient, type MessagePatient } from '@segur/testing';
import { isQualified, qualify } from '@segur/identity';
import { Remarks } from '../remarks.js';
import { toIdentity } from './patient.js';

function read(changes: Partial<MessagePatient>) {
  const remarks = new Remarks();
  const pid = decodeMessage(Buffer.from(oruText({ patient: { ...qualifiedPatient, ...changes } }))).first('PID');
  const identity = pid && toIdentity(pid, { oidRoot: '2.999.1', finess: '990000001' }, remarks);
  return { identity, findings: remarks.findings.map(({ code, location }) => `${code} ${location}`) };
}

const INS = '279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS';
const IPP = '8000123^^^LABO^PI';

describe('the status of an identity', () => {
  it.each`
    what                   | changes                                       | status          | finding
    ${'VALI and an INS'}   | ${{}}                                         | ${'qualifiee'}  | ${[]}
    ${'VALI, no INS'}      | ${{ identifiers: IPP }}                       | ${'validee'}    | ${[]}
    ${'an INS, not VALI'}  | ${{ reliability: 'PROV' }}                    | ${'recuperee'}  | ${[]}
    ${'neither'}           | ${{ identifiers: IPP, reliability: '' }}      | ${'provisoire'} | ${[]}
    ${'VALI and FICT'}     | ${{ reliability: 'VALI~FICT' }}               | ${'provisoire'} | ${['hl7-identity-blocked PID[1]-32']}
    ${'VALI and DOUT'}     | ${{ reliability: 'VALI~DOUT' }}               | ${'provisoire'} | ${['hl7-identity-blocked PID[1]-32']}
    ${'VALI and USUR'}     | ${{ reliability: 'USUR~VALI' }}               | ${'provisoire'} | ${['hl7-identity-blocked PID[1]-32']}
    ${'VALI and HOMA'}     | ${{ reliability: 'VALI~HOMA' }}               | ${'qualifiee'}  | ${[]}
    ${'a wrong key'}       | ${{ identifiers: INS.replace('989', '988') }} | ${'validee'}    | ${['hl7-ins-invalid PID[1]-3']}
    ${'an unknown sex'}    | ${{ sex: 'U' }}                               | ${'validee'}    | ${['hl7-traits-missing PID[1]']}
    ${'half a birth date'} | ${{ birthDate: '1979' }}                      | ${'validee'}    | ${['hl7-traits-missing PID[1]']}
    ${'no place of birth'} | ${{ addresses: '' }}                          | ${'qualifiee'}  | ${['hl7-traits-missing PID[1]']}
  `('$what: $status', ({ changes, status, finding }) => {
    const { identity, findings } = read(changes as Partial<MessagePatient>);

    expect(identity?.status).toBe(status);
    expect(findings).toEqual(finding);
  });

  it('lets the matricule leave only when the strict traits are there', () => {
    const leaves = (changes: Partial<MessagePatient>) => {
      const { identity } = read(changes);
      return identity !== undefined && isQualified(qualify(identity));
    };

    expect([leaves({}), leaves({ addresses: '' }), leaves({ reliability: 'VALI~DOUT' })]).toEqual([true, false, false]);
  });
});

describe('identifiers', () => {
  it.each`
    what                           | identifiers                                          | ins                      | localIds
    ${'an IPP under an OID'}       | ${'1^^^CHU&1.2.250.1.9&ISO^PI'}                      | ${undefined}             | ${[{ root: '1.2.250.1.9', extension: '1' }]}
    ${'an IPP of the laboratory'}  | ${'1^^^LABO^PI'}                                     | ${undefined}             | ${[{ root: '2.999.1', extension: '1' }]}
    ${'the abandoned INS-C'}       | ${'1^^^X&1.2.250.1.213.1.4.2&ISO^INS-C'}             | ${undefined}             | ${[]}
    ${'a social security number'}  | ${'279035121518989^^^CNAM^SS'}                       | ${undefined}             | ${[]}
    ${'INS without its authority'} | ${'279035121518989^^^^INS'}                          | ${undefined}             | ${[]}
    ${'a NIA'}                     | ${'279035121518989^^^A&1.2.250.1.213.1.4.9&ISO^INS'} | ${'1.2.250.1.213.1.4.9'} | ${[]}
  `('$what', ({ identifiers, ins, localIds }) => {
    const { identity } = read({ identifiers: identifiers as string });

    expect(identity?.insMatricule?.oid).toBe(ins);
    expect(identity?.localIds).toEqual(localIds);
  });
});

describe('traits', () => {
  it.each`
    what                     | changes                                     | expected
    ${'no used name'}        | ${{ names: 'A^B^B C^^^^L' }}                | ${{ birthName: 'A', birthFirstName: 'B', birthGivenNames: 'B C' }}
    ${'the first of a list'} | ${{ names: 'A^^B C^^^^L' }}                 | ${{ birthFirstName: 'B' }}
    ${'no type of name'}     | ${{ names: 'A^B' }}                         | ${{ birthName: 'A', birthFirstName: 'B' }}
    ${'a lunar birth date'}  | ${{ birthDate: '19450000' }}                | ${{ birthDate: '19450000' }}
    ${'an hour of birth'}    | ${{ birthDate: '20100807000000' }}          | ${{ birthDate: '20100807' }}
    ${'a birth abroad'}      | ${{ addresses: '^^^^^99101^BDL' }}          | ${{ birthPlaceInsee: '99101' }}
    ${'a misplaced COG'}     | ${{ addresses: '^^^^63220^^BDL' }}          | ${{ birthPlaceInsee: '63220' }}
    ${'Corsica'}             | ${{ addresses: '^^AJACCIO^^^^BDL^^2A004' }} | ${{ birthPlaceInsee: '2A004', birthPlaceName: 'AJACCIO' }}
  `('$what', ({ changes, expected }) => {
    expect(read(changes as Partial<MessagePatient>).identity?.traits).toMatchObject(expected as object);
  });

  it('does not take the place of birth for an address', () => {
    expect(read({ addresses: '^^^^^^BDL^^51215' }).identity?.addresses).toEqual([]);
  });
});

describe('contacts', () => {
  it.each`
    telephone                              | telecoms
    ${'06.00.00.00.01^PRN^CP'}             | ${[{ value: 'tel:0600000001', use: 'MC' }]}
    ${'^PRN^PH^^^^^^^^^0100000000'}        | ${[{ value: 'tel:0100000000', use: 'H' }]}
    ${'^NET^Internet^camille@example.org'} | ${[{ value: 'mailto:camille@example.org', use: 'H' }]}
    ${''}                                  | ${[]}
  `('$telephone', ({ telephone, telecoms }) => {
    expect(read({ telephone: telephone as string }).identity?.telecoms).toEqual(telecoms);
  });
});
