export * from './to-cr-bio.js';
export * from './to-delivery-sheet.js';
