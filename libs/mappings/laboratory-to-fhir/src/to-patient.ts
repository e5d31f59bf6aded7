import type { Element, Extension, HumanName, Identifier, Patient } from '@segur/fhir';
import { INS_AUTHORITIES, isQualified, qualify, type Identity, type IdentityStatus, type InsMatricule } from '@segur/identity';
import { toHl7Concept, toIdentifier } from './code-systems.js';
import { EXTENSIONS, FR_SYSTEMS, printedAs, UNKNOWN } from './extensions.js';
import type { DocumentContext } from './document-context.js';
import { toContactPoints, toFhirAddress } from './to-contact.js';
import { toPatientContacts } from './to-patient-contacts.js';

const GENDERS = { M: 'male', F: 'female', U: 'unknown' } as const;
const STATUSES: Readonly<Record<IdentityStatus, string>> = {
  provisoire: 'PROV',
  recuperee: 'RECUP',
  validee: 'VALI',
  qualifiee: 'QUAL',
};
const INS_TYPES: Readonly<Record<string, string>> = {
  [INS_AUTHORITIES.nir]: 'INS-NIR',
  [INS_AUTHORITIES.nia]: 'INS-NIA',
  [INS_AUTHORITIES.test]: 'INS-NIR-TEST',
  [INS_AUTHORITIES.demonstration]: 'INS-NIR-DEMO',
};

/**
 * Says who the patient is, in the words of FR Core. The matricule is written only from a qualified identity.
 *
 * @see FR Core, FRCorePatientINSProfile
 */
export function toPatient(context: DocumentContext): Patient {
  const { identity } = context.report;
  const { traits, birthRank } = identity;
  const answer = qualify(identity);
  return {
    resourceType: 'Patient',
    extension: [...toReliability(identity.status), ...toBirthPlace(identity)],
    identifier: [
      ...(isQualified(answer) ? [toInsIdentifier(answer.insMatricule)] : []),
      ...identity.localIds.map(toLocalIdentifier),
    ],
    name: toNames(identity),
    telecom: toContactPoints(identity.telecoms),
    gender: GENDERS[traits.sex],
    ...toBirthDate(traits.birthDate),
    ...toDeath(identity),
    address: identity.addresses.map(toFhirAddress),
    ...(birthRank !== undefined && { multipleBirthInteger: birthRank }),
    contact: toPatientContacts(context),
  };
}

function toInsIdentifier({ value, oid }: InsMatricule): Identifier {
  const code = INS_TYPES[oid];
  return {
    use: 'official',
    ...(code !== undefined && { type: { coding: [{ system: FR_SYSTEMS.identifierType, code }] } }),
    ...toIdentifier(oid, value),
  };
}

function toLocalIdentifier({ root, extension }: Identity['localIds'][number]): Identifier {
  return { use: 'usual', type: toHl7Concept('v2-0203', 'PI'), ...toIdentifier(root, extension) };
}

function toNames({ traits }: Identity): readonly HumanName[] {
  const { birthName, birthFirstName, birthGivenNames = '', usedName = '', usedFirstName = '' } = traits;
  const list: readonly Extension[] =
    birthGivenNames.trim() === '' ? [] : [{ url: EXTENSIONS.birthGivenNames, valueString: birthGivenNames }];
  const official: HumanName = { extension: list, use: 'official', family: birthName, given: [birthFirstName] };
  if (`${usedName}${usedFirstName}`.trim() === '') return [official];
  return [official, { use: 'usual', family: usedName, given: [usedFirstName] }];
}

function toReliability(status: IdentityStatus): readonly Extension[] {
  const identityStatus = { url: 'identityStatus', valueCoding: { system: FR_SYSTEMS.identityStatus, code: STATUSES[status] } };
  return [{ url: EXTENSIONS.identityReliability, extension: [identityStatus] }];
}

function toBirthPlace({ traits: { birthPlaceInsee: insee = '', birthPlaceName: city = '' } }: Identity): readonly Extension[] {
  if (`${insee}${city}`.trim() === '') return [];
  const coded = insee === '' ? [] : [{ url: EXTENSIONS.inseeCode, valueCoding: { system: FR_SYSTEMS.communes, code: insee } }];
  return [{ url: EXTENSIONS.birthPlace, valueAddress: { extension: coded, city } }];
}

/** Somebody who is known to be dead, and since when where that was said. */
function toDeath({ deceased }: Identity): Pick<Patient, 'deceasedBoolean' | 'deceasedDateTime'> {
  if (!deceased) return {};
  const since = knownPart(deceased.at ?? '');
  return since === undefined ? { deceasedBoolean: true } : { deceasedDateTime: since };
}

/** Where a part of the date is unknown, what came is kept beside it. */
function toBirthDate(birthDate: string): { readonly birthDate?: string; readonly _birthDate?: Element } {
  const known = knownPart(birthDate);
  if (known === undefined) return { _birthDate: UNKNOWN };
  return { birthDate: known, ...(known.replaceAll('-', '') !== birthDate && { _birthDate: printedAs(birthDate) }) };
}

/** Day or month `00` are unknown, and no day may be one that does not exist: the date is cut there. */
function knownPart(date: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?)?/.exec(date) ?? [];
  if (year === undefined || year === '0000') return undefined;
  const exists = day === undefined || new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDate() === Number(day);
  return [year, month, exists ? day : undefined].filter((part) => part !== undefined).join('-');
}
