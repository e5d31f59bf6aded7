import { SaxesParser, type SaxesTagNS } from 'saxes';
import { UnreadableCda } from './unreadable-cda.js';

/** An element of the header with what the reader needs of it. Names are local names of `urn:hl7-org:v3`, or `prefix:local` of a known extension. */
export interface HeaderNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HeaderNode[];
  readonly text: string;
}

interface OpenNode {
  name: string;
  attributes: Record<string, string>;
  children: OpenNode[];
  text: string;
}

const HL7 = 'urn:hl7-org:v3';
const EXTENSIONS: Readonly<Record<string, string>> = { 'urn:oid:1.3.6.1.4.1.19376.1.3.2': 'lab', 'urn:hl7-org:sdtc': 'sdtc' };

/** Larger than any document that the DMP takes. */
export const MAX_CDA_BYTES = 20 * 1024 * 1024;
// The deepest path of a header is about fifteen elements long.
const MAX_DEPTH = 64;
const MAX_ELEMENTS = 20_000;

class BodyReached extends Error {}

/**
 * Parses a document up to its body. No DOCTYPE is accepted, so no entity can be declared.
 *
 * @throws {UnreadableCda}
 */
export function parseHeaderTree(bytes: Uint8Array): { readonly root: HeaderNode; readonly body: 'structured' | 'unstructured' } {
  if (bytes.byteLength > MAX_CDA_BYTES) throw new UnreadableCda('The document is too large', { sizeBytes: bytes.byteLength });
  const stack: OpenNode[] = [];
  let root: OpenNode | undefined;
  let body: 'structured' | 'unstructured' | undefined;
  let elements = 0;

  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on('error', (error) => {
    throw new UnreadableCda('Not well-formed XML', { line: parser.line }, { cause: error });
  });
  parser.on('doctype', () => {
    throw new UnreadableCda('A DOCTYPE is refused');
  });
  parser.on('opentag', (tag) => {
    const node = open(tag);
    const parent = stack.at(-1);
    if (stack.length === 0 && node.name !== 'ClinicalDocument') throw new UnreadableCda('The root is not a CDA ClinicalDocument');
    if (stack.length === 2 && stack[1]?.name === 'component' && BODIES[node.name]) {
      body = BODIES[node.name];
      throw new BodyReached();
    }
    elements += 1;
    if (stack.length >= MAX_DEPTH || elements > MAX_ELEMENTS) throw new UnreadableCda('The header is too deep or too long');
    parent?.children.push(node);
    root ??= node;
    stack.push(node);
  });
  parser.on('text', (text) => {
    const node = stack.at(-1);
    if (node) node.text += text;
  });
  parser.on('cdata', (text) => {
    const node = stack.at(-1);
    if (node) node.text += text;
  });
  parser.on('closetag', () => void stack.pop());

  try {
    parser.write(decodeUtf8(bytes)).close();
  } catch (error) {
    if (!(error instanceof BodyReached)) throw error;
  }
  if (!root || !body) throw new UnreadableCda('The document has no body');
  return { root, body };
}

const BODIES: Readonly<Record<string, 'structured' | 'unstructured'>> = {
  structuredBody: 'structured',
  nonXMLBody: 'unstructured',
};

function open(tag: SaxesTagNS): OpenNode {
  const attributes: Record<string, string> = {};
  for (const [name, { value }] of Object.entries(tag.attributes)) attributes[name] = value;
  const prefix = EXTENSIONS[tag.uri];
  const name = tag.uri === HL7 ? tag.local : prefix ? `${prefix}:${tag.local}` : `{${tag.uri}}${tag.local}`;
  return { name, attributes, children: [], text: '' };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decodeUtf8(bytes: Uint8Array): string {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch (cause) {
    throw new UnreadableCda('Not UTF-8', {}, { cause });
  }
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (declared && !/^(utf-8|us-ascii)$/i.test(declared)) throw new UnreadableCda('Not UTF-8');
  return text;
}
