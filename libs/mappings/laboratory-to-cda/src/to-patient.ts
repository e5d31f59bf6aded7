import type { CdaAddress, CdaNull, CrBioHeader } from '@segur/cda';
import { isQualified, qualify, type Address, type Identity } from '@segur/identity';
import { SEX_LABELS } from './labels.js';
import { toAddress, toTelecoms } from './to-actors.js';
import { UnassemblableReport } from './unassemblable-report.js';

const UNKNOWN: CdaNull = { nullFlavor: 'UNK' };
const INS_ARC = '1.2.250.1.213.1.4.';
const PATIENT_MAILBOX = /@patient\.mssante\.fr$/i;

/**
 * Says who the patient is. The matricule is written only from a qualified identity.
 *
 * An unqualified one loses it wherever a sender may have put it: among the local identifiers and in the patient's mailbox.
 *
 * @throws {UnassemblableReport} `no-patient-identifier`: neither a matricule that may leave nor a number of the laboratory;
 * `no-birth-date`: the structuration minimale accepts no document without one.
 */
export function toPatient(identity: Identity): CrBioHeader['patient'] {
  const { traits } = identity;
  const answer = qualify(identity);
  const ins = isQualified(answer) ? answer.insMatricule : undefined;
  const secret = identity.insMatricule?.value;
  const local = identity.localIds.filter(({ root, extension }) => !root.startsWith(INS_ARC) && !holds(extension, secret));
  const ids = [...(ins ? [{ root: ins.oid, extension: ins.value }] : []), ...distinct(local)];
  if (ids.length === 0) throw new UnassemblableReport('no-patient-identifier');

  const telecoms = identity.telecoms.filter(({ value }) => !PATIENT_MAILBOX.test(value) && !holds(value, secret));
  const mailbox = ins ? [{ value: `mailto:${ins.value}@patient.mssante.fr` }] : [];
  const code = traits.sex === 'U' ? 'UN' : traits.sex;
  const { birthPlaceInsee, birthPlaceName, usedName, usedFirstName } = traits;
  return {
    ids,
    addresses: toAddresses(identity.addresses),
    telecoms: toTelecoms([...telecoms, ...mailbox], UNKNOWN),
    name: {
      ...(traits.birthName && { birthFamily: traits.birthName }),
      ...((traits.birthGivenNames || traits.birthFirstName) && { givenNames: traits.birthGivenNames || traits.birthFirstName }),
      ...(traits.birthFirstName && { birthGiven: traits.birthFirstName }),
      ...(usedName && { usedFamily: usedName }),
      ...(usedFirstName && { usedGiven: usedFirstName }),
    },
    gender: { code, codeSystem: '2.16.840.1.113883.5.1', displayName: SEX_LABELS[code] },
    birthTime: toBirthTime(traits.birthDate),
    ...((birthPlaceInsee || birthPlaceName) && {
      birthplace: { ...(birthPlaceInsee && { county: birthPlaceInsee }), ...(birthPlaceName && { city: birthPlaceName }) },
    }),
  };
}

/** The patient's own MSSanté mailbox; absent when the identity is not qualified. */
export function patientMailbox(identity: Identity): string | undefined {
  const answer = qualify(identity);
  return isQualified(answer) ? `${answer.insMatricule.value}@patient.mssante.fr` : undefined;
}

/** A matricule is also found without its key, or with spaces. What is too short to be one hides nothing. */
function holds(text: string, matricule: string | undefined): boolean {
  const number = matricule?.replace(/\s/g, '').slice(0, 13) ?? '';
  return number.length === 13 && text.replace(/\s/g, '').includes(number);
}

function distinct<T extends { root: string; extension: string }>(ids: readonly T[]): readonly T[] {
  return [...new Map(ids.map((id) => [`${id.root}^${id.extension}`, id])).values()];
}

function toAddresses(addresses: readonly Address[]): readonly (CdaAddress | CdaNull)[] {
  const known = addresses.flatMap((address) => toAddress(address) ?? []);
  const different = [...new Map(known.map((address) => [JSON.stringify(address), address])).values()];
  return different.length > 0 ? different : [UNKNOWN];
}

/** Day or month `00` are unknown: a CDA timestamp has no such date, and is cut there. */
function toBirthTime(birthDate: string): string {
  const known = /^(\d{4})(?:(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?)?/.exec(birthDate)?.[0];
  if (known === undefined) throw new UnassemblableReport('no-birth-date');
  return known;
}
