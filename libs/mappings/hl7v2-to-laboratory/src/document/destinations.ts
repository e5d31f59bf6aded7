import type { Segment } from '@segur/hl7v2';
import type { Remarks } from '../remarks.js';
import type { Dialect } from './document-transmission.js';
import type { Participations } from './participations.js';
import type { RoutingMetadata } from './routing-metadata.js';

/** Combinations that the volet lists for MSSanté, `*` for any: masked, hidden from patient, from representatives, secret, DMP, PS, patient. */
const LISTED = ['NNN**YY', 'NYN**YN', '*N*NNNY'] as const;

/**
 * Refuses true contradictions only: the printed table of combinations forbids what its own examples do. What it does not list is told.
 *
 * @see hl7v2.md §6, allowed combinations for MSSanté
 */
export function checkDestinations(
  routing: RoutingMetadata,
  { sender, recipients }: Participations,
  { dialect, obx, remarks }: { readonly dialect: Dialect; readonly obx: Segment; readonly remarks: Remarks },
): void {
  if (routing.hiddenFromPatient && routing.patient) remarks.add('hl7-visibility-contradiction', obx.location());
  else if (!isListed(routing)) remarks.add('hl7-combination-unlisted', obx.location());
  if (!routing.dmp && !routing.professionals && !routing.patient) remarks.add('hl7-no-destination', obx.location());
  if (dialect === '1.2' && recipients.length === 0) {
    if (routing.professionals || routing.patient) remarks.add('hl7-recipients-in-document', obx.location());
    return;
  }
  if (dialect !== '1.2' && routing.dmp && !sender) remarks.add('hl7-sender-missing', obx.location());
  const reached = (patient: boolean) => recipients.some(({ kind, mssAddress }) => (kind === 'patient') === patient && mssAddress);
  if (routing.professionals && !reached(false)) remarks.add('hl7-recipient-missing', 'PRT[1]-15');
  if (routing.patient && !reached(true)) remarks.add('hl7-recipient-missing', 'PRT[1]-15');
  if (recipients.some(({ kind, mssAddress }) => kind === 'patient' && mssAddress && !/^\d{6}[\dAB]\d{8}@/.test(mssAddress))) {
    remarks.add('hl7-patient-address', 'PRT[1]-15');
  }
}

/** The table speaks of mails: a document for the DMP alone has nothing to look up there. */
function isListed(routing: RoutingMetadata): boolean {
  if (!routing.professionals && !routing.patient) return true;
  const { maskedToProfessionals, hiddenFromPatient, hiddenFromRepresentatives, secretConnection, dmp, professionals, patient } =
    routing;
  const flags = [
    maskedToProfessionals,
    hiddenFromPatient,
    hiddenFromRepresentatives,
    secretConnection,
    dmp,
    professionals,
    patient,
  ];
  return LISTED.some((row) => flags.every((flag, index) => row[index] === '*' || row[index] === (flag ? 'Y' : 'N')));
}
