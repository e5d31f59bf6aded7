import type {
  CdaAuthor,
  CdaDevice,
  CdaEncounter,
  CdaHeader,
  CdaParticipant,
  CdaPatient,
  CdaPatientName,
  CdaPerformer,
  CdaRecipient,
  CdaServiceEvent,
  CdaSignatory,
} from './cda-header.js';
import type { CdaAddress } from './cda-types.js';
import { isNull } from './cda-types.js';
import { parseHeaderTree, type HeaderNode } from './header-tree.js';
import {
  child,
  children,
  present,
  textOf,
  toAddress,
  toCode,
  toEntity,
  toIds,
  toInterval,
  toOrganization,
  toTelecoms,
} from './read-cda-types.js';
import { UnreadableCda } from './unreadable-cda.js';

/**
 * Reads the header of a CDA document, and stops where the body begins.
 *
 * Lists are in document order. What a header may lack by the XSD may be lacking here; conformance is judged elsewhere.
 *
 * @param bytes - UTF-8.
 * @throws {UnreadableCda} Not well-formed, a DOCTYPE, too big or too deep, or without id, code, title, date, confidentiality, language or patient.
 * @see CI-SIS, structuration minimale des documents de santé; HL7 CDA R2
 */
export function readCdaHeader(bytes: Uint8Array): CdaHeader {
  const { root, body } = parseHeaderTree(bytes);
  const version = Number.parseInt(child(root, 'versionNumber')?.attributes['value'] ?? '', 10);
  const custodian = child(child(root, 'custodian'), 'assignedCustodian');
  const related = children(root, 'relatedDocument').find(({ attributes }) => attributes['typeCode'] === 'RPLC');
  const legal = child(root, 'legalAuthenticator');
  return present<CdaHeader>({
    templateIds: toIds(children(root, 'templateId')),
    id: required(toIds(children(root, 'id'))[0], 'id'),
    setId: toIds(children(root, 'setId'))[0],
    versionNumber: Number.isNaN(version) ? undefined : version,
    code: required(toCode(child(root, 'code')), 'code'),
    title: required(textOf(child(root, 'title')), 'title'),
    effectiveTime: required(child(root, 'effectiveTime')?.attributes['value'], 'effectiveTime'),
    confidentiality: required(toCode(child(root, 'confidentialityCode')), 'confidentialityCode'),
    language: required(child(root, 'languageCode')?.attributes['code'], 'languageCode'),
    patient: toPatient(required(child(child(root, 'recordTarget'), 'patientRole'), 'recordTarget/patientRole')),
    authors: children(root, 'author').map(toAuthor),
    custodian: toOrganization(child(custodian, 'representedCustodianOrganization')),
    informationRecipients: children(root, 'informationRecipient').map((node) =>
      present<CdaRecipient>({
        ...toEntity(child(node, 'intendedRecipient'), 'informationRecipient', 'receivedOrganization'),
        typeCode: node.attributes['typeCode'],
      }),
    ),
    legalAuthenticator: legal && toSignatory(legal),
    authenticators: children(root, 'authenticator').map(toSignatory),
    participants: children(root, 'participant').map(toParticipant),
    orders: children(root, 'inFulfillmentOf').flatMap((node) => toIds(children(child(node, 'order'), 'id'))),
    serviceEvents: children(root, 'documentationOf').map((node) => toServiceEvent(child(node, 'serviceEvent'))),
    replaces: toIds(children(child(related, 'parentDocument'), 'id'))[0],
    encounter: toEncounter(child(child(root, 'componentOf'), 'encompassingEncounter')),
    body,
  });
}

function required<T>(value: T | undefined, element: string): T {
  if (value === undefined) throw new UnreadableCda('A mandatory header element is missing', { element });
  return value;
}

function toPatient(role: HeaderNode): CdaPatient {
  const patient = child(role, 'patient');
  const place = child(child(child(patient, 'birthplace'), 'place'), 'addr');
  return present<CdaPatient>({
    ids: toIds(children(role, 'id')),
    addresses: children(role, 'addr').map(toAddress),
    telecoms: toTelecoms(children(role, 'telecom')),
    name: toPatientName(child(patient, 'name')),
    gender: toCode(child(patient, 'administrativeGenderCode')),
    birthTime: child(patient, 'birthTime')?.attributes['value'],
    birthplace: place && present({ county: textOf(child(place, 'county')), city: textOf(child(place, 'city')) }),
  });
}

function toPatientName(name: HeaderNode | undefined): CdaPatientName {
  const part = (kind: string, qualifier: string | undefined) =>
    textOf(children(name, kind).find(({ attributes }) => attributes['qualifier'] === qualifier));
  return present<CdaPatientName>({
    birthFamily: part('family', 'BR'),
    givenNames: part('given', undefined),
    birthGiven: part('given', 'BR'),
    usedFamily: part('family', 'CL'),
    usedGiven: part('given', 'CL'),
  });
}

function toAuthor(node: HeaderNode): CdaAuthor {
  const assigned = child(node, 'assignedAuthor');
  const device = child(assigned, 'assignedAuthoringDevice');
  return present<CdaAuthor>({
    ...toEntity(assigned, 'assignedPerson', 'representedOrganization'),
    time: child(node, 'time')?.attributes['value'] ?? '',
    functionCode: toCode(child(node, 'functionCode')),
    device:
      device &&
      present<CdaDevice>({
        manufacturerModelName: textOf(child(device, 'manufacturerModelName')),
        softwareName: textOf(child(device, 'softwareName')),
      }),
  });
}

function toSignatory(node: HeaderNode): CdaSignatory {
  return {
    ...toEntity(child(node, 'assignedEntity'), 'assignedPerson', 'representedOrganization'),
    time: child(node, 'time')?.attributes['value'] ?? '',
  };
}

function toParticipant(node: HeaderNode): CdaParticipant {
  return present<CdaParticipant>({
    ...toEntity(child(node, 'associatedEntity'), 'associatedPerson', 'scopingOrganization'),
    typeCode: node.attributes['typeCode'] ?? '',
    functionCode: toCode(child(node, 'functionCode')),
    time: toInterval(child(node, 'time')),
  });
}

function toServiceEvent(node: HeaderNode | undefined): CdaServiceEvent {
  const performer = child(node, 'performer');
  return present<CdaServiceEvent>({
    ids: toIds(children(node, 'id')),
    code: toCode(child(node, 'code')),
    status: child(node, 'lab:statusCode')?.attributes['code'],
    time: toInterval(child(node, 'effectiveTime')),
    performer: performer && toPerformer(performer),
  });
}

function toPerformer(node: HeaderNode): CdaPerformer {
  const time = child(node, 'time');
  return present<CdaPerformer>({
    ...toEntity(child(node, 'assignedEntity'), 'assignedPerson', 'representedOrganization'),
    time: time && toInterval(time),
  });
}

function toEncounter(node: HeaderNode | undefined): CdaEncounter | undefined {
  if (!node) return undefined;
  const responsible = child(child(node, 'responsibleParty'), 'assignedEntity');
  const facility = child(child(node, 'location'), 'healthCareFacility');
  const place = child(facility, 'location');
  return present<CdaEncounter>({
    ids: toIds(children(node, 'id')),
    code: toCode(child(node, 'code')),
    time: toInterval(child(node, 'effectiveTime')),
    responsibleParty: responsible && toEntity(responsible, 'assignedPerson', 'representedOrganization'),
    facilityCode: toCode(child(facility, 'code')),
    facilityName: textOf(child(place, 'name')),
    facilityAddress: toFacilityAddress(child(place, 'addr')),
  });
}

function toFacilityAddress(node: HeaderNode | undefined): CdaAddress | undefined {
  const address = node && toAddress(node);
  return address && !isNull(address) ? address : undefined;
}
