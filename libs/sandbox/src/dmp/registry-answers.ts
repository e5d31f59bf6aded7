import { escaped } from '../xml/foreign-xml.js';
import { STATUS_URN, type HeldDocument } from './held-documents.js';
import { codeContext, type Refusal } from './refusal.js';
import type { Classification, Slots } from './registry-objects.js';

const REGREP = 'urn:oasis:names:tc:ebxml-regrep';
const NAMESPACES = `xmlns:rs="${REGREP}:xsd:rs:3.0" xmlns:rim="${REGREP}:xsd:rim:3.0" xmlns:query="${REGREP}:xsd:query:3.0"`;
/** The repository that the test platform of the DMP names in its samples. */
const REPOSITORY = '1.2.250.1.213.4.1.1.1.2';

/** `rs:RegistryResponse`: success when nothing was refused. */
export function registryResponse(refusals: readonly Refusal[]): string {
  return response(status(refusals), errorList(refusals));
}

/** An answer that a fault of the sandbox asks for: everything is stored, and yet something is said. */
export function qualifiedResponse(kind: 'partial-success' | 'success-with-warning', remark: Refusal): string {
  return kind === 'partial-success'
    ? response('urn:ihe:iti:2007:ResponseStatusType:PartialSuccess', errorList([remark]))
    : response(status([]), errorList([remark], 'Warning'));
}

function response(statusUrn: string, errors: string): string {
  return `<rs:RegistryResponse ${NAMESPACES} status="${statusUrn}">${errors}</rs:RegistryResponse>`;
}

/** `query:AdhocQueryResponse` to GetDocuments. */
export function queryResponse(
  refusals: readonly Refusal[],
  documents: readonly HeldDocument[],
  returnType: 'LeafClass' | 'ObjectRef' = 'LeafClass',
): string {
  const objects = documents.map((document) =>
    returnType === 'LeafClass' ? extrinsicObject(document) : `<rim:ObjectRef id="${escaped(document.entryUuid)}"/>`,
  );
  const list = `<rim:RegistryObjectList>${objects.join('')}</rim:RegistryObjectList>`;
  return `<query:AdhocQueryResponse ${NAMESPACES} status="${status(refusals)}">${errorList(refusals)}${list}</query:AdhocQueryResponse>`;
}

function status(refusals: readonly Refusal[]): string {
  return `${REGREP}:ResponseStatusType:${refusals.length === 0 ? 'Success' : 'Failure'}`;
}

function errorList(refusals: readonly Refusal[], gravity: 'Error' | 'Warning' = 'Error'): string {
  if (refusals.length === 0) return '';
  const severity = `${REGREP}:ErrorSeverityType:${gravity}`;
  const errors = refusals.map((refusal) => {
    const { code, location = '' } = refusal;
    const context = escaped(codeContext(refusal));
    return `<rs:RegistryError errorCode="${escaped(code)}" codeContext="${context}" location="${escaped(location)}" severity="${severity}"/>`;
  });
  return `<rs:RegistryErrorList highestSeverity="${severity}">${errors.join('')}</rs:RegistryErrorList>`;
}

/** The entry as submitted, with what the DMP adds: identifiers, status, version, repository, hash and size (rule S8). */
function extrinsicObject({ entryUuid, logicalId, status, version, hash, size, metadata }: HeldDocument): string {
  const id = escaped(entryUuid);
  const slots = { ...metadata.slots, hash: [hash], size: [String(size)], repositoryUniqueId: [REPOSITORY] };
  const identifiers = metadata.externalIdentifiers.map(
    ({ scheme, value }, index) =>
      `<rim:ExternalIdentifier id="${id}-ei${index}" registryObject="${id}" identificationScheme="urn:uuid:${escaped(scheme)}" ` +
      `value="${escaped(value)}">${name(scheme === UNIQUE_ID ? 'XDSDocumentEntry.uniqueId' : 'XDSDocumentEntry.patientId')}</rim:ExternalIdentifier>`,
  );
  return (
    `<rim:ExtrinsicObject id="${id}" lid="${escaped(logicalId)}" status="${STATUS_URN[status]}" ` +
    `mimeType="${escaped(metadata.mimeType)}" objectType="urn:uuid:${escaped(metadata.objectType)}" isOpaque="false">` +
    `${slotList(slots)}${name(metadata.title)}${metadata.comments ? name(metadata.comments, 'Description') : ''}` +
    `<rim:VersionInfo versionName="${version}"/>` +
    metadata.classifications.map((classification, index) => classificationOf(classification, id, index)).join('') +
    `${identifiers.join('')}</rim:ExtrinsicObject>`
  );
}

const UNIQUE_ID = '2e82c1f6-a085-4c72-9da3-8640a32e42ab';

function classificationOf({ scheme, code, label, slots }: Classification, owner: string, index: number): string {
  return (
    `<rim:Classification id="${owner}-cl${index}" classifiedObject="${owner}" classificationScheme="urn:uuid:${escaped(scheme)}" ` +
    `nodeRepresentation="${escaped(code)}">${slotList(slots)}${label ? name(label) : ''}</rim:Classification>`
  );
}

function slotList(slots: Slots): string {
  const written = Object.entries(slots).map(([slot, values]) => {
    const list = values.map((value) => `<rim:Value>${escaped(value)}</rim:Value>`).join('');
    return `<rim:Slot name="${escaped(slot)}"><rim:ValueList>${list}</rim:ValueList></rim:Slot>`;
  });
  return written.join('');
}

function name(text: string, element = 'Name'): string {
  return `<rim:${element}><rim:LocalizedString charset="UTF8" xml:lang="FR" value="${escaped(text)}"/></rim:${element}>`;
}
