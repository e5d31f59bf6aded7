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
} from './cda-types.js';
import type { HeaderNode } from './header-tree.js';

/** Drops the keys whose value is `undefined`, so that absence has one form. */
export function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** First child with this name. */
export function child(node: HeaderNode | undefined, name: string): HeaderNode | undefined {
  return node?.children.find((candidate) => candidate.name === name);
}

/** All children with this name. */
export function children(node: HeaderNode | undefined, name: string): readonly HeaderNode[] {
  return node?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** Text without the white space around it; absent when empty. */
export function textOf(node: HeaderNode | undefined): string | undefined {
  return node?.text.trim() || undefined;
}

/** `II`; a null or rootless one is left out. */
export function toIds(nodes: readonly HeaderNode[]): readonly CdaId[] {
  return nodes.flatMap(({ attributes: { root, extension, assigningAuthorityName } }) =>
    root ? [present<CdaId>({ root, extension, assigningAuthorityName })] : [],
  );
}

/** A coded value; absent when there is no code (null flavours, original text alone). */
export function toCode(node: HeaderNode | undefined): CdaCode | undefined {
  if (!node?.attributes['code']) return undefined;
  const { code, codeSystem, codeSystemName, displayName } = node.attributes;
  return present<CdaCode>({ code, codeSystem, codeSystemName, displayName } as CdaCode);
}

/** `TS` or `IVL_TS`. */
export function toInterval(node: HeaderNode | undefined): CdaInterval {
  return present<CdaInterval>({
    value: node?.attributes['value'],
    low: child(node, 'low')?.attributes['value'],
    high: child(node, 'high')?.attributes['value'],
  });
}

/** `AD`. */
export function toAddress(node: HeaderNode): CdaAddress | CdaNull {
  if (node.attributes['nullFlavor']) return { nullFlavor: node.attributes['nullFlavor'] };
  const lines = children(node, 'streetAddressLine').flatMap((line) => textOf(line) ?? []);
  const part = (name: string) => textOf(child(node, name));
  return present<CdaAddress>({
    use: node.attributes['use'],
    lines: lines.length > 0 ? lines : undefined,
    houseNumber: part('houseNumber'),
    streetName: part('streetName'),
    additionalLocator: part('additionalLocator'),
    postalCode: part('postalCode'),
    city: part('city'),
    county: part('county'),
    country: part('country'),
  });
}

/** `TEL`; one without value is left out. */
export function toTelecoms(nodes: readonly HeaderNode[]): readonly (CdaTelecom | CdaNull)[] {
  return nodes.flatMap(({ attributes: { nullFlavor, value, use } }): (CdaTelecom | CdaNull)[] => {
    if (nullFlavor) return [{ nullFlavor }];
    return value ? [present<CdaTelecom>({ value, use })] : [];
  });
}

/** Name of a professional; absent without a family name. */
export function toPersonName(node: HeaderNode | undefined): CdaPersonName | undefined {
  const name = child(node, 'name');
  const family = textOf(child(name, 'family'));
  if (!family) return undefined;
  const part = (kind: string) => textOf(child(name, kind));
  return present<CdaPersonName>({ family, given: part('given'), prefix: part('prefix'), suffix: part('suffix') });
}

/** An organisation, whatever role it plays. */
export function toOrganization(node: HeaderNode | undefined): CdaOrganization | undefined {
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
export function toEntity(node: HeaderNode | undefined, person: string, organization: string): CdaEntity {
  return present<CdaEntity>({
    ids: toIds(children(node, 'id')),
    code: toCode(child(node, 'code')),
    addresses: children(node, 'addr').map(toAddress),
    telecoms: toTelecoms(children(node, 'telecom')),
    person: toPersonName(child(node, person)),
    organization: toOrganization(child(node, organization)),
  });
}
