export * from './cda-reading.js';
export * from './to-report.js';
export * from './to-stated-time.js';
export type { RemarkCode } from './finding-catalogue.js';
