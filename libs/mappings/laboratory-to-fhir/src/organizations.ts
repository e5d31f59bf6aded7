import type { Entry, Organization as FhirOrganization, Reference } from '@segur/fhir';
import type { Laboratory, Organization, Report } from '@segur/laboratory';
import { toIdentifier } from './code-systems.js';
import { refer, urnOf } from './document-ids.js';
import { UNKNOWN } from './extensions.js';
import { toFhirAddress, toWorkContactPoints } from './to-contact.js';

const STRUCTURES = '1.2.250.1.71.4.2.2';
const COFRAC = '1.2.250.1.213.6.3.1';
const SECTORS = '1.2.250.1.213.1.1.4.9';
const OWN = '';

/** Every structure that was referred to, each once, with all that is said of it in any place. */
export class Organizations {
  private readonly byKey = new Map<string, Organization>();

  constructor(
    private readonly report: Report,
    private readonly laboratory: Laboratory,
  ) {}

  /** The laboratory that reports. */
  get own(): Reference {
    return refer(this.report, 'organization');
  }

  refer(organization: Organization): Reference {
    const key = this.keyOf(organization);
    if (key !== OWN) this.byKey.set(key, merged(this.byKey.get(key), organization));
    return refer(this.report, 'organization', key);
  }

  /** The same for everything that is said of one structure. */
  keyOf({ nationalId, name, address }: Organization): string {
    if (nationalId === `1${this.laboratory.finess}`) return OWN;
    return nationalId ?? JSON.stringify([name, address]);
  }

  entries(): readonly Entry[] {
    return [
      { fullUrl: urnOf(this.report, 'organization'), resource: toOwn(this.laboratory) },
      ...[...this.byKey].map(([key, organization]) => ({
        fullUrl: urnOf(this.report, 'organization', key),
        resource: toOther(organization),
      })),
    ];
  }
}

/** The laboratory, with its accreditation. */
function toOwn({ finess, cofrac, ...laboratory }: Laboratory): FhirOrganization {
  const accreditation = cofrac === undefined ? [] : [{ ...toIdentifier(COFRAC, cofrac), assigner: { display: 'COFRAC' } }];
  const organization = toOther({ ...laboratory, nationalId: `1${finess}` });
  return { ...organization, identifier: [...organization.identifier, ...accreditation] };
}

/** A structure of which nothing is known but how to reach it must still have a name (org-1). */
function toOther({ nationalId, name, address, telecoms, sector }: Organization): FhirOrganization {
  return {
    resourceType: 'Organization',
    identifier: nationalId === undefined ? [] : [toIdentifier(STRUCTURES, nationalId)],
    type: sector === undefined ? [] : [{ coding: [{ system: `urn:oid:${SECTORS}`, code: sector }] }],
    ...(name.trim() === '' ? { _name: UNKNOWN } : { name }),
    telecom: toWorkContactPoints(telecoms),
    address: address ? [toFhirAddress(address)] : [],
  };
}

/** What is said first stands; what it does not say is taken from the other. */
function merged(first: Organization | undefined, second: Organization): Organization {
  if (!first) return second;
  return {
    ...second,
    ...first,
    name: first.name.trim() ? first.name : second.name,
    telecoms: [...first.telecoms, ...second.telecoms],
  };
}
