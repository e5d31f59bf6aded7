import type { CdaGuardian, CdaNull, CdaRelative, CrBioHeader } from '@segur/cda';
import { isQualified, qualify, type Guardian, type Identity } from '@segur/identity';
import type { Relative } from '@segur/laboratory';
import { SEX_LABELS } from './labels.js';
import { toCode } from './to-codes.js';
import { toAddresses, toTelecoms } from './to-contacts.js';
import { UnassemblableReport } from './unassemblable-report.js';

const UNKNOWN: CdaNull = { nullFlavor: 'UNK' };

/**
 * Says who the patient is. The matricule is written only from a qualified identity; `withoutMatricule` has taken it out of any other.
 *
 * @throws {UnassemblableReport} `no-patient-identifier`: neither a matricule that may leave nor a number of the laboratory;
 * `no-birth-date`: the structuration minimale accepts no document without one.
 */
export function toPatient(identity: Identity): CrBioHeader['patient'] {
  const { traits, localIds, guardians = [], deceased, birthRank } = identity;
  const answer = qualify(identity);
  const ins = isQualified(answer) ? answer.insMatricule : undefined;
  const ids = distinct([...(ins ? [{ root: ins.oid, extension: ins.value }] : []), ...localIds]);
  if (ids.length === 0) throw new UnassemblableReport('no-patient-identifier');

  const mailbox = ins ? [{ value: `mailto:${ins.value}@patient.mssante.fr` }] : [];
  const code = traits.sex === 'U' ? 'UN' : traits.sex;
  return {
    ids,
    addresses: toAddresses(identity.addresses, UNKNOWN),
    telecoms: toTelecoms([...identity.telecoms, ...mailbox], UNKNOWN),
    name: toName(traits),
    gender: { code, codeSystem: '2.16.840.1.113883.5.1', displayName: SEX_LABELS[code] },
    birthTime: toBirthTime(traits.birthDate),
    ...toBirthplace(traits),
    ...(guardians.some(isNamed) && { guardians: guardians.filter(isNamed).map(toGuardian) }),
    ...(deceased && { deceased: toDeath(deceased) }),
    ...(birthRank !== undefined && { birthOrder: birthRank }),
  };
}

/** Somebody to speak to about the patient. `UNK` where nobody said how to reach them. */
export function toRelative({ role, relationship, family, given, telecoms, address }: Relative): CdaRelative {
  return {
    classCode: role,
    ...(relationship && { code: toCode(relationship) }),
    addresses: toAddresses(address ? [address] : [], UNKNOWN),
    telecoms: toTelecoms(telecoms, UNKNOWN),
    person: { family, ...(given?.trim() && { given }) },
  };
}

/** The patient's own MSSanté mailbox; absent when the identity is not qualified. */
export function patientMailbox(identity: Identity): string | undefined {
  const answer = qualify(identity);
  return isQualified(answer) ? `${answer.insMatricule.value}@patient.mssante.fr` : undefined;
}

function toName({ birthName, birthFirstName, birthGivenNames, usedName, usedFirstName }: Identity['traits']) {
  const givenNames = birthGivenNames?.trim() ? birthGivenNames : birthFirstName;
  return {
    ...(birthName.trim() && { birthFamily: birthName }),
    ...(givenNames.trim() && { givenNames }),
    ...(birthFirstName.trim() && { birthGiven: birthFirstName }),
    ...(usedName?.trim() && { usedFamily: usedName }),
    ...(usedFirstName?.trim() && { usedGiven: usedFirstName }),
  };
}

function toBirthplace({ birthPlaceInsee, birthPlaceName }: Identity['traits']): Pick<CrBioHeader['patient'], 'birthplace'> {
  const [county, city] = [birthPlaceInsee?.trim(), birthPlaceName?.trim()];
  return county || city ? { birthplace: { ...(county && { county }), ...(city && { city }) } } : {};
}

/** A name is the one thing that a document must know of somebody. */
function isNamed({ name }: Guardian): boolean {
  return name.trim() !== '';
}

function toGuardian({ name, given, kind, prefix, addresses, telecoms }: Guardian): CdaGuardian {
  const reached = { addresses: toAddresses(addresses), telecoms: toTelecoms(telecoms) };
  if (kind === 'organization') return { ...reached, organization: { name } };
  return { ...reached, person: { family: name, ...(given?.trim() && { given }), ...(prefix && { prefix }) } };
}

function toDeath({ at }: NonNullable<Identity['deceased']>): NonNullable<CrBioHeader['patient']['deceased']> {
  const time = at === undefined ? undefined : knownPart(at);
  return time === undefined ? {} : { time };
}

function distinct<T extends { root: string; extension: string }>(ids: readonly T[]): readonly T[] {
  return [...new Map(ids.map((id) => [`${id.root}^${id.extension}`, id])).values()];
}

function toBirthTime(birthDate: string): string {
  const known = knownPart(birthDate);
  if (known === undefined) throw new UnassemblableReport('no-birth-date');
  return known;
}

/** Day or month `00` are unknown: a CDA timestamp has no such date, and is cut there. */
function knownPart(date: string): string | undefined {
  return /^(\d{4})(?:(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?)?/.exec(date)?.[0];
}
