export * from './fhir-options.js';
export * from './to-fhir-document.js';
