import type { CdaHeader } from '@segur/cda';
import type { Finding } from '@segur/errors';
import type { DocumentTransmission, Party } from '@segur/hl7v2-to-laboratory';
import { INS_AUTHORITIES, isQualified, qualify } from '@segur/identity';
import { sheetEncounterOf, type DeliveryRecipient, type DeliverySheet } from '@segur/laboratory';

/** What only we know of a document that a laboratory entrusts. */
export interface EntrustedAs {
  readonly reportSetId: string;
  readonly revision: number;
}

/**
 * What is wrong between a transmission and the document it carries, or is asked for and not done yet.
 *
 * @see hl7v2.md §8.5: PID-3 ≠ CDA patientRole/id is application error 904
 */
export function checkEntrusted(
  { identity, secretConnection, acknowledgements, bodies }: DocumentTransmission,
  header: CdaHeader,
): Finding[] {
  const findings: Finding[] = [];
  const add = (severity: Finding['severity'], code: string, location: string, message: string, messageFr: string) =>
    void findings.push({ severity, code, location, message, messageFr });

  const numbers = [identity.insMatricule?.value, ...identity.localIds.map(({ extension }) => extension)];
  if (!header.patient.ids.some(({ extension }) => extension !== undefined && numbers.includes(extension))) {
    add(
      'error',
      'document-other-patient',
      'PID[1]-3',
      'The patient of the message is not the patient of the document',
      'Le patient du message n’est pas celui du document',
    );
  }
  const ins = header.patient.ids.find(({ root }) => (Object.values(INS_AUTHORITIES) as string[]).includes(root));
  if (ins && identity.insMatricule && ins.extension !== identity.insMatricule.value) {
    add(
      'error',
      'document-other-ins',
      'PID[1]-3',
      'The INS of the message is not the INS of the document',
      'L’INS du message n’est pas celle du document',
    );
  }
  if (secretConnection) {
    add(
      'error',
      'document-secret-connection-not-read',
      'OBX CONNEXION_SECRETE',
      'A secret connection to the DMP is not done yet',
      'La connexion secrète au DMP n’est pas encore prise en charge',
    );
  }
  if (acknowledgements.reading) {
    add(
      'warning',
      'document-acknowledgement-not-sent',
      'OBX ACK_LECTURE_MSS',
      'Acknowledgements of reading (ZAM^Z03) are not sent back yet',
      'Les accusés de lecture (ZAM^Z03) ne sont pas encore renvoyés',
    );
  }
  if (bodies.professionals !== undefined || bodies.patient !== undefined) {
    add(
      'warning',
      'document-mail-body-not-used',
      'OBX CORPSMAIL',
      'Mails carry the default text instead of the one in the message',
      'Les messages portent le texte par défaut au lieu de celui transmis',
    );
  }
  return [...findings, ...checkDocument(header)];
}

/** What is wrong with a document that came finished, whoever carried it. */
export function checkDocument({ id }: CdaHeader): Finding[] {
  if (id.extension === undefined) return [];
  const message = 'The identifier of the document must be one OID';
  const messageFr = 'L’identifiant du document doit être un OID seul';
  return [{ severity: 'error', code: 'document-id-not-oid', location: '/ClinicalDocument/id', message, messageFr }];
}

/** Says what the channels need to deliver a document that came finished. */
export function toEntrustedSheet(transmission: DocumentTransmission, header: CdaHeader, as: EntrustedAs): DeliverySheet {
  const { identity, delivery, encounter, fillerNumber, placerNumber } = transmission;
  const answer = qualify(identity);
  return {
    ...as,
    documentId: header.id.root,
    ...(isQualified(answer) && { qualifiedIns: answer.insMatricule }),
    recipients: transmission.recipients.flatMap((party) => toRecipient(party, transmission, header)),
    delivery,
    encounterKind: sheetEncounterOf(encounter),
    fillerNumber,
    ...(placerNumber !== undefined && { placerNumber }),
  };
}

function toRecipient({ kind, id, mssAddress }: Party, { delivery }: DocumentTransmission, header: CdaHeader): DeliveryRecipient[] {
  const address = mssAddress === undefined ? {} : { mssAddress };
  if (kind === 'patient') return delivery.patient && !delivery.hiddenFromPatient ? [{ role: 'patient', ...address }] : [];
  if (!delivery.professionals) return [];
  const prescribed = header.participants.some(
    ({ typeCode, ids }) => typeCode === 'REF' && ids.some(({ extension }) => extension === id),
  );
  return [{ role: prescribed ? 'prescriber' : 'correspondent', ...address, ...(id !== undefined && { nationalId: id }) }];
}
