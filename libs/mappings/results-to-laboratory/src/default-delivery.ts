import type { DeliveryWishes, Report } from '@segur/laboratory';

/**
 * Where a report goes when its message does not say: everywhere, but for in-patients, whose mails a person decides on. A message that is
 * not of production goes nowhere.
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
