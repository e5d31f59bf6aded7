export * from './unsuitable-header.js';
export * from './xds-time.js';
export * from './document-entry.js';
export * from './submission-set.js';
export * from './signature-entry.js';
