import type { CdaHeader, CdaGuardian, CdaPatient, CdaRelative } from '@segur/cda';
import { INS_AUTHORITIES, isQualified, qualify, type Guardian, type Identity } from '@segur/identity';
import type { Relative } from '@segur/laboratory';
import type { Remarks } from './finding-catalogue.js';
import { codedAt } from './source.js';
import { toAddresses, toTelecoms } from './to-people.js';

const PATIENT = '/ClinicalDocument/recordTarget/patientRole';
const ROLES = ['ECON', 'NOK', 'CON', 'CAREGIVER', 'PAT'] as const;

/**
 * Says who the patient is.
 *
 * A matricule with its authority, a right key and every strict trait makes the identity qualified, for the laboratory that signed
 * qualified it; anything less is provisional, and the matricule, kept as received, does not leave.
 */
export function toIdentity(patient: CdaPatient, remarks: Remarks): Identity {
  const authorities: readonly string[] = Object.values(INS_AUTHORITIES);
  const [ins] = patient.ids.filter(({ root, extension }) => authorities.includes(root) && extension !== undefined);
  const local = patient.ids.filter((id) => id !== ins);
  const kept = local.flatMap(({ root, extension }) =>
    extension === undefined || authorities.includes(root) ? [] : [{ root, extension }],
  );
  if (kept.length < local.length) remarks.add('cda-identifier-left-out', `${PATIENT}/id`);

  const { name, birthplace, guardians, deceased, birthOrder } = patient;
  const code = patient.gender?.code;
  const given = name.birthGiven ?? name.givenNames?.split(' ')[0];
  const identity: Identity = {
    status: ins ? 'qualifiee' : 'provisoire',
    traits: {
      birthName: name.birthFamily ?? '',
      birthFirstName: given ?? '',
      ...(name.givenNames !== undefined && { birthGivenNames: name.givenNames }),
      ...(name.usedFamily !== undefined && { usedName: name.usedFamily }),
      ...(name.usedGiven !== undefined && { usedFirstName: name.usedGiven }),
      birthDate: patient.birthTime?.slice(0, 8) ?? '',
      sex: code === 'M' || code === 'F' ? code : 'U',
      ...(birthplace?.county !== undefined && { birthPlaceInsee: birthplace.county }),
      ...(birthplace?.city !== undefined && { birthPlaceName: birthplace.city }),
    },
    ...(ins?.extension !== undefined && { insMatricule: { value: ins.extension, oid: ins.root } }),
    localIds: kept,
    addresses: toAddresses(patient.addresses),
    // The mailbox of a matricule is made again from it, when it may leave.
    telecoms: toTelecoms(patient.telecoms).filter(
      ({ value }) => ins?.extension === undefined || !value.startsWith(`mailto:${ins.extension}@`),
    ),
    ...(guardians && guardians.length > 0 && { guardians: guardians.flatMap(toGuardian) }),
    ...(deceased && { deceased: deceased.time === undefined ? {} : { at: deceased.time.slice(0, 8) } }),
    ...(birthOrder !== undefined && { birthRank: birthOrder }),
  };
  if (!ins || isQualified(qualify(identity))) return identity;
  remarks.add('cda-identity-not-qualified', `${PATIENT}/id`);
  return { ...identity, status: 'provisoire' };
}

/** Whom to call about the patient. */
export function toRelatives({ relatives = [] }: CdaHeader, remarks: Remarks): readonly Relative[] {
  return relatives.flatMap((relative, index) => toRelative(relative, `/ClinicalDocument/informant[${index + 1}]`, remarks));
}

function toRelative(
  { classCode, code, addresses, telecoms, person }: CdaRelative,
  at: string,
  remarks: Remarks,
): readonly Relative[] {
  const role = ROLES.find((candidate) => candidate === classCode);
  if (!role || !person) {
    remarks.add('cda-participant-left-out', at);
    return [];
  }
  const relationship = codedAt(code, `${at}/relatedEntity/code`, remarks);
  const address = toAddresses(addresses)[0];
  return [
    {
      role,
      ...(relationship && { relationship }),
      family: person.family,
      ...(person.given !== undefined && { given: person.given }),
      telecoms: toTelecoms(telecoms),
      ...(address && { address }),
    },
  ];
}

function toGuardian({ person, organization, addresses, telecoms }: CdaGuardian): readonly Guardian[] {
  const contact = { addresses: toAddresses(addresses), telecoms: toTelecoms(telecoms) };
  if (organization) return [{ name: organization.name, kind: 'organization', ...contact }];
  if (!person) return [];
  const prefix = person.prefix === 'M' || person.prefix === 'MME' ? person.prefix : undefined;
  return [
    {
      name: person.family,
      ...(person.given !== undefined && { given: person.given }),
      kind: 'person',
      ...(prefix && { prefix }),
      ...contact,
    },
  ];
}
