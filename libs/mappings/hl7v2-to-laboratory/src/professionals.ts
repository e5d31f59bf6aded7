import type { Professional } from '@segur/laboratory';
import type { Repetition } from '@segur/hl7v2';
import { toNationalNumber } from '@segur/results-to-laboratory';

/** OID of the national register of professionals. */
const PROFESSIONALS_OID = '1.2.250.1.71.4.2.1';
const PREFIXES: Readonly<Record<string, 'M' | 'MME'>> = { M: 'M', MR: 'M', MONSIEUR: 'M', MME: 'MME', MADAME: 'MME' };
const SUFFIXES = ['DR', 'MC', 'MG', 'PC', 'PG', 'PR'] as const;

/** Reads a person of data type XCN, or nothing when the repetition holds neither number nor name. */
export function toProfessional(person: Repetition): Professional | undefined {
  const parts = person.component(1).raw.includes('&') && person.componentCount === 1 ? 'subcomponents' : 'components';
  // OBR-32 is an NDL, whose first component is a person cut in sub-components; senders write a plain XCN there as often.
  const part = (number: number) =>
    parts === 'components' ? person.component(number).subcomponent(1).trim() : person.component(1).subcomponent(number).trim();
  const [number, family, given, title] = [part(1), part(2), part(3), part(6).toUpperCase().replace('.', '')];
  if (number === '' && family === '') return undefined;
  const nationalId = toNationalId(number, person.component(9).subcomponent(2), person.text(13));
  const suffix = SUFFIXES.find((known) => known === title);
  const prefix = PREFIXES[title];
  return {
    ...(nationalId ? { nationalId } : number !== '' && { localId: number }),
    family,
    ...(given && { given }),
    ...(prefix && { prefix }),
    ...(suffix && { suffix }),
    telecoms: [],
  };
}

/**
 * A number of the national register, with its type digit: `8` + RPPS, `0` + ADELI. Nothing when neither the type nor the authority says
 * that it is one: eleven figures alone are not an RPPS.
 *
 * @see CI-SIS Annexe, identifiants de professionnels (PS_IdNat)
 */
export function toNationalId(number: string, authority: string, type: string): string | undefined {
  const kind = type.trim().toUpperCase();
  if (authority !== PROFESSIONALS_OID && !['RPPS', 'ADELI', 'IDNPS'].includes(kind)) return undefined;
  if (/^[35]/.test(number) && kind === 'IDNPS') return toNationalNumber(number, 'either') ?? number;
  return toNationalNumber(number, kind === 'RPPS' || kind === 'ADELI' ? kind : 'either');
}
