export * from './actors.js';
export * from './report.js';
export * from './delivery-sheet.js';
export * from './derived-ids.js';
export * from './loinc-code.js';
export * from './sample-laboratory.js';
export * from './laboratory.schema.js';
export * from './order.js';
