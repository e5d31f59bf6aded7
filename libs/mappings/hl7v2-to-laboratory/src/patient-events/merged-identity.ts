import type { Segment } from '@segur/hl7v2';
import { INS_AUTHORITIES, type InsMatricule, type LocalIdentifier } from '@segur/identity';
import type { Remarks } from '../remarks.js';
import type { PatientContext } from '../report/patient.js';
import type { MergedIdentity } from './patient-event.js';

const INS_OIDS: readonly string[] = Object.values(INS_AUTHORITIES);

/** Reads MRG-1: the numbers of the record that is given up. Nothing when there is none. @see HL7 v2.5.1 §3.4.9 */
export function toMergedIdentity(mrg: Segment, { oidRoot, finess }: PatientContext, remarks: Remarks): MergedIdentity | undefined {
  const localIds: LocalIdentifier[] = [];
  let insMatricule: InsMatricule | undefined;
  for (const identifier of mrg.field(1).repetitions) {
    const number = identifier.text(1).trim();
    if (number === '') continue;
    const authority = identifier.component(4);
    const oid = [authority.subcomponent(2), authority.subcomponent(1)].find((text) => /^[012](\.\d+)+$/.test(text));
    const foreign = authority.subcomponent(2);
    if (oid === undefined && foreign !== '' && foreign !== finess) remarks.add('hl7-authority-without-oid', mrg.location(1));
    if (oid !== undefined && INS_OIDS.includes(oid)) insMatricule ??= { value: number.replace(/\s/g, ''), oid };
    else if (identifier.text(5) !== 'INS') localIds.push({ root: oid ?? oidRoot, extension: number });
  }
  return localIds.length === 0 && !insMatricule ? undefined : { localIds, ...(insMatricule && { insMatricule }) };
}
