import type { Address, Guardian, Identity, Telecom } from '@segur/identity';
import type { Coded, Identifier, Organization, Professional, Relative, Validation } from '@segur/laboratory';
import fc from 'fast-check';
import { record, some } from './arbitrary-record.js';
import { arbitraryFilled, arbitraryOid, arbitraryText, arbitraryTime } from './arbitrary-texts.js';
import { TEST_MATRICULE } from './reports.js';

const telecom: fc.Arbitrary<Telecom> = record<Telecom>(
  { value: fc.constantFrom('tel:0102030405', 'fax:0102030406', 'mailto:a@example.org', 'http://example.org/x', 'mllp:host') },
  { use: fc.constantFrom('H', 'HP', 'HV', 'WP', 'DIR', 'PUB', 'EC', 'MC', 'PG') },
);
const address: fc.Arbitrary<Address> = record<Address>(
  { lines: some(arbitraryText, 3) },
  { postalCode: arbitraryText, city: arbitraryText, country: arbitraryText },
);
/** A code of a nomenclature. */
export const arbitraryCoded: fc.Arbitrary<Coded> = record<Coded>({
  code: arbitraryFilled,
  system: arbitraryOid,
  label: arbitraryText,
});
/** An identifier under an OID, or a UUID alone. */
export const arbitraryIdentifier: fc.Arbitrary<Identifier> = record<Identifier>(
  { root: fc.oneof(arbitraryOid, fc.uuid()) },
  { extension: arbitraryFilled },
);

/** Any structure. */
export const arbitraryOrganization: fc.Arbitrary<Organization> = record<Organization>(
  { name: arbitraryText, telecoms: some(telecom, 1) },
  {
    nationalId: fc.constantFrom('1990000001', '2999000001', '399900000100011', '00B105729400'),
    address,
    sector: fc.constantFrom('AMBULATOIRE', 'ETABLISSEMENT', 'MAISON'),
  },
);

/** Any health professional. */
export const arbitraryProfessional: fc.Arbitrary<Professional> = record<Professional>(
  { family: arbitraryText, telecoms: some(telecom, 2) },
  {
    nationalId: fc.constantFrom('899700000011', '899700000029', '0AB1234567', '3750000000/INT-1', '512345678900011/7'),
    localId: arbitraryFilled,
    given: arbitraryText,
    prefix: fc.constantFrom('M', 'MME'),
    suffix: fc.constantFrom('DR', 'MC', 'MG', 'PC', 'PG', 'PR'),
    specialty: arbitraryCoded,
    address,
    mssAddress: fc.constant('a.b@medecin.mssante.example'),
    organization: arbitraryOrganization,
  },
);

/** A biologist's signature. */
export const arbitraryValidation: fc.Arbitrary<Validation> = record<Validation>({
  biologist: arbitraryProfessional,
  at: arbitraryTime,
});

/** Somebody near the patient. */
export const arbitraryRelative: fc.Arbitrary<Relative> = record<Relative>(
  { role: fc.constantFrom('ECON', 'NOK', 'CON', 'CAREGIVER', 'PAT'), family: arbitraryText, telecoms: some(telecom, 2) },
  { relationship: arbitraryCoded, given: arbitraryText, address },
);

const guardian: fc.Arbitrary<Guardian> = record<Guardian>(
  { name: arbitraryText, kind: fc.constantFrom('person', 'organization'), addresses: some(address, 1), telecoms: some(telecom, 1) },
  { given: arbitraryText, prefix: fc.constantFrom('M', 'MME') },
);

/** Any patient: every status, with or without a matricule that may leave. */
export const arbitraryIdentity: fc.Arbitrary<Identity> = record<Identity>(
  {
    status: fc.constantFrom('provisoire', 'recuperee', 'validee', 'qualifiee'),
    traits: record<Identity['traits']>(
      {
        birthName: arbitraryText,
        birthFirstName: arbitraryText,
        birthDate: fc.constantFrom('19790328', '19790300', '197902', '1950', '', '19790231', '00000000'),
        sex: fc.constantFrom('M', 'F', 'U'),
      },
      {
        birthGivenNames: arbitraryText,
        usedName: arbitraryText,
        usedFirstName: arbitraryText,
        birthPlaceInsee: fc.constantFrom('51215', '2A004', '99109'),
        birthPlaceName: arbitraryText,
      },
    ),
    localIds: some(record<Identity['localIds'][number]>({ root: arbitraryOid, extension: arbitraryFilled }), 2),
    addresses: some(address, 2),
    telecoms: some(telecom, 2),
  },
  {
    insMatricule: fc.constantFrom(
      { value: TEST_MATRICULE, oid: '1.2.250.1.213.1.4.10' },
      { value: TEST_MATRICULE, oid: '1.2.250.1.213.1.4.8' },
      { value: TEST_MATRICULE.slice(0, 13), oid: '1.2.250.1.213.1.4.8' },
    ),
    guardians: some(guardian, 2),
    deceased: record<NonNullable<Identity['deceased']>>({}, { at: fc.constantFrom('20261119', '202611', '2026') }),
    birthRank: fc.integer({ min: 1, max: 5 }),
  },
);
