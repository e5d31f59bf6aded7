import type { CdaEntity, CdaId, CdaOrganization, CdaPerformer, CdaRecipient } from '@segur/cda';
import type { Telecom } from '@segur/identity';
import type { Identifier, Laboratory, PerformingLaboratory, Professional } from '@segur/laboratory';
import { toCdaTime } from './cda-time.js';
import { toCode } from './to-codes.js';
import { toAddress, toTelecoms } from './to-contacts.js';
import { isComplete, toOtherOrganization, withoutSector } from './to-organizations.js';

const PROFESSIONALS = '1.2.250.1.71.4.2.1';

/** Arcs under the laboratory's OID, so that its numbers never meet. */
export const ARCS = {
  request: '1',
  prescription: '2',
  specimen: '3',
  result: '4',
  professional: '5',
  encounter: '6',
  isolate: '7',
} as const;

/** A number of the laboratory, under its own OID; `known` is the identifier that it had before, if it had one. */
export function localId(laboratory: Laboratory, arc: keyof typeof ARCS, extension: string, known?: Identifier): CdaId {
  return known ? toId(known) : { root: `${laboratory.oidRoot}.${ARCS[arc]}`, extension };
}

/** An identifier as its maker gave it; the hexadecimal of a UUID is in capitals (HL7 V3 data types, II). */
export function toId({ root, extension }: Identifier): CdaId {
  const spelled = root.includes('-') ? root.toUpperCase() : root;
  return { root: spelled, ...(extension !== undefined && { extension }) };
}

/** National identifier, else the laboratory's own; none when nobody gave one. */
export function toProfessionalIds(professional: Professional, laboratory: Laboratory): readonly CdaId[] {
  if (professional.nationalId !== undefined) return [{ root: PROFESSIONALS, extension: professional.nationalId }];
  return professional.localId === undefined ? [] : [localId(laboratory, 'professional', professional.localId)];
}

/** A professional of somewhere else: nothing is filled in. */
export function toOutsider(professional: Professional, laboratory: Laboratory): CdaEntity {
  const { specialty } = professional;
  return { ...toContact(professional, laboratory), ...(specialty && { code: toCode(specialty) }) };
}

/** A professional to whom the report is addressed, with the mailbox that it goes to. */
export function toRecipient(professional: Professional, laboratory: Laboratory, typeCode: 'PRCP' | 'TRC'): CdaRecipient {
  const { mssAddress, telecoms } = professional;
  const mailbox: readonly Telecom[] = mssAddress === undefined ? [] : [{ value: `mailto:${mssAddress}` }];
  const { ids, organization, ...contact } = toContact(professional, laboratory);
  // A recipient may carry its national identifier only, and its structure no practice setting.
  const national = ids.filter(({ root }) => root === PROFESSIONALS);
  return {
    ...contact,
    ids: national,
    typeCode,
    telecoms: toTelecoms([...telecoms, ...mailbox]),
    ...(organization && { organization: withoutSector(organization) }),
  };
}

function toContact(professional: Professional, laboratory: Laboratory): Omit<CdaEntity, 'code'> {
  const address = professional.address && toAddress(professional.address);
  const { organization } = professional;
  return {
    ids: toProfessionalIds(professional, laboratory),
    addresses: address ? [address] : [],
    telecoms: toTelecoms(professional.telecoms),
    ...toPersonName(professional),
    ...(organization && { organization: toOtherOrganization(organization) }),
  };
}

/**
 * A biologist who signs: reached where they work when no address of their own is known, as authenticators must be.
 *
 * @param organization - The laboratory; a biologist of another one is said to work there, as far as that one is known.
 */
export function toBiologist(professional: Professional, laboratory: Laboratory, organization: CdaOrganization): CdaEntity {
  const entity = toOutsider(professional, laboratory);
  const place = entity.organization && isComplete(entity.organization) ? entity.organization : organization;
  return {
    ...entity,
    addresses: entity.addresses.length > 0 ? entity.addresses : place.addresses,
    telecoms: entity.telecoms.length > 0 ? entity.telecoms : place.telecoms,
    organization: place,
  };
}

/** The laboratory that did an examination for this one: what is known of it, and nothing filled in. @throws {UnassemblableReport} `malformed-time`. */
export function toPerformer({ organization, director, at }: PerformingLaboratory, laboratory: Laboratory): CdaPerformer {
  return {
    ...(director ? toOutsider(director, laboratory) : { ids: [], addresses: [], telecoms: [] }),
    organization: toOtherOrganization(organization),
    ...(at !== undefined && { time: { high: toCdaTime(at, laboratory.timeZone) } }),
  };
}

/** A recipient may be a mailbox or a structure without a person. */
function toPersonName({ family, given, prefix, suffix }: Professional): Pick<CdaEntity, 'person'> {
  if (family.trim() === '') return {};
  return { person: { family, ...(given?.trim() && { given }), ...(prefix && { prefix }), ...(suffix && { suffix }) } };
}
