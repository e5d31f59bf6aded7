export * from './decode-report-json.js';
export * from './decode-report-intake.js';
export * from './encode-report-json.js';
export * from './limits.js';
export type { JsonKind } from './json-kind.js';
export type { ReportJsonCode, ReportJsonFinding } from './report-json-finding.js';
