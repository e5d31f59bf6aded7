import type { Document, Element, Node } from 'slimdom';

/** A document with the look-ups that patterns need. Made once, shared by every schema that judges it. */
export interface DocumentIndex {
  readonly document: Document;
  readonly elements: readonly Element[];
  /** Elements by `{namespace}local`. */
  named(name: string): readonly Element[];
  /** Elements one of whose children of this name has this attribute with this value. */
  withChildAttribute(child: string, attribute: string, value: string): readonly Element[];
}

/** Name of an element, or of a test on elements, with its namespace. */
export function expandedName(namespace: string | null | undefined, local: string): string {
  return `{${namespace ?? ''}}${local}`;
}

/** Makes the look-ups of a document. */
export function indexNodes(document: Document): DocumentIndex {
  const elements: Element[] = [];
  const byName = new Map<string, Element[]>();
  for (let node: Node | null = document.documentElement; node; node = following(node, document)) {
    if (!isElement(node)) continue;
    elements.push(node);
    put(byName, expandedName(node.namespaceURI, node.localName), node);
  }
  const named = (name: string) => byName.get(name) ?? [];
  const byChild = new Map<string, Map<string, Element[]>>();
  return {
    document,
    elements,
    named,
    withChildAttribute(child, attribute, value) {
      const key = `${child}/@${attribute}`;
      let parents = byChild.get(key);
      if (!parents) {
        parents = new Map();
        for (const element of named(child)) {
          const own = element.getAttribute(attribute);
          const parent = element.parentElement;
          // Twins among the children give the parent once.
          if (own !== null && parent && parents.get(own)?.at(-1) !== parent) put(parents, own, parent);
        }
        byChild.set(key, parents);
      }
      return parents.get(value) ?? [];
    },
  };
}

/** XPath of a node by positions, e.g. `/ClinicalDocument[1]/title[1]`. */
export function locationOfNode(node: Node): string {
  if (!isElement(node)) {
    const { ownerElement, name } = node as { ownerElement?: Element; name?: string };
    return ownerElement && name !== undefined ? `${locationOfNode(ownerElement)}/@${name}` : '/';
  }
  let position = 1;
  for (let twin = node.previousElementSibling; twin; twin = twin.previousElementSibling) {
    if (twin.localName === node.localName && twin.namespaceURI === node.namespaceURI) position += 1;
  }
  const parent = node.parentElement;
  return `${parent ? locationOfNode(parent) : ''}/${node.localName}[${position}]`;
}

/** True for an element, whatever a pattern selected. */
export function isElement(node: Node | null): node is Element {
  return node?.nodeType === 1;
}

function following(node: Node, end: Node): Node | null {
  if (node.firstChild) return node.firstChild;
  let current: Node | null = node;
  while (current && current !== end) {
    if (current.nextSibling) return current.nextSibling;
    current = current.parentNode;
  }
  return null;
}

function put<T>(index: Map<string, T[]>, key: string, value: T): void {
  const known = index.get(key);
  if (known) known.push(value);
  else index.set(key, [value]);
}
