export * from './decimal.js';
export type * from './datatypes.js';
export type * from './resources.js';
export * from './write-fhir-json.js';
