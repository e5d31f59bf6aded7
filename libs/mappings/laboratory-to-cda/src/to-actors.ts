import type { CdaAddress, CdaEntity, CdaId, CdaNull, CdaOrganization, CdaRecipient, CdaTelecom } from '@segur/cda';
import type { Address, Telecom } from '@segur/identity';
import type { Laboratory, Professional } from '@segur/laboratory';
import { SECTOR_LABELS } from './labels.js';

const PROFESSIONALS = '1.2.250.1.71.4.2.1';
const STRUCTURES = '1.2.250.1.71.4.2.2';
const COFRAC = '1.2.250.1.213.6.3.1';
const UNKNOWN: CdaNull = { nullFlavor: 'UNK' };

/** Arcs under the laboratory's OID, so that its numbers never meet. */
export const ARCS = { request: '1', prescription: '2', specimen: '3', result: '4', professional: '5', encounter: '6' } as const;

/** A number of the laboratory, under its own OID. */
export function localId(laboratory: Laboratory, arc: keyof typeof ARCS, extension: string): CdaId {
  return { root: `${laboratory.oidRoot}.${ARCS[arc]}`, extension };
}

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
  const { sector } = laboratory;
  return {
    ...toOrganization(laboratory),
    industryClass: { code: sector, codeSystem: '1.2.250.1.213.1.1.4.9', displayName: SECTOR_LABELS[sector] },
  };
}

/** The laboratory with its accreditation. */
export function toAccreditedOrganization(laboratory: Laboratory): CdaOrganization {
  const organization = toOrganization(laboratory);
  if (laboratory.cofrac === undefined) return organization;
  const accreditation = { root: COFRAC, extension: laboratory.cofrac, assigningAuthorityName: 'COFRAC' };
  return { ...organization, ids: [...organization.ids, accreditation] };
}

/** National identifier, else the laboratory's own; none when nobody gave one. */
export function toProfessionalIds(professional: Professional, laboratory: Laboratory): readonly CdaId[] {
  if (professional.nationalId !== undefined) return [{ root: PROFESSIONALS, extension: professional.nationalId }];
  return professional.localId === undefined ? [] : [localId(laboratory, 'professional', professional.localId)];
}

/** A professional of somewhere else: nothing is filled in. */
export function toOutsider(professional: Professional, laboratory: Laboratory): CdaEntity {
  const { specialty } = professional;
  return {
    ...toContact(professional, laboratory),
    ...(specialty && { code: { code: specialty.code, codeSystem: specialty.system, displayName: specialty.label } }),
  };
}

/** A professional to whom the report is addressed, with the mailbox that it goes to. */
export function toRecipient(professional: Professional, laboratory: Laboratory, typeCode: 'PRCP' | 'TRC'): CdaRecipient {
  const { mssAddress, telecoms } = professional;
  const mailbox: readonly Telecom[] = mssAddress === undefined ? [] : [{ value: `mailto:${mssAddress}` }];
  const { ids, ...contact } = toContact(professional, laboratory);
  // A recipient may carry its national identifier only.
  const national = ids.filter(({ root }) => root === PROFESSIONALS);
  return { ...contact, ids: national, typeCode, telecoms: toTelecoms([...telecoms, ...mailbox]) };
}

function toContact(professional: Professional, laboratory: Laboratory): Omit<CdaEntity, 'code'> {
  const address = professional.address && toAddress(professional.address);
  return {
    ids: toProfessionalIds(professional, laboratory),
    addresses: address ? [address] : [],
    telecoms: toTelecoms(professional.telecoms),
    person: toPersonName(professional),
  };
}

/** A biologist of the laboratory: reached at the laboratory where no address of their own is known, as authenticators must be. */
export function toBiologist(professional: Professional, laboratory: Laboratory, organization: CdaOrganization): CdaEntity {
  const entity = toOutsider(professional, laboratory);
  return {
    ...entity,
    addresses: entity.addresses.length > 0 ? entity.addresses : organization.addresses,
    telecoms: entity.telecoms.length > 0 ? entity.telecoms : organization.telecoms,
    organization,
  };
}

function toPersonName({ family, given, prefix, suffix }: Professional): NonNullable<CdaEntity['person']> {
  return { family, ...(given && { given }), ...(prefix && { prefix }), ...(suffix && { suffix }) };
}

/** Without twins: two telecoms alike make a document invalid. */
export function toTelecoms(telecoms: readonly Telecom[], none?: CdaNull): readonly (CdaTelecom | CdaNull)[] {
  const distinct = [...new Map(telecoms.map((telecom) => [telecom.value, telecom])).values()];
  return distinct.length === 0 && none ? [none] : distinct;
}

/**
 * Names the parts of an address: number and street from the line that starts with a number, else from the first; the rest completes it.
 *
 * @returns `undefined` when nothing is known.
 */
export function toAddress({ lines, postalCode, city, country }: Address): CdaAddress | undefined {
  const street = lines.findIndex((line) => NUMBERED.test(line));
  const streetLine = lines[Math.max(street, 0)]?.trim() ?? '';
  const rest = lines.filter((line, index) => index !== Math.max(street, 0) && line.trim() !== '').join(', ');
  const { number, name } = NUMBERED.exec(streetLine)?.groups ?? {};
  const parts = Object.entries({
    houseNumber: number?.trim(),
    streetName: name ?? streetLine,
    additionalLocator: rest,
    postalCode,
    city,
    country,
  }).filter(([, value]) => value);
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

const NUMBERED = /^\s*(?<number>\d+(?:[-/]\d+)?\s?(?:bis|ter|quater|[a-d](?=[\s,]))?),?\s+(?<name>\S.*?)\s*$/i;
