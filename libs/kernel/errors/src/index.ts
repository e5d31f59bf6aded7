export * from './platform-error.js';
export * from './finding.js';
export * from './keep-findings.js';
