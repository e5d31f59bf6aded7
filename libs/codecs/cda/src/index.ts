export * from './cda-types.js';
export * from './cda-header.js';
export * from './read-cda-header.js';
export * from './unreadable-cda.js';
export * from './cr-bio-document.js';
export * from './cr-bio-reading.js';
export * from './write-cr-bio.js';
export { printTime } from './print-facts.js';
