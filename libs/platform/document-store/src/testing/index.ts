export { CONTRACT_MAX_BYTES, documentStoreContract } from './document-store.contract.js';
export { MemoryDocumentStore } from './memory-document-store.js';
