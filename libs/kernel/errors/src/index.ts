export * from './platform-error.js';
export * from './finding.js';
