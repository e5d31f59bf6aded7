import type { Address as FhirAddress, ContactPoint } from '@segur/fhir';
import type { Address, Telecom } from '@segur/identity';

const SYSTEMS: Readonly<Record<string, ContactPoint['system']>> = {
  tel: 'phone',
  fax: 'fax',
  mailto: 'email',
  http: 'url',
  https: 'url',
};
const USES: Readonly<Record<NonNullable<Telecom['use']>, ContactPoint['use'] | undefined>> = {
  H: 'home',
  HP: 'home',
  HV: 'home',
  WP: 'work',
  DIR: 'work',
  PUB: 'work',
  MC: 'mobile',
  EC: undefined,
  PG: undefined,
};

/** A telecom without its scheme, unless the scheme is part of it. */
function toContactPoint({ value, use }: Telecom): ContactPoint {
  const [, scheme = '', rest = value] = /^([a-z]+):(.*)$/is.exec(value) ?? [];
  const system = use === 'PG' ? 'pager' : (SYSTEMS[scheme.toLowerCase()] ?? 'other');
  const fhirUse = use && USES[use];
  return { system, value: system === 'url' || system === 'other' ? value : rest, ...(fhirUse && { use: fhirUse }) };
}

/** Ways to reach a structure, each once: it has no home (org-3). */
export function toWorkContactPoints(telecoms: readonly Telecom[]): readonly ContactPoint[] {
  return toContactPoints(telecoms).map(({ use, ...point }) => (use === undefined || use === 'home' ? point : { ...point, use }));
}

/** Ways to reach somebody, each once. */
export function toContactPoints(telecoms: readonly Telecom[]): readonly ContactPoint[] {
  return [...new Map(telecoms.map((telecom) => [telecom.value, telecom])).values()].map(toContactPoint);
}

/** An address, line by line. */
export function toFhirAddress({ lines, postalCode = '', city = '', country = '' }: Address): FhirAddress {
  return { line: lines, city, postalCode, country };
}
