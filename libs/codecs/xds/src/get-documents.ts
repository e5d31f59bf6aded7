import { element, textElement, type Xml } from '@segur/xml';
import { toAnswer, type RegistryAnswer } from './registry-response.js';
import { NAMESPACES, SCHEMES } from './schemes.js';
import { childOf, descendants, readSoapBody, type XmlNode } from './soap-body.js';

/** What a registry knows of a document that was sent. */
export interface KnownDocument {
  /** Good until the next change of its metadata: ask again before each use. */
  readonly entryUuid: string;
  readonly uniqueId: string;
  /** `approved`, `deprecated`, or the registry's own word, lower case. */
  readonly status: string;
  readonly logicalId?: string;
  readonly hash?: string;
  readonly sizeBytes?: number;
}

const GET_DOCUMENTS = 'urn:uuid:5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4';

/**
 * Writes the body of ITI-18 GetDocuments: TD3.1b, the lookup of a document by the id that we gave it.
 *
 * @see IHE ITI TF-2, 3.18.4.1.2.3.7.5
 */
export function encodeGetDocuments(uniqueIds: readonly string[]): Xml {
  const values = `(${uniqueIds.map((id) => `'${id.replaceAll("'", "''")}'`).join(',')})`;
  return element(
    'query:AdhocQueryRequest',
    { 'xmlns:query': NAMESPACES.query, 'xmlns:rim': NAMESPACES.rim },
    element('query:ResponseOption', { returnComposedObjects: 'true', returnType: 'LeafClass' }),
    element(
      'rim:AdhocQuery',
      { id: GET_DOCUMENTS },
      element(
        'rim:Slot',
        { name: '$XDSDocumentEntryUniqueId' },
        element('rim:ValueList', {}, textElement('rim:Value', {}, values)),
      ),
    ),
  );
}

/**
 * Reads the answer to GetDocuments.
 *
 * @throws {MalformedXds} As `readRegistryResponse`. @throws {MalformedMime}
 */
export function readGetDocumentsResponse(
  bytes: Uint8Array,
  contentType: string,
): { readonly answer: RegistryAnswer; readonly documents: readonly KnownDocument[] } {
  const body = readSoapBody(bytes, contentType);
  return { answer: toAnswer(body), documents: descendants(body, 'ExtrinsicObject').map(toKnownDocument) };
}

function toKnownDocument(node: XmlNode): KnownDocument {
  const slot = (name: string) => {
    const found = node.children.find(({ local, attributes }) => local === 'Slot' && attributes['name'] === name);
    return childOf(childOf(found, 'ValueList'), 'Value')?.text;
  };
  const uniqueId = node.children.find(
    ({ local, attributes }) =>
      local === 'ExternalIdentifier' && attributes['identificationScheme'] === SCHEMES.documentEntry.uniqueId,
  );
  const [logicalId, hash, size] = [node.attributes['lid'], slot('hash'), slot('size')];
  return {
    entryUuid: node.attributes['id'] ?? '',
    uniqueId: uniqueId?.attributes['value'] ?? '',
    status: (node.attributes['status'] ?? '').replace(/^.*:/, '').toLowerCase(),
    ...(logicalId ? { logicalId } : {}),
    ...(hash ? { hash } : {}),
    ...(size && /^\d+$/.test(size) ? { sizeBytes: Number(size) } : {}),
  };
}
