import type { Court } from '../dmp-memory.js';
import { STATUS_URN, type Availability } from '../held-documents.js';
import type { Refusal } from '../refusal.js';
import { slot, type Association, type RegistryObject } from '../registry-objects.js';
import { demandLogin, strangerOf, type Update } from './updating.js';

/**
 * Judges a change of status: S5, and V10 for the statuses that a professional alone may give.
 *
 * @throws {SoapFault} V10.
 */
export function statusUpdate(set: RegistryObject, association: Association, court: Court): Update | Refusal {
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

function statusOf([urn, ...others]: readonly string[]): Availability | undefined {
  if (others.length > 0) return undefined;
  return (Object.keys(STATUS_URN) as Availability[]).find((status) => STATUS_URN[status] === urn);
}
