import fontoxpath, { type Options } from 'fontoxpath';
import { parseXmlDocument, type Document, type Element, type Node } from 'slimdom';
import { resolvePath, UnreadableSchema, type SchemaFiles } from './schema-files.js';

// The package is CommonJS to Node.
const { createTypedValueFactory, domFacade, evaluateXPath, evaluateXPathToBoolean, evaluateXPathToNodes, evaluateXPathToString } =
  fontoxpath;

const sequenceOf = createTypedValueFactory('item()*');

/** Values of `let`s, by name. */
export type Variables = Readonly<Record<string, unknown>>;

/** XPath as the `xslt2` binding of Schematron has it, with `document()`, `doc()`, `current()` and names of `xsi:type`. */
export interface XPathEngine {
  /** @throws {Error} The expression cannot be compiled or evaluated, as in each of these. */
  test(expression: string, node: Node, variables: Variables): boolean;
  text(expression: string, node: Node, variables: Variables): string;
  nodes(expression: string, node: Node): readonly Node[];
  /** All items, so that a `let` may hold nodes or text. */
  value(expression: string, node: Node, variables: Variables): unknown;
  /** The file whose absence made the last evaluation fail. The engine's own errors do not tell it. */
  takeMissingFile(): string | undefined;
  /** Namespace of a prefix of the schema. */
  namespaceOf(prefix: string): string;
}

interface Context {
  current: Node;
  open(address: string): Document;
  has(address: string): boolean;
}

const FUNCTIONS = 'http://www.w3.org/2005/xpath-functions';
const OWN = 'urn:segur:schematron';
const OWN_NAMES = new Set(['document#1', 'doc#1', 'doc-available#1', 'current#0', 'resolve-QName#2', 'QName#2', 'matches#3']);

let registered = false;

/** Opens an engine for one schema. What `doc()` reads comes from the files of the schema, and is kept. */
export function openXPathEngine(files: SchemaFiles, path: string, namespaces: ReadonlyMap<string, string>): XPathEngine {
  register();
  let missing: string | undefined;
  const opened = new Map<string, Document | undefined>();
  const find = (address: string): Document | undefined => {
    if (!opened.has(address)) {
      const text = files.read(resolvePath(path, address));
      opened.set(address, text === undefined ? undefined : parseXmlDocument(text.replace(/^\uFEFF/, '')));
    }
    return opened.get(address);
  };
  const context: Context = {
    current: undefined as unknown as Node,
    has: (address) => find(address) !== undefined,
    open(address) {
      const document = find(address);
      if (document) return document;
      missing = resolvePath(path, address);
      throw new UnreadableSchema('A file that the schema reads is missing', { file: missing });
    },
  };
  const namespaceOf = (prefix: string) => namespaces.get(prefix) ?? WELL_KNOWN[prefix] ?? '';
  const options: Options = {
    currentContext: context,
    namespaceResolver: (prefix) => namespaceOf(prefix),
    functionNameResolver: ({ prefix, localName }, arity) => {
      if (prefix) return { namespaceURI: namespaceOf(prefix), localName };
      return { namespaceURI: OWN_NAMES.has(`${localName}#${arity}`) ? OWN : FUNCTIONS, localName };
    },
  };
  const at = (node: Node) => {
    context.current = node;
    return node;
  };
  return {
    namespaceOf,
    takeMissingFile() {
      const file = missing;
      missing = undefined;
      return file;
    },
    test: (expression, node, variables) => evaluateXPathToBoolean(adapted(expression), at(node), null, variables, options),
    text: (expression, node, variables) => evaluateXPathToString(adapted(expression), at(node), null, variables, options),
    nodes: (expression, node) => evaluateXPathToNodes<Node>(adapted(expression), at(node), null, null, options),
    value: (expression, node, variables) =>
      // A bare array would come back as one XPath array.
      sequenceOf(
        evaluateXPath(adapted(expression), at(node), null, variables, evaluateXPath.ALL_RESULTS_TYPE, options) as object[],
        domFacade,
      ),
  };
}

const WELL_KNOWN: Readonly<Record<string, string>> = {
  xs: 'http://www.w3.org/2001/XMLSchema',
  fn: FUNCTIONS,
  xml: 'http://www.w3.org/XML/1998/namespace',
};

/** `^+?` of the published rule on integers has nothing to repeat: other engines read it as an optional sign. */
function adapted(expression: string): string {
  return expression.includes('^+?') ? expression.replaceAll('^+?', '^\\+?') : expression;
}

interface CallContext {
  readonly currentContext: Context;
}

function register(): void {
  if (registered) return;
  registered = true;
  const add = (localName: string, takes: string[], gives: string, call: (context: Context, ...items: never[]) => unknown) =>
    fontoxpath.registerCustomXPathFunction(
      { namespaceURI: OWN, localName },
      takes,
      gives,
      ({ currentContext }: CallContext, ...items) => call(currentContext, ...(items as never[])),
    );
  const open = ({ open }: Context, address: string | null) => (address === null ? null : open(address));
  add('document', ['xs:string?'], 'node()?', open);
  add('doc', ['xs:string?'], 'node()?', open);
  add('doc-available', ['xs:string?'], 'xs:boolean', ({ has }, address: string | null) => address !== null && has(address));
  add('current', [], 'node()', ({ current }) => current);
  // The engine has the form without flags only.
  add('matches', ['xs:string?', 'xs:string', 'xs:string'], 'xs:boolean', (_, text: string | null, pattern: string, flags: string) =>
    new RegExp(pattern, `${flags}u`).test(text ?? ''),
  );
  // The engine has no values of type xs:QName to compare: names are compared as `{namespace}local`.
  add('resolve-QName', ['xs:string?', 'node()'], 'xs:string?', (_, name: string | null, element: Element) => {
    if (name === null) return null;
    const [local = '', prefix] = name.trim().split(':').reverse();
    return `{${element.lookupNamespaceURI(prefix ?? null) ?? ''}}${local}`;
  });
  add('QName', ['xs:string?', 'xs:string'], 'xs:string', (_, namespace: string | null, name: string) => {
    return `{${namespace ?? ''}}${name.split(':').at(-1) ?? ''}`;
  });
}
