import { ParseOption, XmlAttribute, XmlDocument, XmlElement, XmlXPath } from 'libxml2-wasm';
import { MalformedInput } from '@segur/errors';

/** The prefixes that the sandbox's XPath expressions may use, whatever prefixes the sender chose. */
export const NAMESPACES = {
  s12: 'http://www.w3.org/2003/05/soap-envelope',
  wsa: 'http://www.w3.org/2005/08/addressing',
  wsse: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  saml2: 'urn:oasis:names:tc:SAML:2.0:assertion',
  xds: 'urn:ihe:iti:xds-b:2007',
  rim: 'urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0',
  lcm: 'urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0',
  query: 'urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0',
  xop: 'http://www.w3.org/2004/08/xop/include',
  hl7: 'urn:hl7-org:v3',
  rs: 'urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xad: 'http://uri.etsi.org/01903/v1.1.1#',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
} as const;

/** `HUGE` because a PDF inside a CDA may be a text of more than 10 MB; what it would make dangerous needs a document type. */
const SAFE =
  ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NOCDATA | ParseOption.XML_PARSE_HUGE;

/**
 * Reads somebody's XML with libxml2, and frees it when `read` returns: no node may leave `read`.
 *
 * @throws {MalformedInput} Not well-formed, or with a document type: no message of ours needs one, and entities are attacks.
 */
export function withXml<T>(bytes: Uint8Array, read: (root: XmlElement) => T): T {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('<!DOCTYPE')) {
    throw new MalformedInput('XML with a document type is refused');
  }
  const document = parse(bytes);
  try {
    // Says again what the search above says, for the encodings in which it sees nothing.
    if (document.dtd) throw new MalformedInput('XML with a document type is refused');
    return read(document.root);
  } finally {
    document.dispose();
  }
}

function parse(bytes: Uint8Array): XmlDocument {
  try {
    return XmlDocument.fromBuffer(bytes, { option: SAFE });
  } catch (error) {
    throw new MalformedInput('Not well-formed XML', { length: bytes.byteLength }, { cause: error });
  }
}

/** Compiled once each: the set of expressions is that of this source code. */
const compiled = new Map<string, XmlXPath>();

function expression(xpath: string): XmlXPath {
  let known = compiled.get(xpath);
  if (!known) {
    known = XmlXPath.compile(xpath, { ...NAMESPACES });
    compiled.set(xpath, known);
  }
  return known;
}

/** The elements that an XPath finds, in document order. */
export function elements(from: XmlElement, xpath: string): XmlElement[] {
  return from.find(expression(xpath)).filter((node) => node instanceof XmlElement);
}

/** The texts that an XPath finds: values of attributes, contents of elements, trimmed. */
export function values(from: XmlElement, xpath: string): string[] {
  return from.find(expression(xpath)).map((node) => (node instanceof XmlAttribute ? node.value : node.content).trim());
}

/** The first of `values`; absent when there is none, or when it is empty. */
export function value(from: XmlElement, xpath: string): string | undefined {
  return values(from, xpath)[0] || undefined;
}

/** Canonical XML 1.0 (inclusive) of a whole document, or of an element with every namespace in its scope. */
export function canonicalForm(node: XmlDocument | XmlElement, withComments: boolean): string {
  return node.canonicalizeToString({ withComments });
}

/** True when an element has this local name in this namespace. */
export function isNamed(element: XmlElement, prefix: keyof typeof NAMESPACES, name: string): boolean {
  return element.name === name && element.namespaceUri === NAMESPACES[prefix];
}

/** A text as it may stand in an XML attribute or element. The sandbox writes little, so it needs no more than this. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
