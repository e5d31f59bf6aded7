import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import { UnreadableCda } from './unreadable-cda.js';

/** An element. Names are local names of `urn:hl7-org:v3`, `prefix:local` of a known extension, or `{namespace}local`. */
export interface CdaNode {
  readonly name: string;
  /** By local name; `xsi:type` and `xml:…` whatever the prefixes of the document. Declarations of namespaces are left out. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly CdaNode[];
  /** Its own character data, without that of its children. */
  readonly text: string;
  /** Inside the text of a section only: text and elements in order. */
  readonly parts?: readonly (string | CdaNode)[];
  readonly parent?: CdaNode;
  /** A reader asked for it. What nobody asked for is reported: nothing is dropped in silence. */
  read: boolean;
  /** A reader took its text. */
  textRead: boolean;
}

/** How much of a document is taken in before it is refused. Absent: the default. */
export interface CdaLimits {
  /** 50 MiB. */
  readonly maxBytes?: number;
  /** Elements inside each other: 100. The deepest of the official examples goes to 21. */
  readonly maxDepth?: number;
  /** 200 000; a report of forty results has two thousand. */
  readonly maxElements?: number;
  /** Of one element: 256. */
  readonly maxAttributes?: number;
}

/** A parsed document. */
export interface CdaTree {
  readonly root: CdaNode;
  /** A style sheet carries the document (auto-présentable). */
  readonly carried: boolean;
  readonly body?: 'structured' | 'unstructured';
  /** Elements of narratives by `ID`; of two with one ID, the first. */
  readonly narrative: ReadonlyMap<string, CdaNode>;
  /** Elements that show a picture or a PDF, by the ID of what they show. */
  readonly shown: ReadonlyMap<string, CdaNode>;
  /** IDs that several elements share. */
  readonly duplicates: readonly CdaNode[];
  /** What stands before the first element: declarations, comments, processing instructions. */
  readonly prolog: string;
}

interface OpenNode extends CdaNode {
  readonly children: OpenNode[];
  text: string;
  parts?: (string | CdaNode)[];
}

const HL7 = 'urn:hl7-org:v3';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XML = 'http://www.w3.org/XML/1998/namespace';
const CARRIER = '{urn:asip-sante:ci-sis}Contenu';
const STYLE_SHEETS = ['{http://www.w3.org/1999/XSL/Transform}stylesheet', '{http://www.w3.org/1999/XSL/Transform}transform'];
const EXTENSIONS: Readonly<Record<string, string>> = { 'urn:oid:1.3.6.1.4.1.19376.1.3.2': 'lab', 'urn:hl7-org:sdtc': 'sdtc' };
const BODIES: Readonly<Record<string, 'structured' | 'unstructured'>> = {
  structuredBody: 'structured',
  nonXMLBody: 'unstructured',
};
class BodyReached extends Error {}

/**
 * Parses a CDA document into a tree. No DOCTYPE is accepted, so no entity can be declared.
 *
 * @param until - `body`: stop where the body begins; what follows is not even looked at, and no style sheet is accepted around.
 * @throws {UnreadableCda} Its details name a line or an element, never what stands there.
 */
export function parseCdaTree(text: string, until: 'end' | 'body', limits: CdaLimits = {}): CdaTree {
  const { maxDepth = 100, maxElements = 200_000, maxAttributes = 256 } = limits;
  const narrative = new Map<string, CdaNode>();
  const shown = new Map<string, CdaNode>();
  const duplicates: CdaNode[] = [];
  // Elements around the document, when a style sheet carries it; then the document's own.
  const around: string[] = [];
  const stack: OpenNode[] = [];
  let root: OpenNode | undefined;
  let body: CdaTree['body'];
  let carried = false;
  let prologEnd = 0;
  let depth = 0;
  let elements = 0;
  let attributes = 0;

  // No more than six handlers: with the seventh, V8 makes a dictionary of the parser, and it takes five times as long (measured).
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (message: string) => new UnreadableCda(message, { line: parser.line });
  parser.on('doctype', () => {
    throw new UnreadableCda('A DOCTYPE is refused');
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > maxAttributes) throw refuse('An element has too many attributes');
  });
  parser.on('opentag', (tag) => {
    if (elements === 0) prologEnd = text.indexOf(`<${tag.name}`);
    depth += 1;
    elements += 1;
    attributes = 0;
    if (depth > maxDepth || elements > maxElements) throw refuse('The document is too deep or too long');
    const parent = stack.at(-1);
    const name = nameOf(tag);
    if (!parent && !(name === 'ClinicalDocument' && (around.length === 0 || around.at(-1) === CARRIER))) {
      if (until === 'body' || (around.length === 0 && !STYLE_SHEETS.includes(name))) {
        throw new UnreadableCda('The root is not a CDA ClinicalDocument');
      }
      around.push(name);
      return;
    }
    if (!parent && root) throw refuse('Several documents in one');
    const node: OpenNode = {
      name,
      attributes: attributesOf(tag.attributes),
      children: [],
      text: '',
      read: false,
      textRead: false,
      ...(parent && { parent }),
    };
    if (stack.length === 2 && parent?.name === 'component' && BODIES[name]) {
      body ??= BODIES[name];
      if (until === 'body') throw new BodyReached();
    }
    if (parent) {
      parent.children.push(node);
      if (parent.parts || (name === 'text' && parent.name === 'section')) {
        node.parts = [];
        parent.parts?.push(node);
        const id = node.attributes['ID'];
        if (id !== undefined && id !== '') {
          if (narrative.has(id)) duplicates.push(node);
          else narrative.set(id, node);
        }
        if (name === 'renderMultiMedia') for (const shownId of idsOf(node)) if (!shown.has(shownId)) shown.set(shownId, node);
      }
    }
    if (!root) {
      root = node;
      carried = around.length > 0;
    }
    stack.push(node);
  });
  const characters = (data: string) => {
    const node = stack.at(-1);
    if (!node) return;
    if (node.parts) node.parts.push(data);
    else node.text = node.text === '' ? data : node.text + data;
  };
  parser.on('text', characters);
  parser.on('cdata', characters);
  parser.on('closetag', () => {
    depth -= 1;
    if (stack.length > 0) stack.pop();
    else around.pop();
  });

  try {
    parser.write(text).close();
  } catch (error) {
    // The parser throws plain errors that quote the document: its words go no further.
    if (error instanceof Error && Object.getPrototypeOf(error) === Error.prototype) throw refuse('Not well-formed XML');
    if (!(error instanceof BodyReached)) throw error;
  }
  if (!root || (!body && until === 'body')) throw new UnreadableCda('The document has no body');
  return { root, carried, ...(body && { body }), narrative, shown, duplicates, prolog: text.slice(0, prologEnd) };
}

function nameOf({ uri, local }: SaxesTagNS): string {
  if (uri === HL7) return local;
  const prefix = EXTENSIONS[uri];
  return prefix ? `${prefix}:${local}` : `{${uri}}${local}`;
}

/** One picture may be shown with others: a list of IDs. */
function idsOf({ attributes }: CdaNode): readonly string[] {
  return (attributes['referencedObject'] ?? '').split(' ').filter((id) => id !== '');
}

function attributesOf(attributes: Readonly<Record<string, SaxesAttributeNS>>): Record<string, string> {
  const read: Record<string, string> = {};
  for (const name in attributes) {
    const { uri, prefix, local, value } = attributes[name] as SaxesAttributeNS;
    // `__proto__` would be no attribute of the object, but its prototype.
    if (uri === '') read[name === '__proto__' ? '{}__proto__' : name] = value;
    else if (uri === XSI) read[`xsi:${local}`] = value;
    else if (uri === XML) read[`xml:${local}`] = value;
    else if (prefix !== 'xmlns' && name !== 'xmlns') read[`{${uri}}${local}`] = value;
  }
  return read;
}
