import type { Identity } from './identity.js';
import { hasRightKey, isQualified, qualify } from './qualified-identity.js';

const whole: Identity = {
  status: 'qualifiee',
  insMatricule: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
  traits: { birthName: 'TEST', birthFirstName: 'CAMILLE', birthDate: '19790328', sex: 'F', birthPlaceInsee: '51215' },
  localIds: [],
  addresses: [],
  telecoms: [],
};

describe('qualify', () => {
  it('lets a whole identity leave', () => {
    expect(isQualified(qualify(whole))).toBe(true);
  });

  it.each`
    what                             | change                                                                        | reason
    ${'validated but never asked'}   | ${{ status: 'validee' }}                                                      | ${'status'}
    ${'asked but never validated'}   | ${{ status: 'recuperee' }}                                                    | ${'status'}
    ${'no matricule'}                | ${{ insMatricule: undefined }}                                                | ${'no-matricule'}
    ${'the old INS-C'}               | ${{ insMatricule: { value: '279035121518989', oid: '1.2.250.1.213.1.4.2' } }} | ${'unknown-authority'}
    ${'a wrong key'}                 | ${{ insMatricule: { value: '279035121518988', oid: '1.2.250.1.213.1.4.8' } }} | ${'malformed-matricule'}
    ${'a matricule without its key'} | ${{ insMatricule: { value: '2790351215189', oid: '1.2.250.1.213.1.4.8' } }}   | ${'malformed-matricule'}
    ${'no place of birth'}           | ${{ traits: { ...whole.traits, birthPlaceInsee: undefined } }}                | ${'missing-traits'}
    ${'a blank first name'}          | ${{ traits: { ...whole.traits, birthFirstName: ' ' } }}                       | ${'missing-traits'}
    ${'an unknown sex'}              | ${{ traits: { ...whole.traits, sex: 'U' } }}                                  | ${'missing-traits'}
  `('holds back an identity with $what', ({ change, reason }: { change: Partial<Identity>; reason: string }) => {
    expect(qualify({ ...whole, ...change })).toEqual({ notQualified: reason });
  });
});

describe('hasRightKey', () => {
  it.each(['279035121518989'])('accepts %s', (matricule) => {
    expect(hasRightKey(matricule)).toBe(true);
  });

  it.each(['', '27903512151898', '279035121518980', 'A79035121518989'])('refuses %p', (matricule) => {
    expect(hasRightKey(matricule)).toBe(false);
  });
});
