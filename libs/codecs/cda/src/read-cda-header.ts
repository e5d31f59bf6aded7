import { decodeUtf8Xml } from './cda-charset.js';
import type { CdaEncounter, CdaHeader, CdaServiceEvent } from './cda-header.js';
import { parseCdaTree, type CdaNode, type CdaTree } from './cda-tree.js';
import type { CdaAddress } from './cda-types.js';
import { isNull } from './cda-types.js';
import { toAuthor, toParticipant, toPerformer, toRecipient, toRelative, toSignatory } from './read-actors.js';
import {
  child,
  children,
  listed,
  present,
  textOf,
  toAddress,
  toCode,
  toEntity,
  toIds,
  toInterval,
  toOrganization,
} from './read-cda-types.js';
import { toPatient } from './read-patient.js';
import { UnreadableCda } from './unreadable-cda.js';

/** Larger than any document that the DMP takes. */
export const MAX_CDA_BYTES = 20 * 1024 * 1024;
// The deepest path of a header is about fifteen elements long.
const LIMITS = { maxDepth: 64, maxElements: 20_000 };

// A document on its way is asked for its header by each delivery, and is the same bytes for all of them.
const headers = new WeakMap<Uint8Array, CdaHeader>();

/**
 * Reads the header of a CDA document, and stops where the body begins. The bytes are not to be written to afterwards: asked again about the
 * same array, it gives the same header.
 *
 * Lists are in document order. What a header may lack by the XSD may be lacking here; conformance is judged elsewhere.
 *
 * @param bytes - UTF-8, the document itself: no style sheet around it.
 * @throws {UnreadableCda} Not well-formed, a DOCTYPE, too big or too deep, or without id, code, title, date, confidentiality, language or patient.
 * @see CI-SIS, structuration minimale des documents de santé; HL7 CDA R2
 */
export function readCdaHeader(bytes: Uint8Array): CdaHeader {
  if (bytes.byteLength > MAX_CDA_BYTES) throw new UnreadableCda('The document is too large', { sizeBytes: bytes.byteLength });
  const known = headers.get(bytes);
  if (known) return known;
  const { root, body = 'structured' } = parseHead(bytes);
  const header = toHeader(root, body);
  headers.set(bytes, header);
  return header;
}

/** Most of a document is its body, which need not be decoded to be passed over. Where the cut was wrong, the whole document tells. */
function parseHead(bytes: Uint8Array): CdaTree {
  const head = upToBody(bytes);
  try {
    return parseCdaTree(decodeUtf8Xml(head), 'body', LIMITS);
  } catch (error) {
    if (head === bytes || !(error instanceof UnreadableCda)) throw error;
    return parseCdaTree(decodeUtf8Xml(bytes), 'body', LIMITS);
  }
}

/** Up to the tag that begins the body, where it is spelled as usual. */
function upToBody(bytes: Uint8Array): Uint8Array {
  const document = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const tag of ['<structuredBody', '<nonXMLBody']) {
    const begins = document.indexOf(tag);
    const ends = begins < 0 ? -1 : document.indexOf('>', begins);
    if (ends >= 0) return document.subarray(0, ends + 1);
  }
  return bytes;
}

/**
 * Reads the header of a parsed document.
 *
 * @throws {UnreadableCda} Without id, code, title, date, confidentiality, language or patient.
 */
export function toHeader(root: CdaNode, body: CdaHeader['body']): CdaHeader {
  const version = Number.parseInt(child(root, 'versionNumber')?.attributes['value'] ?? '', 10);
  const custodian = child(child(root, 'custodian'), 'assignedCustodian');
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
    relatives: listed(children(root, 'informant').flatMap((node) => children(node, 'relatedEntity').map(toRelative))),
    custodian: toOrganization(child(custodian, 'representedCustodianOrganization')),
    informationRecipients: children(root, 'informationRecipient').map(toRecipient),
    legalAuthenticator: legal && toSignatory(legal),
    authenticators: children(root, 'authenticator').map(toSignatory),
    participants: children(root, 'participant').map(toParticipant),
    orders: children(root, 'inFulfillmentOf').flatMap((node) => toIds(children(child(node, 'order'), 'id'))),
    serviceEvents: children(root, 'documentationOf').map((node) => toServiceEvent(child(node, 'serviceEvent'))),
    replaces: toReplaced(root),
    encounter: toEncounter(child(child(root, 'componentOf'), 'encompassingEncounter')),
    body,
  });
}

function required<T>(value: T | undefined, element: string): T {
  if (value === undefined) throw new UnreadableCda('A mandatory header element is missing', { element });
  return value;
}

/** The chain of the replaced document (its setId, its version number) is this document's own: only its id says something. */
function toReplaced(root: CdaNode): CdaHeader['replaces'] {
  const related = root.children.find(({ name, attributes }) => name === 'relatedDocument' && attributes['typeCode'] === 'RPLC');
  if (!related) return undefined;
  related.read = true;
  const parent = child(related, 'parentDocument');
  child(parent, 'setId');
  child(parent, 'versionNumber');
  return toIds(children(parent, 'id'))[0];
}

function toServiceEvent(node: CdaNode | undefined): CdaServiceEvent {
  const performer = child(node, 'performer');
  return present<CdaServiceEvent>({
    ids: toIds(children(node, 'id')),
    code: toCode(child(node, 'code')),
    status: child(node, 'lab:statusCode')?.attributes['code'],
    time: toInterval(child(node, 'effectiveTime')),
    performer: performer && toPerformer(performer),
  });
}

function toEncounter(node: CdaNode | undefined): CdaEncounter | undefined {
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

function toFacilityAddress(node: CdaNode | undefined): CdaAddress | undefined {
  const address = node && toAddress(node);
  return address && !isNull(address) ? address : undefined;
}
