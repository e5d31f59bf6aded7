import { decodeMultipart, isMultipart } from '@segur/mime';
import { SaxesParser } from 'saxes';
import { MalformedXds } from './malformed-xds.js';
import { NAMESPACES } from './schemes.js';

/** An element of an answer, by local name and namespace: peers choose their own prefixes. */
export interface XmlNode {
  readonly local: string;
  readonly namespace: string;
  /** By name as written: attributes of these messages have no prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Character data directly inside, trimmed. */
  readonly text: string;
}

const MAX_BYTES = 16 * 1024 * 1024;
const MAX_DEPTH = 64;
const MAX_ELEMENTS = 100_000;
const SOAP_11 = 'http://schemas.xmlsoap.org/soap/envelope/';

/**
 * The element inside `soap:Body` of an answer that came plain or as multipart, with SOAP 1.2 or 1.1.
 *
 * @throws {MalformedXds} Not well-formed, a DOCTYPE, beyond a limit, or no envelope.
 * @throws {MalformedMime} A multipart answer that was cut off.
 */
export function readSoapBody(bytes: Uint8Array, contentType: string): XmlNode {
  const root = readXml(isMultipart(contentType) ? decodeMultipart(bytes, contentType).root.body : bytes);
  const soap = (node: XmlNode, local: string) =>
    node.local === local && (node.namespace === NAMESPACES.s12 || node.namespace === SOAP_11);
  const body = soap(root, 'Envelope') ? root.children.find((child) => soap(child, 'Body')) : undefined;
  const content = body?.children[0];
  if (!content) throw new MalformedXds('Not a SOAP answer');
  return content;
}

/** Every element of that name below a node, in document order. */
export function descendants(node: XmlNode, local: string): readonly XmlNode[] {
  return node.children.flatMap((child) => [...(child.local === local ? [child] : []), ...descendants(child, local)]);
}

/** The first child of that name. */
export function childOf(node: XmlNode | undefined, local: string): XmlNode | undefined {
  return node?.children.find((child) => child.local === local);
}

interface OpenNode extends XmlNode {
  readonly children: OpenNode[];
  text: string;
}

/**
 * The tree of a message.
 *
 * @throws {MalformedXds} Not well-formed, not UTF-8, a DOCTYPE, or beyond a limit.
 */
export function readXml(bytes: Uint8Array): XmlNode {
  if (bytes.byteLength > MAX_BYTES) throw new MalformedXds('The answer is too large', { sizeBytes: bytes.byteLength });
  const stack: OpenNode[] = [];
  let root: OpenNode | undefined;
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (cause) => {
    throw new MalformedXds('The answer is not well-formed XML', {}, { cause });
  });
  parser.on('doctype', () => {
    throw new MalformedXds('The answer has a DOCTYPE');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    elements += 1;
    if (stack.length >= MAX_DEPTH || elements > MAX_ELEMENTS) throw new MalformedXds('The answer is too deep or too long');
    const values = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]));
    const node: OpenNode = { local, namespace: uri, attributes: values, children: [], text: '' };
    stack.at(-1)?.children.push(node);
    root ??= node;
    stack.push(node);
  });
  const append = (text: string) => {
    const node = stack.at(-1);
    if (node) node.text += text;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', () => {
    const node = stack.pop();
    if (node) node.text = node.text.trim();
  });
  parser.write(decodeUtf8(bytes)).close();
  if (!root) throw new MalformedXds('The answer is empty');
  return root;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new MalformedXds('The answer is not UTF-8', {}, { cause });
  }
}
