export * from './check-cr-bio.js';
export { validateXsd } from './validate-xsd.js';
export { LIMITS } from './parse-document.js';
