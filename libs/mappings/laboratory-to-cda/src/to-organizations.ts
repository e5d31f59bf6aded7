import type { CdaNull, CdaOrganization } from '@segur/cda';
import type { Laboratory, Organization } from '@segur/laboratory';
import { SECTOR_LABELS } from './labels.js';
import { toAddress, toTelecoms } from './to-contacts.js';

const STRUCTURES = '1.2.250.1.71.4.2.2';
const COFRAC = '1.2.250.1.213.6.3.1';
const UNKNOWN: CdaNull = { nullFlavor: 'UNK' };

/** The laboratory as an organisation. `UNK` where its settings give no telecom: the header must say something. */
export function toOrganization(laboratory: Laboratory): CdaOrganization {
  const address = toAddress(laboratory.address);
  return {
    ids: [{ root: STRUCTURES, extension: `1${laboratory.finess}` }],
    name: laboratory.name,
    telecoms: toTelecoms(laboratory.telecoms, UNKNOWN),
    addresses: [address ?? UNKNOWN],
  };
}

/** The laboratory with its practice setting: where it performs or signs. */
export function toPerformingOrganization(laboratory: Laboratory): CdaOrganization {
  return { ...toOrganization(laboratory), ...toSector(laboratory.sector) };
}

/** The laboratory with its accreditation. */
export function toAccreditedOrganization(laboratory: Laboratory): CdaOrganization {
  const organization = toOrganization(laboratory);
  if (laboratory.cofrac === undefined) return organization;
  const accreditation = { root: COFRAC, extension: laboratory.cofrac, assigningAuthorityName: 'COFRAC' };
  return { ...organization, ids: [...organization.ids, accreditation] };
}

/** A structure of somewhere else: nothing is filled in. */
export function toOtherOrganization({ nationalId, name, address, telecoms, sector }: Organization): CdaOrganization {
  const known = address && toAddress(address);
  return {
    ids: nationalId === undefined ? [] : [{ root: STRUCTURES, extension: nationalId }],
    ...(name.trim() !== '' && { name }),
    telecoms: toTelecoms(telecoms),
    addresses: known ? [known] : [],
    ...(sector !== undefined && toSector(sector)),
  };
}

/** Whether an organisation says all that one must who signs or performs in the header. */
export function isComplete({ ids, name, telecoms, addresses }: CdaOrganization): boolean {
  return ids.length > 0 && name !== undefined && telecoms.length > 0 && addresses.length > 0;
}

/** A structure where a practice setting has no place. */
export function withoutSector({ ids, name, telecoms, addresses }: CdaOrganization): CdaOrganization {
  return { ids, ...(name !== undefined && { name }), telecoms, addresses };
}

/** A sector that the national list does not know is not written: the list is checked. */
function toSector(code: string): Pick<CdaOrganization, 'industryClass'> {
  const displayName = SECTOR_LABELS[code];
  return displayName === undefined ? {} : { industryClass: { code, codeSystem: '1.2.250.1.213.1.1.4.9', displayName } };
}
