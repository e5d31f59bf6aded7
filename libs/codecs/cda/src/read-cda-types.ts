import type {
  CdaAddress,
  CdaCode,
  CdaEntity,
  CdaId,
  CdaInterval,
  CdaNull,
  CdaOrganization,
  CdaPersonName,
  CdaTelecom,
  CdaTime,
} from './cda-types.js';
import type { CdaNode } from './cda-tree.js';

/** Drops the keys whose value is `undefined`, so that absence has one form. */
export function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  const kept: Partial<T> = {};
  for (const key in fields) if (fields[key] !== undefined) kept[key] = fields[key];
  return kept as T;
}

/** A list, or absence when it is empty. */
export function listed<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined;
}

/** First child with this name; it counts as read. */
export function child(node: CdaNode | undefined, name: string): CdaNode | undefined {
  const found = node?.children.find((candidate) => candidate.name === name);
  if (found) found.read = true;
  return found;
}

/** First child with this name, looked at without reading it. */
export function peek(node: CdaNode | undefined, name: string): CdaNode | undefined {
  return node?.children.find((candidate) => candidate.name === name);
}

/** All children with this name; they count as read. */
export function children(node: CdaNode | undefined, name: string): readonly CdaNode[] {
  const found = node?.children.filter((candidate) => candidate.name === name) ?? [];
  for (const one of found) one.read = true;
  return found;
}

/** Text without the white space around it; absent when empty. */
export function textOf(node: CdaNode | undefined): string | undefined {
  if (!node) return undefined;
  node.textRead = true;
  return node.text.trim() || undefined;
}

/** `II`; a null or rootless one is left out. */
export function toIds(nodes: readonly CdaNode[]): readonly CdaId[] {
  return nodes.flatMap(({ attributes: { root, extension, assigningAuthorityName } }) =>
    root ? [present<CdaId>({ root, extension, assigningAuthorityName })] : [],
  );
}

/** A coded value; absent when there is no code (null flavours, original text alone). */
export function toCode(node: CdaNode | undefined): CdaCode | undefined {
  if (!node?.attributes['code']) return undefined;
  const { code, codeSystem, codeSystemName, displayName } = node.attributes;
  return present<CdaCode>({ code, codeSystem, codeSystemName, displayName });
}

/** `TS` or `IVL_TS`. */
export function toInterval(node: CdaNode | undefined): CdaInterval {
  return present<CdaInterval>({
    value: node?.attributes['value'],
    low: child(node, 'low')?.attributes['value'],
    high: child(node, 'high')?.attributes['value'],
  });
}

/** A point in time: `value`, else the end of an interval, else its beginning. What it passes over stays unread. */
export function toPoint(node: CdaNode | undefined): CdaTime | undefined {
  if (node?.attributes['value']) return node.attributes['value'];
  const bound = ['high', 'low'].find((name) => peek(node, name)?.attributes['value']);
  return bound && child(node, bound)?.attributes['value'];
}

const PARTS = [
  'houseNumber',
  'houseNumberNumeric',
  'streetName',
  'streetNameType',
  'additionalLocator',
  'unitID',
  'postBox',
  'precinct',
  'state',
  'postalCode',
  'city',
  'county',
  'country',
] as const;

/** `AD`. One of plain text has one line. */
export function toAddress(node: CdaNode): CdaAddress | CdaNull {
  if (node.attributes['nullFlavor']) return { nullFlavor: node.attributes['nullFlavor'] };
  const lines = children(node, 'streetAddressLine').flatMap((line) => textOf(line) ?? []);
  const plain = textOf(node);
  const address: { -readonly [K in keyof CdaAddress]: CdaAddress[K] } = {};
  const all = plain === undefined ? lines : [plain, ...lines];
  if (node.attributes['use'] !== undefined) address.use = node.attributes['use'];
  if (all.length > 0) address.lines = all;
  for (const part of PARTS) {
    const text = textOf(child(node, part));
    if (text !== undefined) address[part] = text;
  }
  return address;
}

/** `TEL`; one without value is left out. */
export function toTelecoms(nodes: readonly CdaNode[]): readonly (CdaTelecom | CdaNull)[] {
  return nodes.flatMap(({ attributes: { nullFlavor, value, use } }): (CdaTelecom | CdaNull)[] => {
    if (nullFlavor) return [{ nullFlavor }];
    return value ? [present<CdaTelecom>({ value, use })] : [];
  });
}

/** Name of a professional; absent without a family name. */
export function toPersonName(node: CdaNode | undefined): CdaPersonName | undefined {
  const name = child(node, 'name');
  const family = textOf(child(name, 'family'));
  if (!family) return undefined;
  const part = (kind: string) => textOf(child(name, kind));
  return present<CdaPersonName>({ family, given: part('given'), prefix: part('prefix'), suffix: part('suffix') });
}

/** An organisation, whatever role it plays. */
export function toOrganization(node: CdaNode | undefined): CdaOrganization | undefined {
  if (!node) return undefined;
  return present<CdaOrganization>({
    ids: toIds(children(node, 'id')),
    name: textOf(child(node, 'name')),
    telecoms: toTelecoms(children(node, 'telecom')),
    addresses: children(node, 'addr').map(toAddress),
    industryClass: toCode(child(node, 'standardIndustryClassCode')),
  });
}

/** An actor: the names of the person and of the organisation depend on the role. */
export function toEntity(node: CdaNode | undefined, person: string, organization: string): CdaEntity {
  return present<CdaEntity>({
    ids: toIds(children(node, 'id')),
    code: toCode(child(node, 'code')),
    addresses: children(node, 'addr').map(toAddress),
    telecoms: toTelecoms(children(node, 'telecom')),
    person: toPersonName(child(node, person)),
    organization: toOrganization(child(node, organization)),
  });
}
