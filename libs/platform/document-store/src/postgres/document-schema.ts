import type { ContextSchema } from '@segur/persistence';
import { Documents20261123090000 } from '../migrations/20261123-documents.js';

/** The schema of the document store: for `npm run migrate`, beside those of the contexts. */
export const DOCUMENT_STORE_SCHEMA: ContextSchema = {
  context: 'document-store',
  schema: 'document_store',
  migrations: [Documents20261123090000],
  messaging: false,
};
