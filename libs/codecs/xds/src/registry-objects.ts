import { element, textElement, type Xml } from '@segur/xml';
import { formatCodedText, formatCx, formatXcn, formatXon } from './hl7-fields.js';
import { MalformedXds } from './malformed-xds.js';
import type { SubmissionSet, XdsAuthor, XdsCode } from './metadata.js';
import { SCHEMES } from './schemes.js';

const OID = /^[0-2](\.(0|[1-9]\d*))+$/;
const MAX_OID = 64;

/** @throws {MalformedXds} One of them is no OID, or longer than metadata may hold. */
export function assertOids(oids: readonly string[]): void {
  if (!oids.every((oid) => OID.test(oid) && oid.length <= MAX_OID))
    throw new MalformedXds('An identifier is not an OID of at most 64 characters');
}

/** The set of a lot, in the order of the ebXML schema. `id` gives ids that are new in the message. */
export function writeSet(set: SubmissionSet, id: () => string): Xml {
  const { submissionSet: scheme } = SCHEMES;
  const object = set.entryId;
  return element(
    'rim:RegistryPackage',
    { id: object },
    slot('submissionTime', set.submissionTime),
    set.title !== undefined && localized('Name', set.title),
    set.comments !== undefined && localized('Description', set.comments),
    element('rim:Classification', { id: id(), classificationNode: scheme.node, classifiedObject: object }),
    ...set.authors.map((author) => writeAuthor(author, object, scheme.author, id)),
    writeCode(set.contentType, object, scheme.contentType, id),
    externalIdentifier('XDSSubmissionSet.patientId', formatCx(set.patientId), object, scheme.patientId, id),
    externalIdentifier('XDSSubmissionSet.sourceId', set.sourceId, object, scheme.sourceId, id),
    externalIdentifier('XDSSubmissionSet.uniqueId', set.uniqueId, object, scheme.uniqueId, id),
  );
}

/** One author of a set or a document. */
export function writeAuthor(
  { person, institutions, role, specialty }: XdsAuthor,
  object: string,
  scheme: string,
  id: () => string,
): Xml {
  return element(
    'rim:Classification',
    { id: id(), classificationScheme: scheme, classifiedObject: object, nodeRepresentation: '' },
    institutions.length > 0 && slot('authorInstitution', ...institutions.map(formatXon)),
    person && slot('authorPerson', formatXcn(person)),
    role !== undefined && slot('authorRole', role),
    specialty && slot('authorSpecialty', formatCodedText(specialty)),
  );
}

/** One coded attribute. */
export function writeCode({ code, label, system }: XdsCode, object: string, scheme: string, id: () => string): Xml {
  return element(
    'rim:Classification',
    { id: id(), classificationScheme: scheme, classifiedObject: object, nodeRepresentation: code },
    slot('codingScheme', system),
    localized('Name', label),
  );
}

/** One identifier of a set or a document. */
export function externalIdentifier(name: string, value: string, object: string, scheme: string, id: () => string): Xml {
  return element(
    'rim:ExternalIdentifier',
    { id: id(), identificationScheme: scheme, registryObject: object, value },
    localized('Name', name),
  );
}

/** A named list of values. */
export function slot(name: string, ...values: readonly string[]): Xml {
  return element('rim:Slot', { name }, element('rim:ValueList', {}, ...values.map((value) => textElement('rim:Value', {}, value))));
}

/** `charset` and `xml:lang` are spelt as the DMP spells them. */
export function localized(name: 'Name' | 'Description', value: string): Xml {
  return element(`rim:${name}`, {}, element('rim:LocalizedString', { charset: 'UTF8', 'xml:lang': 'FR', value }));
}
