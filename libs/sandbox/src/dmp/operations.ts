import type { NAMESPACES } from '../xml/foreign-xml.js';

/** The services of the DMP that the sandbox plays. */
export const ENDPOINTS = ['repository', 'registry', 'patients'] as const;

export type Endpoint = (typeof ENDPOINTS)[number];

/** What is asked for: ITI-41, ITI-43, ITI-18, ITI-57, TD0.2. */
export type Transaction = 'feed' | 'retrieve' | 'look-up' | 'update' | 'test-existence';

/** What an operation is called in SOAP. */
export interface Operation {
  readonly transaction: Transaction;
  readonly action: string;
  /** Of the answer. */
  readonly answer: string;
  /** Name of the one element of the body. */
  readonly prefix: keyof typeof NAMESPACES;
  readonly body: string;
}

const ITI = 'urn:ihe:iti';
/** What each service is asked. @see dmp.md §2.2 */
export const OPERATIONS: Readonly<Record<Endpoint, readonly Operation[]>> = {
  repository: [
    {
      transaction: 'feed',
      action: `${ITI}:2007:ProvideAndRegisterDocumentSet-b`,
      answer: `${ITI}:2007:ProvideAndRegisterDocumentSet-bResponse`,
      prefix: 'xds',
      body: 'ProvideAndRegisterDocumentSetRequest',
    },
    {
      transaction: 'retrieve',
      action: `${ITI}:2007:RetrieveDocumentSet`,
      answer: `${ITI}:2007:RetrieveDocumentSetResponse`,
      prefix: 'xds',
      body: 'RetrieveDocumentSetRequest',
    },
  ],
  registry: [
    {
      transaction: 'look-up',
      action: `${ITI}:2007:RegistryStoredQuery`,
      answer: `${ITI}:2007:RegistryStoredQueryResponse`,
      prefix: 'query',
      body: 'AdhocQueryRequest',
    },
    {
      transaction: 'update',
      action: `${ITI}:2010:UpdateDocumentSet`,
      answer: `${ITI}:2010:UpdateDocumentSet-Response`,
      prefix: 'lcm',
      body: 'SubmitObjectsRequest',
    },
  ],
  patients: [
    {
      transaction: 'test-existence',
      action: 'urn:hl7-org:v3:PRPA_IN201307UV02',
      answer: 'urn:hl7-org:v3:PRPA_IN201308UV02',
      prefix: 'hl7',
      body: 'PRPA_IN201307UV02',
    },
  ],
};
