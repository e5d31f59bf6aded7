import {
  INS_AUTHORITIES,
  hasRightKey,
  type Identity,
  type IdentityStatus,
  type IdentityTraits,
  type InsMatricule,
  type LocalIdentifier,
} from '@segur/identity';
import type { Repetition, Segment } from '@segur/hl7v2';
import type { Remarks } from '../remarks.js';
import { toAddresses, toTelecoms } from './patient-contacts.js';

/** Attributes and statuses of PID-32 that forbid the use of the INS, whatever else stands there. */
const BLOCKING = ['DOUT', 'FICT', 'DOUB', 'USUR', 'INVA', 'DESA'];
/** Authorities of the abandoned INS-C. */
const INS_C = ['1.2.250.1.213.1.4.2', '1.2.250.1.213.1.4.6'];
/** Identifier types that are no hospital or laboratory number: social security, and the abandoned INS-C. */
const NOT_LOCAL = ['NH', 'SS', 'SNS', 'NN', 'INS-C', 'NIR'];

/** What the mapping must know to place local numbers. */
export interface PatientContext {
  /** OID under which the laboratory numbers patients. */
  readonly oidRoot: string;
  readonly finess: string;
}

/**
 * Reads PID: identifiers, traits, status of the identity.
 *
 * Qualified is worked out, never read: no code of table 0445 says it. It takes `VALI`, an INS under its OID, the traits, and nothing that
 * blocks. An identity that fails keeps its INS, which no encoder can print.
 *
 * @returns Nothing when the patient cannot be told: no name. The remark names the field.
 * @see PAM-FR 2.11; hl7v2.md §4.2; Référentiel INS
 */
export function toIdentity(pid: Segment, context: PatientContext, remarks: Remarks): Identity | undefined {
  const traits = toTraits(pid, remarks);
  if (!traits) return undefined;
  const insMatricule = toMatricule(pid);
  return {
    status: toStatus(pid, insMatricule, traits, remarks),
    traits,
    ...(insMatricule && { insMatricule }),
    localIds: toLocalIds(pid, context, remarks),
    addresses: toAddresses(pid),
    telecoms: toTelecoms(pid),
    ...toLife(pid),
  };
}

/** PID-24 and 25 (one of several born together), PID-29 and 30 (death). */
function toLife(pid: Segment): Pick<Identity, 'deceased' | 'birthRank'> {
  const at = /^\d{4}(?:\d{2}(?:\d{2})?)?/.exec(pid.text(29).trim())?.[0];
  const rank = pid.text(25).trim();
  return {
    ...((at !== undefined || pid.text(30) === 'Y') && { deceased: at === undefined ? {} : { at } }),
    ...(/^[1-9]$/.test(rank) && { birthRank: Number(rank) }),
  };
}

function toMatricule(pid: Segment): InsMatricule | undefined {
  for (const identifier of pid.field(3).repetitions) {
    const oid = authorityOid(identifier);
    if (oid && (Object.values(INS_AUTHORITIES) as string[]).includes(oid))
      return { value: identifier.text(1).replace(/\s/g, ''), oid };
  }
  return undefined;
}

function authorityOid(identifier: Repetition): string | undefined {
  const authority = identifier.component(4);
  const oid = [authority.subcomponent(2), authority.subcomponent(1)].find((text) => /^[012](\.\d+)+$/.test(text));
  return oid;
}

function toLocalIds(pid: Segment, { oidRoot, finess }: PatientContext, remarks: Remarks): readonly LocalIdentifier[] {
  const kept: LocalIdentifier[] = [];
  for (const identifier of pid.field(3).repetitions) {
    const extension = identifier.text(1).trim();
    const oid = authorityOid(identifier);
    const type = identifier.text(5);
    if (extension === '' || (oid && (Object.values(INS_AUTHORITIES) as string[]).includes(oid))) continue;
    if ((oid && INS_C.includes(oid)) || NOT_LOCAL.includes(type) || type === 'INS') {
      remarks.add('hl7-ins-c-ignored', pid.location(3));
      continue;
    }
    const foreign = identifier.component(4).subcomponent(2);
    if (!oid && foreign !== '' && foreign !== finess) remarks.add('hl7-authority-without-oid', pid.location(3));
    kept.push({ root: oid ?? oidRoot, extension });
  }
  return kept;
}

function toTraits(pid: Segment, remarks: Remarks): IdentityTraits | undefined {
  const names = pid.field(5).repetitions.filter((name) => name.state === 'value');
  const birth = names.find((name) => name.text(7) === 'L') ?? names.find((name) => name.text(7) === '') ?? names[0];
  const used = names.find((name) => name.text(7) === 'D');
  const birthName = birth?.component(1).subcomponent(1).trim();
  if (!birth || !birthName) {
    remarks.add('hl7-required', pid.location(5));
    return undefined;
  }
  const givenNames = birth.text(3).trim();
  const birthFirstName = birth.text(2).trim() || (givenNames.split(/\s+/)[0] ?? '');
  const usedName = used && used !== birth ? used.component(1).subcomponent(1).trim() : '';
  const usedFirstName = used && used !== birth ? used.text(2).trim() : '';
  return {
    birthName,
    birthFirstName,
    ...(givenNames && { birthGivenNames: givenNames }),
    ...(usedName && { usedName }),
    ...(usedFirstName && { usedFirstName }),
    birthDate: toBirthDate(pid, remarks),
    sex: toSex(pid.text(8)),
    ...toBirthPlace(pid, remarks),
  };
}

/** Kept as text: the INS knows births of the 00th of the 00th month. An hour after the day says nothing. */
function toBirthDate(pid: Segment, remarks: Remarks): string {
  const text = pid.text(7).trim();
  if (text === '') return '';
  const date = /^(\d{4}(?:\d{2}(?:\d{2})?)?)(?:\d{2,6}(?:\.\d+)?)?(?:[+-]\d{4})?$/.exec(text)?.[1];
  if (!date || Number(date.slice(4, 6)) > 12 || Number(date.slice(6, 8)) > 31) remarks.add('hl7-timestamp', pid.location(7));
  return date ?? '';
}

function toSex(code: string): IdentityTraits['sex'] {
  return code === 'M' || code === 'F' ? code : 'U';
}

function toBirthPlace(pid: Segment, remarks: Remarks): Pick<IdentityTraits, 'birthPlaceInsee' | 'birthPlaceName'> {
  const place = pid.field(11).repetitions.find((address) => address.text(7) === 'BDL');
  const isCog = (text: string) => /^(?:\d{2}|2[AB])\d{3}$/.test(text);
  const proper = place?.text(9).trim() ?? '';
  // Seen as a postal code, or as a country code for a birth abroad.
  const misplaced = [place?.text(5) ?? '', place?.text(6) ?? ''].find(isCog);
  if (!isCog(proper) && misplaced) remarks.add('hl7-field-misplaced', `${pid.location(11)}.9`);
  const insee = isCog(proper) ? proper : misplaced;
  const name = place?.text(3).trim() || pid.text(23).trim();
  return { ...(insee && { birthPlaceInsee: insee }), ...(name && { birthPlaceName: name }) };
}

function toStatus(pid: Segment, ins: InsMatricule | undefined, traits: IdentityTraits, remarks: Remarks): IdentityStatus {
  const said = pid.field(32).repetitions.map((status) => status.text(1).trim().toUpperCase());
  const blocked = said.some((status) => BLOCKING.includes(status)) || pid.text(31) === 'Y';
  if (blocked) {
    remarks.add('hl7-identity-blocked', pid.location(32));
    return 'provisoire';
  }
  const validated = said.includes('VALI');
  if (!ins) return validated ? 'validee' : 'provisoire';
  if (!hasRightKey(ins.value)) {
    remarks.add('hl7-ins-invalid', pid.location(3));
    return validated ? 'validee' : 'provisoire';
  }
  if (!validated) return 'recuperee';
  const whole = traits.birthFirstName !== '' && traits.birthDate.length === 8 && traits.sex !== 'U';
  if (!whole || !traits.birthPlaceInsee) remarks.add('hl7-traits-missing', pid.location());
  return whole ? 'qualifiee' : 'validee';
}
