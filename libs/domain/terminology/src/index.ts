export * from './compare-releases.js';
export * from './fingerprint.js';
export * from './local-test.js';
export * from './loinc-concept.js';
export * from './mapping.js';
export * from './properties-of-unit.js';
export * from './systems-of-specimen.js';
