import { CONTRACT_MAX_BYTES, documentStoreContract } from './document-store.contract.js';
import { MemoryDocumentStore } from './memory-document-store.js';

describe('MemoryDocumentStore', () => {
  documentStoreContract(() => new MemoryDocumentStore(CONTRACT_MAX_BYTES));
});
