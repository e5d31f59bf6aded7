import type { CdaHeader, CdaServiceEvent } from '@segur/cda';
import type { DeliverySheet, DeliveryWishes } from '@segur/laboratory';
import type { DocumentEntry, XdsCode, XdsPatientId } from '@segur/xds';
import { toAuthors, toLocalPatientId, toPatientInfo, toPerson, toXdsCode } from './people.js';
import { UnsuitableHeader } from './unsuitable-header.js';
import { CLASS_OF_TYPE, formatOf, VISIBILITY } from './vocabulary.js';
import { toXdsTime } from './xds-time.js';

/** What metadata say and no header can. */
export interface DocumentFacts {
  /** Id of the entry in the message: `Document01`, or `urn:uuid:`… */
  readonly entryId: string;
  /** Only of a qualified identity, from the delivery sheet: without it the matricule leaves in no field. */
  readonly qualifiedIns: DeliverySheet['qualifiedIns'];
  readonly visibility: Pick<DeliveryWishes, 'maskedToProfessionals' | 'hiddenFromPatient' | 'hiddenFromRepresentatives'>;
  /** SHA-1 of the bytes in hexadecimal, and their number. Absent: not announced. */
  readonly hash?: string;
  readonly sizeBytes?: number;
  /** Absent: `text/xml`. */
  readonly mimeType?: string;
  /** File name on a medium. */
  readonly uri?: string;
  /** Name the orders that the report fulfils: `referenceIdList`. Absent: no. */
  readonly announceOrders?: boolean;
}

const MAX_TITLE = 128;

/**
 * Metadata of a document, all from its final header: nothing is typed in twice, so nothing can differ.
 *
 * @throws {UnsuitableHeader} The header lacks a datum that is mandatory, or names another matricule than the sheet.
 * @see CI-SIS, volet Partage de documents de santé, and the DMP's profile of it; times are UTC
 */
export function toDocumentEntry(header: CdaHeader, facts: DocumentFacts): DocumentEntry {
  const act = mainAct(header);
  const { low, value, high } = act.time;
  const [start, stop] = [low ?? value, high];
  const local = toLocalPatientId(header.patient);
  const patientId = toPatientId(header, facts.qualifiedIns, local);
  if (header.id.extension !== undefined) throw new UnsuitableHeader('The id of the document has an extension');
  return {
    entryId: facts.entryId,
    uniqueId: header.id.root,
    patientId,
    sourcePatientId: local ?? patientId,
    sourcePatientInfo: toPatientInfo(header.patient),
    authors: toAuthors(header),
    legalAuthenticator: required(header.legalAuthenticator && toPerson(header.legalAuthenticator), 'legalAuthenticator'),
    title: cut(header.title),
    creationTime: toXdsTime(header.effectiveTime),
    ...(start === undefined ? {} : { serviceStartTime: toXdsTime(start) }),
    ...(stop === undefined ? {} : { serviceStopTime: toXdsTime(stop) }),
    languageCode: header.language,
    mimeType: facts.mimeType ?? 'text/xml',
    classCode: required(CLASS_OF_TYPE[header.code.code], 'classCode'),
    typeCode: required(toXdsCode(header.code), 'code'),
    formatCode: required(formatOf(header), 'templateId'),
    facilityType: required(toXdsCode(header.encounter?.facilityCode), 'healthCareFacility'),
    practiceSetting: required(toXdsCode(act.performer?.organization?.industryClass), 'standardIndustryClassCode'),
    eventCodes: distinct(header.serviceEvents.map(({ code }) => toXdsCode(code)).filter((code) => code !== undefined)),
    confidentiality: [required(toXdsCode(header.confidentiality), 'confidentialityCode'), ...visibilityCodes(facts)],
    ...(facts.hash === undefined ? {} : { hash: facts.hash }),
    ...(facts.sizeBytes === undefined ? {} : { sizeBytes: facts.sizeBytes }),
    ...(facts.uri === undefined ? {} : { uri: facts.uri }),
    ...(facts.announceOrders && header.orders.length > 0 ? { extraSlots: [referenceIds(header)] } : {}),
  };
}

/** The act with a performer: the practice setting and the service times are those of that act. */
function mainAct({ serviceEvents }: CdaHeader): CdaServiceEvent {
  return required(serviceEvents.find(({ performer }) => performer !== undefined) ?? serviceEvents[0], 'documentationOf');
}

function toPatientId({ patient }: CdaHeader, ins: DeliverySheet['qualifiedIns'], local: XdsPatientId | undefined): XdsPatientId {
  if (!ins) return required(local, 'patientRole/id');
  // The same patient in document and metadata, or nothing leaves.
  if (!patient.ids.some(({ root, extension }) => root === ins.oid && extension === ins.value))
    throw new UnsuitableHeader('The document and the delivery sheet do not name the same patient');
  return { id: ins.value, authority: ins.oid, type: 'NH' };
}

function visibilityCodes({ visibility }: DocumentFacts): readonly XdsCode[] {
  return (Object.keys(VISIBILITY) as (keyof typeof VISIBILITY)[]).filter((key) => visibility[key]).map((key) => VISIBILITY[key]);
}

/** CXi of each order. @see IHE ITI TF-3, table 4.2.3.1.7-2 */
function referenceIds({ orders }: CdaHeader): { readonly name: string; readonly values: readonly string[] } {
  const values = orders.map(({ root, extension }) =>
    extension === undefined ? `${root}^^^^urn:ihe:iti:xds:2013:order` : `${extension}^^^&${root}&ISO^urn:ihe:iti:xds:2013:order`,
  );
  return { name: 'urn:ihe:iti:xds:2013:referenceIdList', values };
}

function distinct(codes: readonly XdsCode[]): readonly XdsCode[] {
  return [...new Map(codes.map((code) => [`${code.system}|${code.code}`, code])).values()];
}

/** Never half a character. */
function cut(title: string): string {
  return title.length <= MAX_TITLE ? title : title.slice(0, MAX_TITLE).replace(/[\ud800-\udbff]$/, '');
}

function required<T>(value: T | undefined, datum: string): T {
  if (value === undefined) throw new UnsuitableHeader('A mandatory datum is missing in the header', { datum });
  return value;
}
