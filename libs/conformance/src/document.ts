/** An element as read: names are local names of `urn:hl7-org:v3`, or `lab:` / `sdtc:` and the local name, or `{uri}name`. */
export interface Node {
  readonly name: string;
  /** By qualified name, `xsi:type` whatever prefix the document uses; without namespace declarations. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  /** Character data of the element itself. */
  readonly text: string;
  readonly parent?: Node;
}

/** A document with the looks-up that rules need. */
export interface CdaDocument {
  readonly root: Node;
  /** Elements in document order, by name. */
  all(name: string): readonly Node[];
  /** Elements that have a `templateId` child with this root. */
  withTemplate(root: string): readonly Node[];
  /** Elements that have this attribute, in document order: rules on attributes then need not look at every element. */
  withAttribute(name: string): readonly Node[];
  /** Names of attributes that stand anywhere. */
  readonly attributeNames: readonly string[];
  /** Names of elements that stand anywhere. */
  readonly names: readonly string[];
  /** True when a stylesheet carries the document (*auto-présentable*). */
  readonly selfPresentable: boolean;
  /** Version of the schematron that a processing instruction names, e.g. `2024.01`. */
  readonly schematron?: string;
  /** `ID` attributes and the elements that bear them. */
  readonly ids: ReadonlyMap<string, readonly Node[]>;
}

/** Makes the indexes of a document, once. */
export function indexDocument(
  root: Node,
  elements: readonly Node[],
  origin: Pick<CdaDocument, 'selfPresentable' | 'schematron'>,
): CdaDocument {
  const byName = new Map<string, Node[]>();
  const byTemplate = new Map<string, Node[]>();
  const byAttribute = new Map<string, Node[]>();
  for (const node of elements) {
    put(byName, node.name, node);
    for (const name in node.attributes) put(byAttribute, name, node);
  }
  for (const { attributes, parent } of byName.get('templateId') ?? [])
    if (parent) put(byTemplate, attributes['root'] ?? '', parent);
  const ids = new Map<string, Node[]>();
  for (const node of byAttribute.get('ID') ?? []) put(ids, node.attributes['ID'] ?? '', node);
  return {
    ...origin,
    root,
    ids,
    names: [...byName.keys()],
    attributeNames: [...byAttribute.keys()],
    withAttribute: (name) => byAttribute.get(name) ?? [],
    all: (name) => byName.get(name) ?? [],
    withTemplate: (oid) => byTemplate.get(oid) ?? [],
  };
}

function put(index: Map<string, Node[]>, key: string, node: Node): void {
  const known = index.get(key);
  if (known) known.push(node);
  else index.set(key, [node]);
}

/** Children with this name. */
export function children(node: Node | undefined, name: string): readonly Node[] {
  return node ? node.children.filter((candidate) => candidate.name === name) : [];
}

/** First child with this name. */
export function child(node: Node | undefined, name: string): Node | undefined {
  return node?.children.find((candidate) => candidate.name === name);
}

/** Follows first children: `at(patient, 'birthplace/place/addr/county')`. */
export function at(node: Node | undefined, path: string): Node | undefined {
  let found = node;
  for (const name of path.split('/')) found = child(found, name);
  return found;
}

/** Value of an attribute. */
export function attribute(node: Node | undefined, name: string): string | undefined {
  return node?.attributes[name];
}

/** True when one of the `templateId`s of an element has this root. */
export function hasTemplate(node: Node | undefined, root: string): boolean {
  return children(node, 'templateId').some(({ attributes }) => attributes['root'] === root);
}

/** True when an element holds anything to read, at any depth. */
export function hasText(node: Node): boolean {
  return node.text.trim() !== '' || node.children.some(hasText);
}

/** XPath of an element by positions, e.g. `/ClinicalDocument[1]/title[1]`. */
export function locationOf(node: Node): string {
  const { parent } = node;
  const position = parent ? (positionsIn(parent).get(node) ?? 0) : 1;
  return `${parent ? locationOf(parent) : ''}/${node.name}[${position}]`;
}

const positions = new WeakMap<Node, ReadonlyMap<Node, number>>();

/** Place of each child among those of its name. Counted once: a mistake that stands a hundred thousand times has as many places. */
function positionsIn(parent: Node): ReadonlyMap<Node, number> {
  const known = positions.get(parent);
  if (known) return known;
  const counts = new Map<string, number>();
  const found = new Map<Node, number>();
  for (const child of parent.children) {
    const position = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, position);
    found.set(child, position);
  }
  positions.set(parent, found);
  return found;
}
