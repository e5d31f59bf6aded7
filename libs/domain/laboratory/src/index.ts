export * from './actors.js';
export * from './report.js';
export * from './delivery-sheet.js';
