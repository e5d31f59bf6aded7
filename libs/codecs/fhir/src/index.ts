export * from './decimal.js';
export type * from './datatypes.js';
export type * from './resources.js';
export type * from './document-resources.js';
export type * from './people-resources.js';
export type * from './care-resources.js';
export type * from './observation-resource.js';
export * from './write-fhir-json.js';
