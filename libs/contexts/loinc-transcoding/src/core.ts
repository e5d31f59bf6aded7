// The rules of this context without its shells: what a command line may use with no server at hand.
export { codeObservations, type LoincMap } from './code-report/code-observations.js';
export { toLoincMap } from './code-report/loinc-map.js';
export { readMappingCsv, type MappingLine } from './publish-mappings/read-mapping-csv.js';
export { readCatalogue } from './import-catalogue/read-catalogue.js';
export { toConcept, toFrenchNames } from './import-reference/to-concept.js';
