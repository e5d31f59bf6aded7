export * from './check-cr-bio.js';
export type { CrBioVersion } from './cr-bio-version.js';
export { validateXsd } from './validate-xsd.js';
export { LIMITS } from './parse-document.js';
