import type { DeliveryWishes, Report } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import type { StatedTimes } from '../stated-times.js';

const KINDS: Readonly<Record<string, Report['encounter']['kind']>> = { I: 'IMP', E: 'EMER' };

/** Reads PV1; without one, the patient came to the laboratory. */
export function toEncounter(visit: Segment | undefined, times: StatedTimes): Report['encounter'] {
  if (!visit) return { kind: 'AMB' };
  const id = visit.text(19).trim();
  const start = times.at(visit, 44);
  return { kind: KINDS[visit.text(2).trim().toUpperCase()] ?? 'AMB', ...(id && { id }), ...(start && { start }) };
}

/**
 * Where a report goes when its message does not say: everywhere, but for in-patients, whose mails a person decides on. A message that is
 * not of production (MSH-11) goes nowhere.
 *
 * @see hl7v2.md §4.1, §4.3
 */
export function defaultDelivery(encounter: Report['encounter'], production: boolean): DeliveryWishes {
  const mails = production && encounter.kind !== 'IMP';
  return {
    dmp: production,
    professionals: mails,
    patient: mails,
    maskedToProfessionals: false,
    hiddenFromPatient: false,
    hiddenFromRepresentatives: false,
  };
}
