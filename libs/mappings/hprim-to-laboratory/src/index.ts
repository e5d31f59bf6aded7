export type { RemarkCode } from './finding-catalogue.js';
export * from './message-identity.js';
export * from './report/to-report.js';
export * from './split-requests.js';
