import { headerOf, type Hl7Message } from '@segur/hl7v2';
import type { Identifier } from '@segur/laboratory';
import { toGroups, type MessageGroups, type ObservationGroup, type OrderGroup } from '../message-groups.js';
import { fillerNumberOf } from '../message-kind.js';
import { Remarks } from '../remarks.js';
import { toIdentity, type PatientContext } from '../report/patient.js';
import { toEncounter } from '../report/visit.js';
import { StatedTimes } from '../stated-times.js';
import { checkDestinations } from './destinations.js';
import type { Dialect, DocumentTransmission, EntrustedDocument, TransmissionReading } from './document-transmission.js';
import { toDocuments } from './documents.js';
import { toAction } from './order-action.js';
import { toParticipations } from './participations.js';
import { toRoutingMetadata } from './routing-metadata.js';

const DIALECTS = ['1.2', '2.0', '2.1'] as const;
const PROFILES: Readonly<Record<Dialect, RegExp>> = {
  '1.2': /^(?:CISIS_CDA_HL7_V1)?$/,
  '2.0': /^(?:CISIS_CDA_HL7_V2)?$/,
  '2.1': /^(?:CISIS_CDA_HL7_V2)?$/,
};
const MDM_EVENTS = ['T02', 'T04', 'T10'];

/**
 * Reads an ORU^R01 or a MDM^T02, T04, T10 that entrusts a finished laboratory report: a first sending, a replacement or a deletion.
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
  const { header } = message;
  const { messageCode, triggerEvent, version, profile } = headerOf(message);
  const carrier = messageCode === 'MDM' ? 'MDM' : 'ORU';
  if (carrier === 'ORU' && (messageCode !== 'ORU' || triggerEvent !== 'R01')) remarks.add('hl7-message-type', header.location(9));
  if (carrier === 'MDM' && !MDM_EVENTS.includes(triggerEvent)) remarks.add('hl7-event-not-read', header.location(9));
  if (!/^2\.[5-8]/.test(version)) remarks.add('hl7-version', header.location(12));
  const dialect = DIALECTS.find((known) => known === profile.id && PROFILES[known].test(profile.name));
  if (!dialect) remarks.add('hl7-profile', header.location(21));
  const groups = toGroups(message, remarks);
  const transmission = dialect && assemble({ message, groups, carrier, dialect, context, remarks });
  return transmission && !remarks.refuses
    ? { status: 'read', transmission, findings: remarks.findings }
    : { status: 'refused', findings: remarks.findings };
}

interface Reading {
  readonly message: Hl7Message;
  readonly groups: MessageGroups;
  readonly carrier: 'ORU' | 'MDM';
  readonly dialect: Dialect;
  readonly context: PatientContext & { readonly timeZone?: string };
  readonly remarks: Remarks;
}

function assemble({ message, groups, carrier, dialect, context, remarks }: Reading): DocumentTransmission | undefined {
  const [patient] = groups.patients;
  const [order, second] = groups.orders;
  if (groups.patients.length > 1) remarks.add('hl7-several-patients-not-read', groups.patients[1]?.location() ?? 'PID[2]');
  if (second) remarks.add('hl7-several-orders-not-read', second.obr.location());
  if (!patient) remarks.add('hl7-required', 'PID[1]');
  else if (patient.field(3).state !== 'value') remarks.add('hl7-required', patient.location(3));
  const fillerNumber = numberOf(message, carrier, remarks);
  if (!fillerNumber) remarks.add('hl7-required', order?.obr.location(3) ?? 'OBR[1]-3');
  const identity = patient && toIdentity(patient, context, remarks);
  const found = order && toDocuments(order, { dialect, most: carrier === 'ORU' ? 2 : 1 }, remarks);
  if (!order || !found) return undefined;

  const [obx] = found.segments;
  const event = { trigger: headerOf(message).triggerEvent, location: message.header.location(9) };
  const action = toAction({ orc: order.orc, documents: found.segments, dialect, ...(carrier === 'MDM' && { event }) }, remarks);
  const others = order.observations.filter((group) => !found.segments.includes(group.obx));
  const routing = toRoutingMetadata(
    others.filter((group) => !isSubmissionSet(group)),
    obx,
    remarks,
  );
  const parties = toParticipations(
    order.observations.flatMap(({ participations }) => participations),
    remarks,
  );
  checkDestinations(routing, parties, { dialect, obx, remarks });
  const production = headerOf(message).processingId !== 'T' && headerOf(message).processingId !== 'D';
  if (!production) remarks.add('hl7-test-message', message.header.location(11));
  const placerNumber = placerOf(order);
  const submissionSet = others.filter(isSubmissionSet).flatMap(toIdentifier);
  const [first, ...rest] = found.documents;
  if (!action || !identity || !fillerNumber || !first) return undefined;
  return {
    dialect,
    carrier,
    action,
    documents: [first, ...rest],
    cda: fullest([first, ...rest]).bytes,
    documentType: { code: obx.text(3), label: obx.text(3, 2) },
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
    ...(submissionSet.length > 0 && { submissionSet }),
  };
}

/** The laboratory's number of the request. A MDM may have none: TXA-15, else the number of the document, TXA-12. */
function numberOf(message: Hl7Message, carrier: 'ORU' | 'MDM', remarks: Remarks): string | undefined {
  const number = fillerNumberOf(message);
  const txa = message.first('TXA');
  if (number || carrier === 'ORU' || !txa) return number;
  if (txa.text(15)) return txa.text(15);
  if (txa.text(12)) remarks.add('hl7-number-of-document', txa.location(12));
  return txa.text(12) || undefined;
}

function placerOf({ orc, obr }: OrderGroup): string {
  return obr.text(2) || (orc?.text(2) ?? '');
}

function fullest([first, ...rest]: readonly [EntrustedDocument, ...EntrustedDocument[]]): EntrustedDocument {
  return rest.find(({ level }) => level > first.level) ?? first;
}

/** COMP_LOT names the documents of a submission set, in version 1.2. */
function isSubmissionSet({ obx }: ObservationGroup): boolean {
  return obx.text(3).trim().toUpperCase() === 'COMP_LOT';
}

function toIdentifier({ obx }: ObservationGroup): readonly Identifier[] {
  const [root, extension] = [obx.text(5).trim(), obx.text(5, 2).trim()];
  return root === '' ? [] : [{ root, ...(extension && { extension }) }];
}
