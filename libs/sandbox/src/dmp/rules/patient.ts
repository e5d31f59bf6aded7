import type { ReceivedLot } from '../received-lot.js';
import type { Refusal } from '../refusal.js';
import { identifier, SCHEME } from '../registry-objects.js';

/** A patient identifier as the DMP writes it: CX.1, and the universal id of CX.4. */
export interface PatientId {
  readonly matricule: string;
  readonly authority: string;
}

/** Reads `{matricule}^^^&{oid}&ISO^NH`. Absent when it is not of that form: CX.5 `NH` is the French profile's. */
export function readPatientId(cx: string): PatientId | undefined {
  const [, matricule, authority] = /^(\w{15})\^\^\^&([\d.]+)&ISO\^NH$/.exec(cx) ?? [];
  return matricule && authority ? { matricule, authority } : undefined;
}

/** M3: one patient in the whole lot, named by an INS of this environment whose key is right. */
export function patientRefusals({ set, entries }: ReceivedLot, insAuthorities: readonly string[]): Refusal[] {
  const expected = identifier(set, SCHEME.setPatientId) ?? '';
  const strangers = entries.filter((entry) => identifier(entry, SCHEME.documentPatientId) !== expected);
  const patient = readPatientId(expected);
  return [
    ...strangers.map(({ id }) => refusal('the patientId of an entry is not that of the set', id)),
    ...(!patient
      ? [refusal('a patientId is written {matricule}^^^&{INS OID}&ISO^NH', set.id)]
      : !insAuthorities.includes(patient.authority)
        ? [refusal('the authority of the patientId is not an INS OID of this environment', set.id)]
        : hasValidKey(patient.matricule)
          ? []
          : [refusal('the key of the matricule INS is wrong', set.id)]),
  ];
}

/** The number and its key add up to a multiple of 97; Corsica's 2A counts as 19 and 2B as 18. */
export function hasValidKey(matricule: string): boolean {
  const digits = matricule.replace(/^(.{5})2A/, '$119').replace(/^(.{5})2B/, '$118');
  if (!/^\d{15}$/.test(digits)) return false;
  const key = Number(digits.slice(13));
  return key >= 1 && key <= 97 && (Number(digits.slice(0, 13)) + key) % 97 === 0;
}

function refusal(message: string, location: string): Refusal {
  return { code: 'XDSPatientIdDoesNotMatch', rule: 'SIM-M3', message, location };
}
