import { sheetEncounterOf, type DeliveryRecipient, type DeliverySheet, type Professional, type Report } from '@segur/laboratory';
import { isQualified, qualify } from '@segur/identity';
import { patientMailbox } from './to-patient.js';
import { withoutMatricule } from './without-matricule.js';

/**
 * Says what the channels need to deliver the document of a report.
 *
 * Only those who should get a mail are recipients. The patient is one when the identity is qualified and the report is not hidden
 * from them; their mailbox is made from the matricule.
 *
 * @param documentId - OID of the version of the document.
 */
export function toDeliverySheet(stated: Report, documentId: string): DeliverySheet {
  const report = withoutMatricule(stated);
  const { delivery, identity } = report;
  const answer = qualify(identity);
  const mailbox = delivery.patient && !delivery.hiddenFromPatient ? patientMailbox(identity) : undefined;
  return {
    reportSetId: report.reportSetId,
    revision: report.revision,
    documentId,
    ...(isQualified(answer) && { qualifiedIns: answer.insMatricule }),
    recipients: [
      ...(delivery.professionals ? professionals(report) : []),
      ...(mailbox === undefined ? [] : [{ role: 'patient', mssAddress: mailbox } as const]),
    ],
    delivery,
    encounterKind: sheetEncounterOf(report.encounter),
    fillerNumber: report.fillerNumber,
    ...(report.placerNumber !== undefined && { placerNumber: report.placerNumber }),
  };
}

/** The prescriber, then those in copy; a person named twice gets one mail. */
function professionals({ prescriber, copies }: Report): readonly DeliveryRecipient[] {
  const all = [
    ...(prescriber ? [toRecipient('prescriber', prescriber)] : []),
    ...copies.map((copy) => toRecipient('correspondent', copy)),
  ];
  const seen = new Set<string>();
  return all.filter(({ nationalId, mssAddress }) => {
    const keys = [nationalId, mssAddress?.toLowerCase()].filter((key) => key !== undefined);
    const known = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return !known;
  });
}

function toRecipient(role: 'prescriber' | 'correspondent', { mssAddress, nationalId }: Professional): DeliveryRecipient {
  return { role, ...(mssAddress !== undefined && { mssAddress }), ...(nationalId !== undefined && { nationalId }) };
}
