import type { Address, Guardian, Telecom } from '@segur/identity';
import type { Coded, Relative, StatedTime } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import { toAddress, toTelecom } from './patient-contacts.js';

/** People that NK1 segments name, as a report places them. */
export interface RelativesReading {
  readonly guardians: readonly Guardian[];
  readonly relatives: readonly Relative[];
}

/** HL7 table 0063 in the codes of JDV J11, system HL7 RoleCode. */
const TIES: Readonly<Record<string, { readonly code: string; readonly label: string }>> = {
  MTH: { code: 'MTH', label: 'Mère' },
  FTH: { code: 'FTH', label: 'Père' },
  PAR: { code: 'PRN', label: 'Parent, au sens père ou mère' },
  SPO: { code: 'SPS', label: 'Epoux ou épouse' },
  CHD: { code: 'CHILD', label: 'Enfant' },
  BRO: { code: 'BRO', label: 'Frère' },
  SIS: { code: 'SIS', label: 'Sœur' },
  SIB: { code: 'SIB', label: 'Frère ou sœur' },
  GRP: { code: 'GRPRN', label: 'Grand-parent' },
};
const ROLE_CODE = '2.16.840.1.113883.5.111';
const PARENTS = ['MTH', 'FTH', 'PAR'];
/** NK1-7, table 0131 as France uses it: to call in an emergency, personne de confiance. */
const ROLES: Readonly<Record<string, Relative['role']>> = { C: 'ECON', K: 'NOK' };

/** Reads NK1: parents of a minor and guardians act for the patient; others are to be spoken to. @see hl7v2.md §10.1, guardian */
export function toRelatives(segments: readonly Segment[], birthDate: string, on: StatedTime): RelativesReading {
  const guardians: Guardian[] = [];
  const relatives: Relative[] = [];
  for (const nk1 of segments) {
    const person = nk1.field(2).repetition(0);
    const [family, given] = [person.component(1).subcomponent(1).trim(), person.text(2).trim()];
    const institution = nk1.text(13).trim();
    const tie = nk1.text(3).trim().toUpperCase();
    const address = toAddress(nk1.field(4).repetition(0));
    const isWritten = address.lines.length > 0 || address.city !== undefined || address.postalCode !== undefined;
    const telecoms = [
      ...nk1.field(5).repetitions.flatMap((telecom) => toTelecom(telecom, 'H')),
      ...nk1.field(6).repetitions.flatMap((telecom) => toTelecom(telecom, 'WP')),
    ];
    if (tie === 'GRD' || (PARENTS.includes(tie) && isMinor(birthDate, on))) {
      if (family || institution) guardians.push(toGuardian({ family, given, institution }, isWritten ? [address] : [], telecoms));
    } else if (family) {
      relatives.push({
        role: ROLES[nk1.text(7).trim().toUpperCase()] ?? 'CON',
        ...toTie(tie),
        family,
        ...(given && { given }),
        telecoms,
        ...(isWritten && { address }),
      });
    }
  }
  return { guardians, relatives };
}

function toGuardian(
  { family, given, institution }: Readonly<Record<'family' | 'given' | 'institution', string>>,
  addresses: readonly Address[],
  telecoms: readonly Telecom[],
): Guardian {
  if (!family) return { name: institution, kind: 'organization', addresses, telecoms };
  return { name: family, ...(given && { given }), kind: 'person', addresses, telecoms };
}

function toTie(tie: string): { relationship?: Coded } {
  const known = Object.hasOwn(TIES, tie) ? TIES[tie] : undefined;
  return known ? { relationship: { ...known, system: ROLE_CODE } } : {};
}

/** Under eighteen on a day; unknown birth dates are of adults. */
function isMinor(birthDate: string, on: StatedTime): boolean {
  if (!/^\d{8}$/.test(birthDate)) return false;
  const today = on.slice(0, 10).replaceAll('-', '');
  return Number(today) - Number(birthDate) < 180_000;
}
