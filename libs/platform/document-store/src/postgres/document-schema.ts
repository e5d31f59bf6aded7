import type { ContextSchema } from '@segur/persistence';
import { Documents20261123090000 } from '../migrations/20261123-documents.js';
import { MentioningContexts20261124090000 } from '../migrations/20261124-mentioning-contexts.js';

/** The schema of the document store: for `npm run migrate`, beside those of the contexts. */
export const DOCUMENT_STORE_SCHEMA: ContextSchema = {
  context: 'document-store',
  schema: 'document_store',
  migrations: [Documents20261123090000, MentioningContexts20261124090000],
  messaging: false,
};
