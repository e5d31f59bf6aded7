import type { XmlElement } from 'libxml2-wasm';
import { elements, value } from '../xml/foreign-xml.js';
import type { Refusal } from './refusal.js';
import {
  codes,
  isSignature,
  readRegistryObjects,
  SCHEME,
  type Association,
  type RegistryObject,
  type RegistryObjects,
} from './registry-objects.js';

/** A submission whose parts hold together: one set, and each entry with its bytes. */
export interface ReceivedLot {
  readonly set: RegistryObject;
  /** Every entry, the signature's included. */
  readonly entries: readonly RegistryObject[];
  readonly associations: readonly Association[];
  /** The bytes of each entry, by the id of the entry. */
  readonly bytes: ReadonlyMap<string, Buffer>;
}

/** The entries that are documents: all but the signature of the lot. */
export function documentsOf(lot: ReceivedLot): readonly RegistryObject[] {
  return lot.entries.filter((entry) => !isSignature(entry));
}

/** The association that replaces a held document by an entry of the lot. */
export const REPLACE = 'urn:ihe:iti:2007:AssociationType:RPLC';
const HAS_MEMBER = 'urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember';
const SIGNS = 'urn:ihe:iti:2007:AssociationType:signs';

/**
 * Puts a submission together, or says why its parts do not fit: rules T3 (documents) and M1 (structure).
 *
 * @param signatureDemanded - Whether a lot without its XAdES signature is refused. One that comes is held to M1 either way.
 */
export function readLot(
  request: XmlElement,
  attachments: ReadonlyMap<string, Buffer>,
  signatureDemanded: boolean,
): ReceivedLot | readonly Refusal[] {
  const objects = readRegistryObjects(request);
  const { entries, associations } = objects;
  const { bytes, refusals } = readDocuments(request, attachments, entries);
  const set = submissionSetOf(objects);
  if (!set) return [...refusals, metadata('a lot has exactly one RegistryPackage, marked as a submission set')];
  const lot: ReceivedLot = { set, entries, associations, bytes };
  const all = [...refusals, ...identityRefusals(lot), ...memberRefusals(lot), ...signatureRefusals(lot, signatureDemanded)];
  return all.length > 0 ? all : lot;
}

/** The one package of a request, when it is marked as a submission set: the marker stands in it or beside it. */
export function submissionSetOf({ packages, classifications }: RegistryObjects): RegistryObject | undefined {
  const [set, ...others] = packages;
  const markers = set && [...set.classifications, ...classifications.filter(({ classifiedObject }) => classifiedObject === set.id)];
  return others.length === 0 && markers?.some(({ node }) => node === SCHEME.submissionSet) ? set : undefined;
}

/** T3: each `xds:Document` has its attachment and its entry, each entry its document, and no attachment is left over. */
function readDocuments(request: XmlElement, attachments: ReadonlyMap<string, Buffer>, entries: readonly RegistryObject[]) {
  const bytes = new Map<string, Buffer>();
  const refusals: Refusal[] = [];
  const refuse = (code: string, message: string, location: string) => refusals.push({ code, rule: 'SIM-T3', message, location });
  const used = new Set<string>();
  for (const document of elements(request, 'xds:Document')) {
    const id = value(document, '@id') ?? '';
    const href = /^cid:(.+)$/.exec(value(document, 'xop:Include/@href') ?? '')?.[1];
    const cid = href === undefined ? undefined : decoded(href);
    const attachment = cid === undefined ? undefined : attachments.get(cid);
    if (cid === undefined || !attachment) refuse('XDSMissingDocument', 'a Document includes no part of the message', id);
    else if (bytes.has(id)) refuse('XDSMissingDocumentMetadata', 'two Documents have the same id', id);
    else bytes.set(id, attachment);
    if (cid !== undefined) used.add(cid);
    if (!entries.some((entry) => entry.id === id)) {
      refuse('XDSMissingDocumentMetadata', 'no ExtrinsicObject has the id of a Document', id);
    }
  }
  for (const { id } of entries) {
    if (!elements(request, 'xds:Document').some((document) => value(document, '@id') === id)) {
      refuse('XDSMissingDocument', 'no Document has the id of an ExtrinsicObject', id);
    }
  }
  if ([...attachments.keys()].some((cid) => !used.has(cid))) {
    refuse('XDSMissingDocumentMetadata', 'a part of the message belongs to no Document', '');
  }
  return { bytes, refusals };
}

/** A `cid:` URL is percent-encoded, RFC 2392; what is not an encoding is taken as it stands. */
function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** M1: identifiers are distinct, and what names its owner names the right one. */
function identityRefusals({ set, entries, associations }: ReceivedLot): Refusal[] {
  const ids = [set, ...entries, ...associations].map(({ id }) => id);
  const refusals: Refusal[] = [];
  if (ids.includes('') || new Set(ids).size < ids.length) refusals.push(metadata('each registry object has an id of its own'));
  for (const object of [set, ...entries]) {
    if (object.classifications.some(({ classifiedObject }) => classifiedObject !== object.id)) {
      refusals.push(metadata('a Classification names another classifiedObject than the one it stands in', object.id));
    }
    if (object.externalIdentifiers.some(({ registryObject }) => registryObject !== object.id)) {
      refusals.push(metadata('an ExternalIdentifier names another registryObject than the one it stands in', object.id));
    }
  }
  return refusals;
}

/** M1: the set has each entry for member, as an original; and no association but those a lot may have. */
function memberRefusals({ set, entries, associations }: ReceivedLot): Refusal[] {
  const refusals: Refusal[] = [];
  if (entries.every(isSignature)) refusals.push(metadata('a lot has at least one document', set.id));
  for (const { id } of entries) {
    const members = associations.filter(({ type, source, target }) => type === HAS_MEMBER && source === set.id && target === id);
    const original = members[0]?.slots['SubmissionSetStatus'];
    if (members.length !== 1) refusals.push(metadata('the set has each entry for member exactly once', id));
    else if (original?.length !== 1 || original[0] !== 'Original') {
      refusals.push(metadata('the SubmissionSetStatus of a submitted entry is Original', id));
    }
  }
  for (const { id, type, source, target } of associations) {
    if (type.endsWith(':RPLC')) continue; // S4 judges it, with a code of its own
    if (type !== HAS_MEMBER && type !== SIGNS)
      refusals.push(metadata('an association of a type that this transaction does not have', id));
    else if (type === HAS_MEMBER && (source !== set.id || !entries.some((entry) => entry.id === target))) {
      refusals.push(metadata('a HasMember goes from the set to an entry of the lot', id));
    }
  }
  return refusals;
}

/** M1: one signature entry, which signs the set. */
function signatureRefusals({ set, entries, associations }: ReceivedLot, demanded: boolean): Refusal[] {
  const signatures = entries.filter(isSignature);
  const signs = associations.filter(({ type }) => type === SIGNS);
  if (signatures.length === 0 && !demanded) {
    return signs.length === 0 ? [] : [metadata('a signs association without a signature entry', set.id)];
  }
  if (signatures.length !== 1) return [metadata('a lot has exactly one signature entry', set.id)];
  const right = signs.length === 1 && signs[0]?.source === signatures[0]?.id && signs[0]?.target === set.id;
  return right ? [] : [metadata('one signs association goes from the signature entry to the set', set.id)];
}

function metadata(message: string, location?: string): Refusal {
  return { code: 'XDSRegistryMetadataError', rule: 'SIM-M1', message, ...(location === undefined ? {} : { location }) };
}

/** The structures that signed for an object: XON.10 of each of its authors' institutions. */
export function institutionsOf(object: RegistryObject): readonly string[] {
  const authors = [...codes(object, SCHEME.documentAuthor), ...codes(object, SCHEME.setAuthor)];
  return authors.flatMap(({ slots }) => slots['authorInstitution'] ?? []).map((institution) => institution.split('^')[9] ?? '');
}
