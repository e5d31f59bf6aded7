import type { Court } from '../dmp-memory.js';
import { submissionSetOf } from '../received-lot.js';
import type { Refusal } from '../refusal.js';
import { identifier, readRegistryObjects, SCHEME, type Association, type RegistryObject } from '../registry-objects.js';
import { formatRefusals } from '../rules/formats.js';
import { demandInstitution } from '../rules/institution.js';
import { patientRefusals } from '../rules/patient.js';
import { requiredFieldRefusals } from '../rules/required-fields.js';
import { demandSchemaOrder } from '../rules/schema-order.js';
import type { SoapRequest } from '../soap-request.js';
import { metadataUpdate } from './metadata-update.js';
import { statusUpdate } from './status-update.js';
import type { Update } from './updating.js';

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
    return [metadata('an update has one submission set and one association')];
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
  return metadata('an update is a status (UpdateAvailabilityStatus) or new metadata (HasMember)', association.id);
}

function metadata(message: string, location?: string): Refusal {
  return { code: 'XDSRegistryMetadataError', rule: 'SIM-M1', message, ...(location === undefined ? {} : { location }) };
}
