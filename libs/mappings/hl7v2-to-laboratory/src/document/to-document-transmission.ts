import type { Finding } from '@segur/errors';
import type { Identity } from '@segur/identity';
import { headerOf, type Hl7Message, type Segment } from '@segur/hl7v2';
import type { DeliveryWishes, Report } from '@segur/laboratory';
import { toGroups, type MessageGroups, type ObservationGroup, type OrderGroup } from '../message-groups.js';
import { fillerNumberOf } from '../message-kind.js';
import { Remarks } from '../remarks.js';
import { toIdentity, type PatientContext } from '../report/patient.js';
import { toEncounter } from '../report/visit.js';
import { StatedTimes } from '../stated-times.js';
import { decodeBase64, payloadKind } from './document-payload.js';
import { toParticipations, type Party, type Participations } from './participations.js';
import { toRoutingMetadata, type RoutingMetadata } from './routing-metadata.js';

export type { Party } from './participations.js';

/** One finished document, as a laboratory entrusts it: the bytes, whose they are, where they go. */
export interface DocumentTransmission {
  /** MSH-21.1. */
  readonly dialect: '1.2' | '2.0' | '2.1';
  /** `NW`: first sending. Replacement and deletion come with later work. */
  readonly order: 'NW';
  /** The CDA, byte for byte. */
  readonly cda: Buffer;
  /** OBX-3 of the document. */
  readonly documentType: { readonly code: string; readonly label: string };
  readonly identity: Identity;
  readonly encounter: Report['encounter'];
  readonly fillerNumber: string;
  readonly placerNumber?: string;
  readonly delivery: DeliveryWishes;
  /** DMP: secret connection asked for. */
  readonly secretConnection: boolean;
  readonly confidentialityChanged: boolean;
  readonly sender?: Party;
  /** Professionals, organisations, applications and the patient, in the order of the message. */
  readonly recipients: readonly Party[];
  /** Address for answers. */
  readonly replyTo?: string;
  /** Business acknowledgements that the sender wants back (ZAM). */
  readonly acknowledgements: { readonly reception: boolean; readonly reading: boolean };
  /** Texts of the mails; absent: a default one. */
  readonly bodies: { readonly professionals?: string; readonly patient?: string };
  readonly patientMayAnswer: boolean;
}

/** A transmission, or why there is none. */
export type TransmissionReading =
  | { readonly status: 'read'; readonly transmission: DocumentTransmission; readonly findings: readonly Finding[] }
  | { readonly status: 'refused'; readonly findings: readonly Finding[] };

const DIALECTS = ['1.2', '2.0', '2.1'] as const;
const REPORT = '11502-2';

/**
 * Reads an ORU^R01 that carries one CDA level 3 laboratory report for its first sending.
 *
 * That the patient of PID is the patient of the CDA is for whoever parses the CDA to check (ERR-5 904).
 *
 * @param context - Where local patient numbers without an authority belong.
 * @see Volet Transmission de document(s) CDA en HL7v2; hl7v2.md §3.2, §5.4, §6, §8.5
 */
export function toDocumentTransmission(
  message: Hl7Message,
  context: PatientContext & { readonly timeZone?: string },
): TransmissionReading {
  const remarks = new Remarks(message.findings);
  const header = headerOf(message);
  if (header.messageCode !== 'ORU' || header.triggerEvent !== 'R01') remarks.add('hl7-message-type', message.header.location(9));
  const dialect = DIALECTS.find((known) => known === header.profile.id);
  if (!dialect) remarks.add('hl7-profile', message.header.location(21));
  const groups = toGroups(message, remarks);
  const transmission = dialect && assemble({ message, groups, dialect, context, remarks });
  return transmission && !remarks.refuses
    ? { status: 'read', transmission, findings: remarks.findings }
    : { status: 'refused', findings: remarks.findings };
}

interface Reading {
  readonly message: Hl7Message;
  readonly groups: MessageGroups;
  readonly dialect: DocumentTransmission['dialect'];
  readonly context: PatientContext & { readonly timeZone?: string };
  readonly remarks: Remarks;
}

function assemble({ message, groups, dialect, context, remarks }: Reading): DocumentTransmission | undefined {
  const [patient] = groups.patients;
  const [order] = groups.orders;
  const fillerNumber = fillerNumberOf(message);
  if (groups.patients.length > 1) remarks.add('hl7-several-patients-not-read', groups.patients[1]?.location() ?? 'PID[2]');
  if (!patient) remarks.add('hl7-required', 'PID[1]');
  else if (patient.field(3).state !== 'value') remarks.add('hl7-required', patient.location(3));
  if (!fillerNumber) remarks.add('hl7-required', order?.obr.location(3) ?? 'OBR[1]-3');
  const identity = patient && toIdentity(patient, context, remarks);
  const document = order && toDocument(order, dialect, remarks);
  if (!order || !document || !identity || !fillerNumber) return undefined;

  const routing = toRoutingMetadata(order.observations.slice(1).filter(isMetadata), document.obx, remarks);
  const parties = toParticipations(
    order.observations.flatMap(({ participations }) => participations),
    remarks,
  );
  checkDestinations(routing, parties, { dialect, obx: document.obx, remarks });
  const production = headerOf(message).processingId !== 'T' && headerOf(message).processingId !== 'D';
  if (!production) remarks.add('hl7-test-message', message.header.location(11));
  const placerNumber = order.obr.text(2) || (order.orc?.text(2) ?? '');
  return {
    dialect,
    order: 'NW',
    cda: document.cda,
    documentType: { code: document.obx.text(3), label: document.obx.text(3, 2) },
    identity,
    encounter: toEncounter(groups.visit, new StatedTimes(context.timeZone ?? 'Europe/Paris', remarks)),
    fillerNumber,
    ...(placerNumber && { placerNumber }),
    delivery: {
      dmp: production && routing.dmp,
      professionals: production && routing.professionals,
      patient: production && routing.patient,
      maskedToProfessionals: routing.maskedToProfessionals,
      hiddenFromPatient: routing.hiddenFromPatient,
      hiddenFromRepresentatives: routing.hiddenFromRepresentatives,
    },
    secretConnection: routing.secretConnection,
    confidentialityChanged: routing.confidentialityChanged,
    ...parties,
    acknowledgements: { reception: routing.wantsReception, reading: routing.wantsReading },
    bodies: {
      ...(routing.professionalBody && { professionals: routing.professionalBody }),
      ...(routing.patientBody && { patient: routing.patientBody }),
    },
    patientMayAnswer: routing.patientMayAnswer,
  };
}

/** COMP_LOT names the documents of a submission set, in version 1.2: one document is one set. */
function isMetadata({ obx }: ObservationGroup): boolean {
  return obx.text(3).trim().toUpperCase() !== 'COMP_LOT';
}

function toDocument(
  { orc, obr, observations }: OrderGroup,
  dialect: string,
  remarks: Remarks,
): { obx: Segment; cda: Buffer } | undefined {
  const documents = observations.filter(({ obx }) => obx.text(2) === 'ED' && obx.text(5, 3).trim().toUpperCase() === 'XML');
  const obx = observations[0]?.obx;
  if (!obx) {
    remarks.add('hl7-required', 'OBX[1]');
    return undefined;
  }
  if (documents.length === 0 || documents[0]?.obx !== obx) remarks.add('hl7-sequence', obx.location());
  if (documents.length > 1) remarks.add('hl7-several-documents-not-read', documents[1]?.obx.location() ?? obx.location());
  refuseOrder(orc, obx, dialect, remarks);
  if (obx.text(3) !== REPORT) remarks.add('hl7-document-type-not-read', obx.location(3));
  // Version 1.2 put the examination in OBR-4.
  if (dialect !== '1.2' && obx.text(3) !== obr.text(4)) remarks.add('hl7-document-type-mismatch', obr.location(4));
  const cda = decodeBase64(obx.field(5).component(5).raw);
  const kind = cda && payloadKind(cda);
  if (!cda || kind === 'not-cda') remarks.add('hl7-document-unreadable', obx.location(5));
  if (kind === 'cda-level-1') remarks.add('hl7-document-level-not-read', obx.location(5));
  return cda && kind === 'cda' ? { obx, cda } : undefined;
}

function refuseOrder(orc: Segment | undefined, obx: Segment, dialect: string, remarks: Remarks): void {
  const control = orc?.text(1) ?? '';
  const status = obx.text(11);
  const location = orc?.location(1) ?? 'ORC[1]-1';
  const agreed: Readonly<Record<string, string>> = { NW: 'F', RO: 'C', CA: 'D', ...(dialect !== '2.1' && { SC: 'F' }) };
  if (control === '') remarks.add('hl7-required', location);
  else if (!agreed[control]) remarks.add('hl7-order-control-not-read', location);
  else if (agreed[control] !== status) remarks.add('hl7-order-status-mismatch', location);
  else if (control === 'RO') remarks.add('hl7-replacement-not-read', location);
  else if (control === 'CA') remarks.add('hl7-deletion-not-read', location);
}

/** Refuses true contradictions only: the printed matrix of combinations forbids what its own examples do. @see hl7v2.md §6 */
function checkDestinations(
  routing: RoutingMetadata,
  { recipients }: Participations,
  { dialect, obx, remarks }: { dialect: string; obx: Segment; remarks: Remarks },
): void {
  if (routing.hiddenFromPatient && routing.patient) remarks.add('hl7-visibility-contradiction', obx.location());
  if (!routing.dmp && !routing.professionals && !routing.patient) remarks.add('hl7-no-destination', obx.location());
  const reached = (patient: boolean) => recipients.some(({ kind, mssAddress }) => (kind === 'patient') === patient && mssAddress);
  if (dialect === '1.2' && recipients.length === 0) {
    if (routing.professionals || routing.patient) remarks.add('hl7-recipients-in-document', obx.location());
    return;
  }
  if (routing.professionals && !reached(false)) remarks.add('hl7-recipient-missing', 'PRT[1]-15');
  if (routing.patient && !reached(true)) remarks.add('hl7-recipient-missing', 'PRT[1]-15');
  if (recipients.some(({ kind, mssAddress }) => kind === 'patient' && mssAddress && !/^\d{6}[\dAB]\d{8}@/.test(mssAddress))) {
    remarks.add('hl7-patient-address', 'PRT[1]-15');
  }
}
