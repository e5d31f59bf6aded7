import type { DmpMemory } from '../dmp-memory.js';
import type { HeldDocument } from '../held-documents.js';
import { queryResponse } from '../registry-answers.js';
import type { SoapRequest } from '../soap-request.js';
import { readStoredQuery } from '../stored-query.js';

/** ITI-18 GetDocuments (TD3.1b): each entry with what the DMP added to it (S8), whatever its status. */
export function lookUp({ body }: SoapRequest, { documents }: DmpMemory): string {
  const lookup = readStoredQuery(body);
  if (!('ids' in lookup)) return queryResponse([lookup], []);
  const found = lookup.ids.map((id) => (lookup.by === 'uniqueId' ? documents.byUniqueId(id) : documents.byEntryUuid(id)));
  return queryResponse(
    [],
    found.filter((document): document is HeldDocument => document !== undefined),
    lookup.returnType,
  );
}
