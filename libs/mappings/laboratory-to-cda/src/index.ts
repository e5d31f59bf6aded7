export * from './cr-bio-options.js';
export * from './to-cr-bio.js';
export * from './to-pdf-copy.js';
export * from './printed-report.js';
export * from './to-printed-report.js';
export { COLON } from './printed-words.js';
export * from './to-delivery-sheet.js';
export * from './unassemblable-report.js';
