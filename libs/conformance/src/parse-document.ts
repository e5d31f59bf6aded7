import type { Finding } from '@segur/errors';
import { SaxesParser } from 'saxes';
import { indexDocument, type CdaDocument, type Node } from './document.js';

const NAMES: Readonly<Record<string, string>> = {
  'urn:hl7-org:v3': '',
  'urn:oid:1.3.6.1.4.1.19376.1.3.2': 'lab:',
  'urn:hl7-org:sdtc': 'sdtc:',
};
const ROOT = 'ClinicalDocument';
const STYLESHEET = '{http://www.w3.org/1999/XSL/Transform}stylesheet';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * Limits under which a document is read: larger than any that the DMP takes, deeper than any that the XSD allows.
 *
 * `steps`: from each element back over those before it and around it. To place one error libxml2 goes that way; a report of a thousand
 * results takes seven million, and forty thousand twins that break the schema took it a minute.
 */
export const LIMITS = { bytes: 20 * 1024 * 1024, depth: 100, elements: 200_000, steps: 100_000_000 } as const;

/** The finding on a document that declares a DOCTYPE. */
export const DOCTYPE = refusal('cda-doctype', 'A DOCTYPE is refused', 'Une déclaration DOCTYPE est refusée');

interface OpenNode {
  name: string;
  attributes: Record<string, string>;
  children: OpenNode[];
  text: string;
  parent: OpenNode | undefined;
}

type Scope = Readonly<Record<string, string>>;

class Refused extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}

/**
 * Reads a document, or says why it is not read. A DOCTYPE is refused, so that nothing can be declared, included or expanded.
 *
 * A self-presentable document is a stylesheet around a `ClinicalDocument`: the tree is that of the latter.
 */
export function parseDocument(bytes: Uint8Array): CdaDocument | Finding {
  if (bytes.byteLength > LIMITS.bytes)
    return refusal('cda-too-large', 'The document is larger than the limit', 'Le document dépasse la taille permise');
  const elements: Node[] = [];
  const around: Node[] = [];
  const stack: OpenNode[] = [];
  const scopes: Scope[] = [{ xml: 'http://www.w3.org/XML/1998/namespace' }];
  const scopeStarts: number[] = [];
  const stepsTo: number[] = [];
  let steps = 0;

  // No more than six handlers: with the seventh, V8 makes a dictionary of the parser, and it takes five times as long (measured).
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new Refused(DOCTYPE);
  });
  // The parser's own object of attributes has no shape that the engine knows: rules would read it ten times slower.
  let attributes: Record<string, string> = {};
  let plain = true;
  parser.on('attribute', ({ name, value }) => {
    attributes[name] = value;
    if (name.includes(':') || name === 'xmlns') plain = false;
  });
  parser.on('opentag', ({ name }) => {
    const parent = stack.at(-1);
    const own = (stepsTo.at(-1) ?? 0) + (parent?.children.length ?? 0);
    steps += own;
    if (stack.length >= LIMITS.depth || elements.length + around.length >= LIMITS.elements || steps > LIMITS.steps) {
      throw new Refused(
        refusal('cda-too-deep', 'The document is too deep or has too many elements', "Le document a trop de niveaux ou d'éléments"),
      );
    }
    const scope = plain ? undefined : scopeOf(attributes, scopes.at(-1) ?? {});
    if (scope) {
      scopes.push(scope);
      scopeStarts.push(stack.length);
    }
    const bound = scope ?? scopes.at(-1) ?? {};
    const node: OpenNode = {
      name: resolve(name, bound),
      attributes: plain ? attributes : ownAttributes(attributes, bound),
      children: [],
      text: '',
      parent: undefined,
    };
    attributes = {};
    plain = true;
    if (parent) {
      // The stylesheet of a self-presentable document stays out of its tree.
      if (node.name !== ROOT || elements[0]?.name !== STYLESHEET) node.parent = parent;
      parent.children.push(node);
    }
    if (node.name === ROOT && elements[0]?.name === STYLESHEET) {
      // One by one: as arguments of a call, more than a hundred thousand elements overflow the stack.
      for (const element of elements.splice(0)) around.push(element);
    }
    elements.push(node as Node);
    stack.push(node);
    stepsTo.push(own);
  });
  const addText = (text: string) => {
    const node = stack.at(-1);
    if (node) node.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    stack.pop();
    stepsTo.pop();
    if (scopeStarts.at(-1) === stack.length) {
      scopeStarts.pop();
      scopes.pop();
    }
  });

  let text: string;
  try {
    text = decode(bytes);
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Refused) return error.finding;
    // The parser throws plain errors, whose words quote the document.
    if (error instanceof Error && Object.getPrototypeOf(error) === Error.prototype) return notWellFormed();
    throw error;
  }
  const [root] = elements;
  if (root?.name !== ROOT) {
    return refusal(
      'cda-not-clinical-document',
      'The root is not a CDA ClinicalDocument',
      "La racine n'est pas un ClinicalDocument",
    );
  }
  // What follows the document within its stylesheet is none of it.
  const own = around.length === 0 ? elements : elements.filter((node) => rootOf(node) === root);
  const schematron = /CI-SIS_BIO-CR-BIO_(\d{4}\.\d{2})\.sch/.exec(text.slice(0, text.search(/<[^?!\s]/)))?.[1];
  return indexDocument(root, own, { selfPresentable: around.length > 0, ...(schematron === undefined ? {} : { schematron }) });
}

function rootOf(node: Node): Node {
  return node.parent ? rootOf(node.parent) : node;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    const text = utf8.decode(bytes);
    const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
    if (!declared || /^utf-8$/i.test(declared)) return text;
  } catch {
    // The finding below says it.
  }
  throw new Refused(refusal('cda-not-utf8', 'The document is not UTF-8', "Le document n'est pas en UTF-8"));
}

/** A new scope where an element declares namespaces, else nothing: nearly all do not. */
function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope): Scope | undefined {
  let scope: Record<string, string> | undefined;
  for (const name in attributes) {
    if (name.charCodeAt(0) !== LETTER_X || !/^xmlns(?:$|:)/.test(name)) continue;
    scope ??= { ...outer };
    scope[name.slice(6)] = attributes[name] ?? '';
  }
  return scope;
}

function resolve(name: string, scope: Scope): string {
  const colon = name.indexOf(':');
  const uri = scope[colon < 0 ? '' : name.slice(0, colon)];
  if (uri === undefined && colon >= 0) throw new Refused(notWellFormed());
  const known = NAMES[uri ?? ''];
  return (known ?? `{${uri ?? ''}}`) + name.slice(colon + 1);
}

/** Attributes as rules name them, where one of them has a prefix or declares a namespace. */
function ownAttributes(attributes: Readonly<Record<string, string>>, scope: Scope): Record<string, string> {
  const own: Record<string, string> = {};
  for (const name in attributes) {
    const value = attributes[name] ?? '';
    const colon = name.indexOf(':');
    const prefix = name.slice(0, Math.max(colon, 0));
    if (prefix === 'xmlns' || name === 'xmlns') continue;
    if (colon >= 0 && scope[prefix] === undefined) throw new Refused(notWellFormed());
    if (colon >= 0 && scope[prefix] === XSI) own[`xsi:${name.slice(colon + 1)}`] = ownType(value, scope);
    else own[name] = value;
  }
  return own;
}

/** `c:PQ` of a document with prefixed names is `PQ`. */
function ownType(value: string, scope: Scope): string {
  const colon = value.indexOf(':');
  return colon > 0 && scope[value.slice(0, colon)] === 'urn:hl7-org:v3' ? value.slice(colon + 1) : value;
}

const LETTER_X = 'x'.charCodeAt(0);

function notWellFormed(): Finding {
  return refusal('cda-not-well-formed', 'Not well-formed XML', 'XML mal formé');
}

function refusal(code: string, message: string, messageFr: string): Finding {
  return { severity: 'error', code, location: '/', message, messageFr };
}
