import type { XmlElement } from 'libxml2-wasm';
import { elements, value, values } from '../xml/foreign-xml.js';
import { SoapFault, type Refusal } from './refusal.js';

/** What GetDocuments asks for. */
export interface DocumentLookup {
  readonly by: 'uniqueId' | 'entryUuid';
  readonly ids: readonly string[];
  readonly returnType: 'LeafClass' | 'ObjectRef';
}

const GET_DOCUMENTS = 'urn:uuid:5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4';
/** Searches by metadata, which an organisation certificate may not do (rights matrix of the DMP, indirect mode). */
const SEARCHES = [
  'urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d',
  'urn:uuid:f26abbcb-ac74-4422-8a30-edb644bbc1a9',
  'urn:uuid:12941a89-e02e-4be5-967c-ce4bfc8fe492',
];

/**
 * Reads a stored query, ITI-18 (rule Q1): GetDocuments, by uniqueId or by entryUUID.
 *
 * @throws {SoapFault} A search by metadata: the rights of the caller do not allow it (rule V10).
 */
export function readStoredQuery(request: XmlElement): DocumentLookup | Refusal {
  const id = value(request, 'rim:AdhocQuery/@id') ?? '';
  if (SEARCHES.includes(id)) {
    throw new SoapFault(
      'SIM-V10',
      'an organisation certificate may look documents up, not search',
      'DMPAccessDeniedByRightsService',
    );
  }
  if (id !== GET_DOCUMENTS) return refusal('XDSUnknownStoredQuery', 'the stored query is not known');
  const byUniqueId = lookedUp(request, '$XDSDocumentEntryUniqueId');
  const byEntryUuid = lookedUp(request, '$XDSDocumentEntryEntryUUID');
  if (byUniqueId.length + byEntryUuid.length === 0) {
    return refusal('XDSStoredQueryMissingParam', 'GetDocuments needs $XDSDocumentEntryUniqueId or $XDSDocumentEntryEntryUUID');
  }
  if (byUniqueId.length > 0 && byEntryUuid.length > 0) {
    return refusal('XDSStoredQueryParamNumber', 'GetDocuments takes uniqueIds or entryUUIDs, not both');
  }
  const lists = [...byUniqueId, ...byEntryUuid].map(listOf);
  if (lists.some((list) => list === undefined)) {
    return refusal('XDSRegistryError', "the value of a list parameter is written ('a','b')");
  }
  const returnType = value(request, 'query:ResponseOption/@returnType') === 'ObjectRef' ? 'ObjectRef' : 'LeafClass';
  return { by: byUniqueId.length > 0 ? 'uniqueId' : 'entryUuid', ids: lists.flatMap((list) => list ?? []), returnType };
}

function lookedUp(request: XmlElement, name: string): string[] {
  const slots = elements(request, 'rim:AdhocQuery/rim:Slot').filter((slot) => value(slot, '@name') === name);
  return slots.flatMap((slot) => values(slot, 'rim:ValueList/rim:Value'));
}

/** The texts of `('a','b')`, where a quote is doubled; absent when it is not written so (IHE ITI TF-2, 3.18.4.1.2.3.5). */
function listOf(text: string): string[] | undefined {
  if (!/^\(\s*'(?:[^']|'')*'(?:\s*,\s*'(?:[^']|'')*')*\s*\)$/.test(text)) return undefined;
  return [...text.matchAll(/'((?:[^']|'')*)'/g)].map(([, item = '']) => item.replaceAll("''", "'"));
}

function refusal(code: string, message: string): Refusal {
  return { code, rule: 'SIM-Q1', message };
}
