import { element, fragment, type Xml } from '@segur/xml';
import { formatCx, formatPatientInfo, formatXcn } from './hl7-fields.js';
import { MalformedXds } from './malformed-xds.js';
import type { DocumentEntry, Submission, XdsCode, XdsSlot } from './metadata.js';
import { assertOids, externalIdentifier, localized, slot, writeAuthor, writeCode, writeSet } from './registry-objects.js';
import { NAMESPACES, SCHEMES } from './schemes.js';

const MAX_TITLE = 128;

/**
 * Writes the metadata of a lot: `lcm:SubmitObjectsRequest`, in the order of the ebXML schema.
 *
 * It is the body of ITI-41 without documents, and METADATA.XML of XDM. Every id is unique in the message, and every reference
 * but that to a replaced version names an object of the message.
 *
 * @throws {MalformedXds} An identifier is no OID of 64 characters at most, two ids are equal, a title is too long, or a reference names nothing.
 * @see IHE ITI TF-3, 4.2.1.4 and 4.3; ebRIM 3.0
 */
export function encodeSubmitObjectsRequest(submission: Submission): Xml {
  const { set, documents, replacements = [], signature } = submission;
  assertSound(submission);
  let next = 0;
  const id = () => `id${(next += 1)}`;
  const association = (type: string, source: string, target: string, ...slots: readonly Xml[]) =>
    element('rim:Association', { id: id(), associationType: type, sourceObject: source, targetObject: target }, ...slots);

  return element(
    'lcm:SubmitObjectsRequest',
    { 'xmlns:lcm': NAMESPACES.lcm, 'xmlns:rim': NAMESPACES.rim },
    element(
      'rim:RegistryObjectList',
      {},
      writeSet(set, id),
      ...documents.map((document) => writeDocument(document, id)),
      ...documents.map(({ entryId }) =>
        association(SCHEMES.association.hasMember, set.entryId, entryId, slot('SubmissionSetStatus', 'Original')),
      ),
      signature !== undefined && association(SCHEMES.association.signs, signature, set.entryId),
      ...replacements.map(({ by, replaced }) => association(SCHEMES.association.replaces, by, replaced)),
    ),
  );
}

function assertSound({ set, documents, replacements = [], signature }: Submission): void {
  const entries = documents.map(({ entryId }) => entryId);
  const known = (id: string) => entries.includes(id);
  const oids = [set.uniqueId, ...documents.map(({ uniqueId }) => uniqueId)];
  if (documents.length === 0) throw new MalformedXds('A lot without documents');
  assertOids([...oids, set.sourceId]);
  if (new Set(oids).size < oids.length || new Set([set.entryId, ...entries]).size <= entries.length)
    throw new MalformedXds('Two objects of a lot have one identifier');
  if (documents.some(({ title }) => title.length > MAX_TITLE))
    throw new MalformedXds('A title is too long', { maximum: MAX_TITLE });
  if (replacements.some(({ by }) => !known(by)) || (signature !== undefined && !known(signature)))
    throw new MalformedXds('A reference names no document of the lot');
}

function writeDocument(entry: DocumentEntry, id: () => string): Xml {
  const { documentEntry: scheme } = SCHEMES;
  const object = entry.entryId;
  const code = (value: XdsCode, classification: string) => writeCode(value, object, classification, id);
  return element(
    'rim:ExtrinsicObject',
    { id: object, mimeType: entry.mimeType, objectType: scheme.objectType },
    fragment(...slotsOf(entry).map(({ name, values }) => slot(name, ...values))),
    localized('Name', entry.title),
    entry.comments !== undefined && localized('Description', entry.comments),
    ...entry.authors.map((author) => writeAuthor(author, object, scheme.author, id)),
    code(entry.classCode, scheme.classCode),
    ...entry.confidentiality.map((value) => code(value, scheme.confidentialityCode)),
    ...entry.eventCodes.map((value) => code(value, scheme.eventCode)),
    code(entry.formatCode, scheme.formatCode),
    code(entry.facilityType, scheme.facilityType),
    code(entry.practiceSetting, scheme.practiceSetting),
    code(entry.typeCode, scheme.typeCode),
    externalIdentifier('XDSDocumentEntry.patientId', formatCx(entry.patientId), object, scheme.patientId, id),
    externalIdentifier('XDSDocumentEntry.uniqueId', entry.uniqueId, object, scheme.uniqueId, id),
  );
}

function slotsOf(entry: DocumentEntry): readonly XdsSlot[] {
  const slots: readonly (readonly [string, readonly (string | undefined)[]])[] = [
    ['creationTime', [entry.creationTime]],
    ['hash', [entry.hash]],
    ['languageCode', [entry.languageCode]],
    ['legalAuthenticator', [entry.legalAuthenticator && formatXcn(entry.legalAuthenticator)]],
    ['serviceStartTime', [entry.serviceStartTime]],
    ['serviceStopTime', [entry.serviceStopTime]],
    ['size', [entry.sizeBytes?.toString()]],
    ['sourcePatientId', [formatCx(entry.sourcePatientId)]],
    ['sourcePatientInfo', entry.sourcePatientInfo ? formatPatientInfo(entry.sourcePatientInfo) : []],
    ['URI', [entry.uri]],
    ...(entry.extraSlots ?? []).map(({ name, values }) => [name, values] as const),
  ];
  return slots
    .map(([name, values]) => ({ name, values: values.filter((value) => value !== undefined) }))
    .filter(({ values }) => values.length > 0);
}
