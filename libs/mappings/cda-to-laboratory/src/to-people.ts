import { isNull, type CdaAddress, type CdaEntity, type CdaNull, type CdaOrganization, type CdaTelecom } from '@segur/cda';
import type { Address, Telecom } from '@segur/identity';
import type { Organization, Professional } from '@segur/laboratory';

const PROFESSIONALS = '1.2.250.1.71.4.2.1';
const STRUCTURES = '1.2.250.1.71.4.2.2';
const MSSANTE = /^mailto:(?<mailbox>[^\s@]+@[^\s@]*mssante[^\s@]*)$/i;
const PREFIXES = ['M', 'MME'] as const;
const SUFFIXES = ['DR', 'MC', 'MG', 'PC', 'PG', 'PR'] as const;
const USES = ['H', 'HP', 'HV', 'WP', 'DIR', 'PUB', 'EC', 'MC', 'PG'] as const;

/**
 * Lines as they are printed: number and street, then what completes them, in one line. Withheld or unknown: none.
 *
 * The INSEE code of the commune is not kept: the domain's addresses have none.
 */
export function toAddress(address: CdaAddress | CdaNull | undefined): Address | undefined {
  if (!address || isNull(address)) return undefined;
  const { postalCode, city, country } = address;
  const join = (parts: readonly (string | undefined)[], by: string) => parts.filter(Boolean).join(by);
  const street = join([address.houseNumber ?? address.houseNumberNumeric, address.streetNameType, address.streetName], ' ');
  const { additionalLocator, unitID, postBox, precinct, state } = address;
  const rest = join([additionalLocator, unitID, postBox, precinct, state], ', ');
  const lines = address.lines ?? [street, rest].filter((line) => line !== '');
  if (lines.length === 0 && !postalCode && !city && !country) return undefined;
  return { lines, ...(postalCode && { postalCode }), ...(city && { city }), ...(country && { country }) };
}

/** Those that are known. */
export function toAddresses(addresses: readonly (CdaAddress | CdaNull)[]): readonly Address[] {
  return addresses.flatMap((address) => toAddress(address) ?? []);
}

/** Those that are known; a use that HL7 does not have is dropped. */
export function toTelecoms(telecoms: readonly (CdaTelecom | CdaNull)[]): readonly Telecom[] {
  return telecoms.flatMap((telecom): readonly Telecom[] => {
    if (isNull(telecom)) return [];
    const use = oneOf(USES, telecom.use);
    return [{ value: telecom.value, ...(use && { use }) }];
  });
}

/** The MSSanté address among telecoms. */
export function mailboxOf(telecoms: readonly Telecom[]): string | undefined {
  return telecoms.map(({ value }) => MSSANTE.exec(value)?.groups?.['mailbox']).find((mailbox) => mailbox !== undefined);
}

/** A structure; absent when nothing names it. */
export function toOrganization(organization: CdaOrganization | undefined): Organization | undefined {
  if (!organization) return undefined;
  const nationalId = organization.ids.find(({ root, extension }) => root === STRUCTURES && extension !== undefined)?.extension;
  const { name, industryClass } = organization;
  if (nationalId === undefined && name === undefined) return undefined;
  const address = toAddress(organization.addresses[0]);
  return {
    ...(nationalId !== undefined && { nationalId }),
    name: name ?? '',
    ...(address && { address }),
    telecoms: toTelecoms(organization.telecoms),
    ...(industryClass && { sector: industryClass.code }),
  };
}

/** A person and where they practise; the family name is empty when only the structure is known. Absent when nothing names either. */
export function toProfessional(entity: CdaEntity): Professional | undefined {
  const { ids, code, person } = entity;
  const nationalId = ids.find(({ root, extension }) => root === PROFESSIONALS && extension !== undefined)?.extension;
  const localId = nationalId === undefined ? ids.find(({ extension }) => extension !== undefined)?.extension : undefined;
  const organization = toOrganization(entity.organization);
  if (!person && nationalId === undefined && localId === undefined && !organization) return undefined;
  const prefix = oneOf(PREFIXES, person?.prefix);
  const suffix = oneOf(SUFFIXES, person?.suffix);
  const address = toAddress(entity.addresses.find((candidate) => !isNull(candidate)));
  return {
    ...(nationalId !== undefined && { nationalId }),
    ...(localId !== undefined && { localId }),
    family: person?.family ?? '',
    ...(person?.given !== undefined && { given: person.given }),
    ...(prefix && { prefix }),
    ...(suffix && { suffix }),
    ...(code?.codeSystem !== undefined && {
      specialty: { code: code.code, system: code.codeSystem, label: code.displayName ?? code.code },
    }),
    ...(address && { address }),
    telecoms: toTelecoms(entity.telecoms),
    ...(organization && { organization }),
  };
}

/** True for the same person: by identifier and name, for official examples give one number to two people. */
export function isSamePerson(one: Professional, other: Professional): boolean {
  return one.nationalId === other.nationalId && one.localId === other.localId && one.family === other.family;
}

function oneOf<T extends string>(list: readonly T[], value: string | undefined): T | undefined {
  return list.find((candidate) => candidate === value);
}
