// The rules of this context without its shells: what a command line may use with no server at hand.
export { assembleCrBio, type Assembly, type AssemblyContext } from './assemble-document/assemble-cr-bio.js';
export { applyCodings } from './assemble-document/apply-codings.js';
export { toObservationsToCode } from './structure-report/to-observations-to-code.js';
