import { randomUUID } from 'node:crypto';
import type { Court } from '../dmp-memory.js';
import { STATUS_URN, type Availability, type HeldDocument } from '../held-documents.js';
import { institutionsOf, submissionSetOf } from '../received-lot.js';
import { SoapFault, type DmpRule, type Refusal } from '../refusal.js';
import { identifier, readRegistryObjects, SCHEME, slot, type Association, type RegistryObject } from '../registry-objects.js';
import { formatRefusals } from '../rules/formats.js';
import { demandInstitution } from '../rules/institution.js';
import { patientRefusals } from '../rules/patient.js';
import { requiredFieldRefusals } from '../rules/required-fields.js';
import { demandSchemaOrder } from '../rules/schema-order.js';
import type { SoapRequest } from '../soap-request.js';

/** An update that may be applied: to what, and how. */
interface Update {
  readonly target: HeldDocument;
  readonly change: (document: HeldDocument) => HeldDocument;
}

const STATUS_UPDATE = 'urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus';
const HAS_MEMBER = 'urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember';

/**
 * ITI-57 (TD3.3): deletes by a change of status (S5), or changes who may see a document by new metadata (S6).
 *
 * @throws {SoapFault} M14, M15, or a right that an organisation certificate does not give (V10).
 */
export function update({ body }: SoapRequest, court: Court): readonly Refusal[] {
  demandSchemaOrder(body);
  const objects = readRegistryObjects(body);
  const set = submissionSetOf(objects);
  const [association, ...others] = objects.associations;
  if (!set || !association || others.length > 0) {
    return [metadata('SIM-M1', 'an update has one submission set and one association')];
  }
  const lot = { set, entries: [], associations: objects.associations, bytes: new Map() };
  const shape = [
    ...requiredFieldRefusals(lot),
    ...patientRefusals(lot, court.policy.insAuthorities),
    ...formatRefusals(lot, court.now),
  ];
  if (shape.length > 0) return shape;
  demandInstitution(set, court);
  const setId = identifier(set, SCHEME.setUniqueId) ?? '';
  if (court.memory.documents.hasSet(setId)) {
    return [
      {
        code: 'XDSDuplicateUniqueIdInRegistry',
        rule: 'SIM-S1',
        message: 'a lot of this uniqueId was already received',
        location: set.id,
      },
    ];
  }
  const judged = judge(set, association, objects.entries, court);
  if ('code' in judged) return [judged];
  court.memory.documents.update(setId, judged.target.uniqueId, judged.change);
  return [];
}

function judge(set: RegistryObject, association: Association, entries: readonly RegistryObject[], court: Court): Update | Refusal {
  const [entry, ...others] = entries;
  if (association.type === STATUS_UPDATE && !entry) return statusUpdate(set, association, court);
  if (association.type === HAS_MEMBER && entry && others.length === 0) return metadataUpdate(set, association, entry, court);
  return metadata('SIM-M1', 'an update is a status (UpdateAvailabilityStatus) or new metadata (HasMember)', association.id);
}

/** S5, and V10 for the statuses that a professional alone may give. */
function statusUpdate(set: RegistryObject, association: Association, court: Court): Update | Refusal {
  const [original, next] = ['OriginalStatus', 'NewStatus'].map((name) => statusOf(slot(association, name)));
  const refuse = (message: string): Refusal => ({
    code: 'XDSMetadataUpdateError',
    rule: 'SIM-S5',
    message,
    location: association.id,
  });
  if (association.source !== set.id) return refuse('the association goes from the submission set');
  if (!original || !next) return refuse('OriginalStatus and NewStatus are needed, each with one status of the DMP');
  if (next !== 'Deleted') demandLogin(court);
  const target = court.memory.documents.byEntryUuid(association.target);
  if (!target) return { ...refuse('no document has this entryUUID'), code: 'UnresolvedReferenceException' };
  const wrong = strangerOf(set, target);
  if (wrong) return 'code' in wrong ? wrong : refuse(wrong.message);
  if (target.status === 'Deleted') return refuse('a deleted document stays deleted');
  if (target.status !== original) return refuse('OriginalStatus is not the current status of the document');
  const allowed =
    next === 'Deleted' || (next === 'Archived' && original === 'Approved') || (next === 'Approved' && original === 'Archived');
  if (!allowed || original === 'Deprecated') return refuse('this change of status does not exist');
  return { target, change: (document) => ({ ...document, status: next }) };
}

/** S6: complete metadata, of which only who may see the document differs. */
function metadataUpdate(set: RegistryObject, association: Association, entry: RegistryObject, court: Court): Update | Refusal {
  demandLogin(court);
  const refuse = (code: string, message: string): Refusal => ({ code, rule: 'SIM-S6', message, location: entry.id });
  const target = court.memory.documents.byUniqueId(identifier(entry, SCHEME.documentUniqueId) ?? '');
  if (!target || association.source !== set.id || association.target !== entry.id || target.status !== 'Approved') {
    return refuse('XDSMetadataUpdateError', 'no current document has the uniqueId of the new metadata');
  }
  const wrong = strangerOf(set, target);
  if (wrong) return 'code' in wrong ? wrong : refuse('XDSMetadataUpdateError', wrong.message);
  if (slot(association, 'PreviousVersion')[0] !== String(target.version)) {
    return refuse('XDSMetadataVersionError', 'PreviousVersion is not the current version of the metadata');
  }
  if (described(entry) !== described(target.metadata)) {
    return refuse('XDSMetadataUpdateError', 'only the confidentialityCode of a document may change');
  }
  const shape = formatRefusals({ set, entries: [entry], associations: [], bytes: new Map() }, court.now)[0];
  if (shape) return shape;
  const change = (document: HeldDocument): HeldDocument => ({
    ...document,
    metadata: { ...document.metadata, classifications: entry.classifications },
    version: document.version + 1,
    entryUuid: `urn:uuid:${randomUUID()}`,
  });
  return { target, change };
}

/** Slots that the DMP adds or restates. */
const GIVEN_BY_DMP = ['hash', 'size', 'repositoryUniqueId'];

/** What may not change: every code but the confidentiality, the identifiers, the title and the slots that the sender wrote. */
function described(entry: RegistryObject): string {
  const fixed = entry.classifications
    .filter(({ scheme }) => scheme !== SCHEME.confidentialityCode)
    .map(({ scheme, code, codingScheme, slots }) => JSON.stringify([scheme, code, codingScheme, slots]));
  const identifiers = entry.externalIdentifiers.map(({ scheme, value }) => `${scheme} ${value}`);
  const written = Object.entries(entry.slots)
    .filter(([name]) => !GIVEN_BY_DMP.includes(name))
    .map(([name, values]) => `${name} ${values.join('|')}`);
  return [...fixed, ...identifiers, ...written].sort().join('\n') + entry.title;
}

/** Same patient, and a structure that wrote the document. */
function strangerOf(set: RegistryObject, { metadata: held }: HeldDocument): Refusal | { readonly message: string } | undefined {
  if (identifier(set, SCHEME.setPatientId) !== identifier(held, SCHEME.documentPatientId)) {
    return {
      code: 'XDSPatientIdDoesNotMatch',
      rule: 'SIM-M3',
      message: 'the patient of the set is not that of the document',
      location: set.id,
    };
  }
  const authors = institutionsOf(held);
  return institutionsOf(set).some((institution) => authors.includes(institution))
    ? undefined
    : { message: 'only the structure that wrote a document changes it' };
}

function statusOf([urn, ...others]: readonly string[]): Availability | undefined {
  if (others.length > 0) return undefined;
  return (Object.keys(STATUS_URN) as Availability[]).find((status) => STATUS_URN[status] === urn);
}

/** V10: archiving and changing who may see a document need a professional who is logged in. */
function demandLogin({ vihf }: Court): void {
  if (vihf?.mode === 'INDIRECTE_RENFORCEE') return;
  throw new SoapFault('SIM-V10', 'an organisation certificate may delete, and nothing else', 'DMPAccessDeniedByRightsService');
}

function metadata(rule: DmpRule, message: string, location?: string): Refusal {
  return { code: 'XDSRegistryMetadataError', rule, message, ...(location === undefined ? {} : { location }) };
}
