export * from './ack-findings.js';
export * from './document/document-transmission.js';
export type { DocumentAction } from './document/order-action.js';
export type { Party } from './document/participations.js';
export * from './document/to-document-transmission.js';
export type { RemarkCode } from './finding-catalogue.js';
export * from './message-kind.js';
export * from './report/to-report.js';
