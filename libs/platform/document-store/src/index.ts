export { DocumentStore, type NewDocument } from './document-store.js';
export { DocumentDamaged, DocumentKeyMissing, DocumentNotFound, DocumentTooLarge } from './document-errors.js';
export { KeyRing } from './key-ring.js';
export { DocumentMentions, OrphanSweep, type StillMentioned } from './orphan-sweep.js';
export { DOCUMENT_STORE_SCHEMA } from './postgres/document-schema.js';
export { DEFAULT_MAX_BYTES, PostgresDocumentStore } from './postgres/postgres-document-store.js';
export { documentStoreConfig, type DocumentStoreConfig } from './document-store.config.js';
export { DocumentStoreModule, type DocumentStoreOptions } from './document-store.module.js';
