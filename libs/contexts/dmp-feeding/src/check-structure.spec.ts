import { InvalidConfiguration } from '@segur/errors';
import { checkSignatures, checkStructure, type ConfiguredStructure } from './check-structure.js';

const certificate = (subject: string, fingerprint: string) => ({ subject, fingerprint, keyPem: fingerprint, certificatePem: '' });
const name = (ou: string, cn = 'DMP') => `CN=${cn},OU=${ou},O=LABORATOIRE\\, TEST,ST=Paris (75),C=FR`;
const sound: ConfiguredStructure = {
  tenantId: '750000000',
  section: { structureId: '1750000000', responsibleId: '899700000011' },
  authentication: certificate(name('1750000000'), 'a'),
  seal: certificate(name('1750000000'), 'b'),
  sealRequired: true,
};
const section = sound.section;

describe('checkStructure', () => {
  it.each`
    what                              | change
    ${'a laboratory by its FINESS'}   | ${{}}
    ${'a site of a legal entity'}     | ${{ section: { ...section, structureId: '1750000018', legalEntityId: '1750000000' } }}
    ${'a name with more than one OU'} | ${{ seal: certificate(`OU=0002 1,${name('1750000000')}`, 'b') }}
    ${'an unsigned one of a laptop'}  | ${{ seal: undefined, sealRequired: false }}
  `('takes $what', ({ change }: { change: Partial<ConfiguredStructure> }) => {
    expect(() => checkStructure({ ...sound, ...change })).not.toThrow();
  });

  it.each`
    what                            | change                                                                | said
    ${'an unsigned one'}            | ${{ seal: undefined }}                                                | ${/needs "sealCertificateFile"/}
    ${'nobody who answers'}         | ${{ section: { structureId: '1750000000' } }}                         | ${/needs "responsibleId"/}
    ${'one certificate for both'}   | ${{ seal: sound.authentication }}                                     | ${/one key/}
    ${'one key for both'}           | ${{ seal: { ...certificate(name('1750000000'), 'b'), keyPem: 'a' } }} | ${/one key/}
    ${"another's door"}             | ${{ authentication: certificate(name('1690000000'), 'a') }}           | ${/another structure in "authCertificateFile"/}
    ${"another's seal"}             | ${{ seal: certificate(name('1690000000'), 'b') }}                     | ${/another structure in "sealCertificateFile"/}
    ${'no OU at all'}               | ${{ seal: certificate('CN=OU\\=1750000000,C=FR', 'b') }}              | ${/another structure in "sealCertificateFile"/}
    ${'an OU inside another value'} | ${{ seal: certificate('CN=A\\,OU=1750000000,C=FR', 'b') }}            | ${/another structure in "sealCertificateFile"/}
    ${'a site without its entity'}  | ${{ section: { ...section, structureId: '1750000018' } }}             | ${/OU must be "structureId"/}
    ${'a FINESS without its kind'}  | ${{ section: { ...section, structureId: '750000000' } }}              | ${/Struct_IdNat in "structureId"/}
    ${'an entity without its kind'} | ${{ section: { ...section, legalEntityId: '750000000' } }}            | ${/Struct_IdNat in "legalEntityId"/}
  `('refuses $what, and says which line', ({ change, said }: { change: Partial<ConfiguredStructure>; said: RegExp }) => {
    const check = () => checkStructure({ ...sound, ...change });
    expect(check).toThrow(InvalidConfiguration);
    expect(check).toThrow(said);
    expect(check).toThrow(/laboratory 750000000/);
  });
});

describe('checkSignatures', () => {
  it.each(['', '<a/>', '<ds:Signature xmlns:ds="urn:a"></ds:Signature>'])('refuses %p', (sample) => {
    expect(() => checkSignatures('750000000', { certificatePem: '' }, [sample])).toThrow(InvalidConfiguration);
  });
});
