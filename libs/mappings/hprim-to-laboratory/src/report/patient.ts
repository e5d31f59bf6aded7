import type { HprimSegment } from '@segur/hprim';
import type { Address, Identity, IdentityTraits, LocalIdentifier, Telecom } from '@segur/identity';
import type { Remarks } from '../remarks.js';

/**
 * Reads P. The format has no code for the reliability of an identity and no place for an INS: the identity is provisional, always, and no
 * matricule is ever taken from it.
 *
 * @param oidRoot - OID under which the laboratory numbers patients.
 * @returns Nothing when the patient cannot be told: no name, first name, birth date or number. The remark names the field.
 * @see hprim-sante.md §1.5, §3.5
 */
export function toIdentity(p: HprimSegment, oidRoot: string, remarks: Remarks): Identity | undefined {
  const traits = toTraits(p, remarks);
  const localIds = toLocalIds(p, oidRoot, remarks);
  if (!p.field(11).isEmpty) remarks.add('hprim-ins-ignored', p.location(11));
  if (!traits || localIds.length === 0) return undefined;
  return { status: 'provisoire', traits, localIds, addresses: toAddresses(p), telecoms: toTelecoms(p) };
}

function toTraits(p: HprimSegment, remarks: Remarks): IdentityTraits | undefined {
  const [inUse, birthFirstName, second] = [1, 2, 3].map((part) => p.text(5, part).trim()) as [string, string, string];
  const birthName = p.text(6).trim() || inUse;
  const birthDate = toBirthDate(p, remarks);
  if (birthName === '') remarks.add('hprim-required', p.location(5));
  if (birthFirstName === '') remarks.add('hprim-required', `${p.location(5)}.2`);
  if (birthName === '' || birthFirstName === '' || birthDate === undefined) return undefined;
  return {
    birthName,
    birthFirstName,
    ...(second && { birthGivenNames: `${birthFirstName} ${second}` }),
    ...(inUse !== '' && inUse !== birthName && { usedName: inUse }),
    birthDate,
    sex: toSex(p, remarks),
  };
}

/** Kept as text: births of the 00th of the 00th month exist. An hour after the day says nothing. */
function toBirthDate(p: HprimSegment, remarks: Remarks): string | undefined {
  const text = p.text(7).trim();
  const date = /^(\d{8})(?:\d{2,6})?$/.exec(text)?.[1];
  if (date && Number(date.slice(4, 6)) <= 12 && Number(date.slice(6)) <= 31) return date;
  remarks.add(text === '' ? 'hprim-required' : 'hprim-timestamp', p.location(7));
  return undefined;
}

function toSex(p: HprimSegment, remarks: Remarks): IdentityTraits['sex'] {
  const code = p.text(8).trim().toUpperCase();
  if (code === 'M' || code === 'F') return code;
  if (code !== 'U' && code !== '') remarks.add('hprim-sex-unknown', p.location(8));
  return 'U';
}

/** P.3 is the laboratory's number. The requester's, P.2, has no authority: under one OID, two numbers could be those of two patients. */
function toLocalIds(p: HprimSegment, oidRoot: string, remarks: Remarks): readonly LocalIdentifier[] {
  const [foreign, own] = [p.text(2).trim(), p.text(3).trim()];
  if (own !== '') {
    if (foreign !== '' && foreign !== own) remarks.add('hprim-patient-number-foreign', p.location(2));
    return [{ root: oidRoot, extension: own }];
  }
  remarks.add(foreign === '' ? 'hprim-required' : 'hprim-authority-without-oid', p.location(foreign === '' ? 3 : 2));
  return foreign === '' ? [] : [{ root: oidRoot, extension: foreign }];
}

function toAddresses(p: HprimSegment): readonly Address[] {
  return p.field(10).repetitions.flatMap((address) => {
    const [line1, line2, city, , postalCode] = [1, 2, 3, 4, 5].map((part) => address.text(part).trim());
    const lines = [line1 ?? '', line2 ?? ''].filter((line) => line !== '');
    if (lines.length === 0 && !city && !postalCode) return [];
    return [{ lines, ...(postalCode && { postalCode }), ...(city && { city }) }];
  });
}

function toTelecoms(p: HprimSegment): readonly Telecom[] {
  return p.field(12).repetitions.flatMap((telecom): Telecom[] => {
    const text = telecom.text(1).trim();
    const number = text.replace(/[\s.()-]/g, '');
    if (/^\+?\d{3,20}$/.test(number)) return [{ value: `tel:${number}`, use: 'H' }];
    return /^[^\s@]+@[^\s@]+$/.test(text) ? [{ value: `mailto:${text}`, use: 'H' }] : [];
  });
}
