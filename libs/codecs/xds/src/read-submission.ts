import { MalformedXds } from './malformed-xds.js';
import { SCHEMES } from './schemes.js';
import { childOf, descendants, readXml, type XmlNode } from './soap-body.js';

/** What a submission announces of one document. Empty text: it says nothing. */
export interface AnnouncedDocument {
  /** File name on a medium. */
  readonly uri: string;
  readonly uniqueId: string;
  readonly title: string;
  readonly mimeType: string;
  readonly creationTime: string;
  readonly typeCode: string;
  readonly formatCode: string;
  /** SHA-1 in hexadecimal, lower case. */
  readonly hash: string;
  readonly sizeBytes?: number;
}

/** A lot as others wrote it. */
export interface AnnouncedSubmission {
  /** uniqueId of each set: one, in a sound lot. */
  readonly sets: readonly string[];
  readonly documents: readonly AnnouncedDocument[];
}

/**
 * Reads a `SubmitObjectsRequest` that stands alone, as the METADATA.XML of a medium does.
 *
 * @throws {MalformedXds} Not well-formed, a DOCTYPE, beyond a limit, or another message.
 * @see IHE ITI TF-3, 4.2
 */
export function readSubmitObjectsRequest(bytes: Uint8Array): AnnouncedSubmission {
  const root = readXml(bytes);
  if (root.local !== 'SubmitObjectsRequest') throw new MalformedXds('Not a SubmitObjectsRequest');
  return {
    sets: descendants(root, 'RegistryPackage').map((node) => identifier(node, SCHEMES.submissionSet.uniqueId)),
    documents: descendants(root, 'ExtrinsicObject').map(toDocument),
  };
}

function toDocument(node: XmlNode): AnnouncedDocument {
  const size = slot(node, 'size');
  return {
    uri: uriOf(node),
    uniqueId: identifier(node, SCHEMES.documentEntry.uniqueId),
    title: childOf(childOf(node, 'Name'), 'LocalizedString')?.attributes['value'] ?? '',
    mimeType: node.attributes['mimeType'] ?? '',
    creationTime: slot(node, 'creationTime'),
    typeCode: code(node, SCHEMES.documentEntry.typeCode),
    formatCode: code(node, SCHEMES.documentEntry.formatCode),
    hash: slot(node, 'hash').toLowerCase(),
    ...(/^\d{1,15}$/.test(size) && { sizeBytes: Number(size) }),
  };
}

/** A long one is cut into values that begin with their rank: `1|IHE_XDM/…`. @see IHE ITI TF-3, 4.2.3.2.26 */
function uriOf(node: XmlNode): string {
  const values = valuesOf(node, 'URI');
  return values.length > 1 ? values.map((value) => value.replace(/^\d+\|/, '')).join('') : (values[0] ?? '');
}

function slot(node: XmlNode, name: string): string {
  return valuesOf(node, name)[0] ?? '';
}

function valuesOf(node: XmlNode, name: string): readonly string[] {
  const found = node.children.find(({ local, attributes }) => local === 'Slot' && attributes['name'] === name);
  return (childOf(found, 'ValueList')?.children ?? []).map(({ text }) => text);
}

function identifier(node: XmlNode, scheme: string): string {
  return attributeOf(node, 'ExternalIdentifier', 'identificationScheme', scheme, 'value');
}

function code(node: XmlNode, scheme: string): string {
  return attributeOf(node, 'Classification', 'classificationScheme', scheme, 'nodeRepresentation');
}

function attributeOf({ children }: XmlNode, element: string, key: string, scheme: string, wanted: string): string {
  return children.find(({ local, attributes }) => local === element && attributes[key] === scheme)?.attributes[wanted] ?? '';
}
