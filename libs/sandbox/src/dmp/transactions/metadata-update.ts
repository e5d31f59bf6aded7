import { randomUUID } from 'node:crypto';
import type { Court } from '../dmp-memory.js';
import type { HeldDocument } from '../held-documents.js';
import type { Refusal } from '../refusal.js';
import { identifier, SCHEME, slot, type Association, type RegistryObject } from '../registry-objects.js';
import { formatRefusals } from '../rules/formats.js';
import { demandLogin, strangerOf, type Update } from './updating.js';

/**
 * Judges new metadata (S6): complete, and only who may see the document differs.
 *
 * @throws {SoapFault} V10: nobody is logged in.
 */
export function metadataUpdate(
  set: RegistryObject,
  association: Association,
  entry: RegistryObject,
  court: Court,
): Update | Refusal {
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
