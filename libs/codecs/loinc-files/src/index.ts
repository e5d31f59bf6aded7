export * from './catalogue/catalogue-files.js';
export * from './catalogue/catalogue-rows.js';
export * from './catalogue/check-catalogue.js';
export * from './catalogue/code-system.js';
export * from './catalogue/column-mapping.js';
export * from './catalogue/file-name.js';
export * from './catalogue/plain-catalogue.js';
export type { WriteOptions } from './catalogue/fixed-columns.js';
export { FAULT_CODES, type FaultCode, type ReadRows } from './findings.js';
export * from './loinc-code.js';
export {
  JustificationMissing,
  LOINC_NOTICE,
  writeConceptMap,
  type ConceptMapFile,
  type ConceptMapRow,
} from './maps/concept-map.js';
export * from './maps/map-files.js';
export * from './maps/mapping-csv.js';
export * from './maps/mapping-record.js';
export * from './maps/read-concept-map.js';
export * from './release/linguistic-variant.js';
export { LOINC_STATUSES, loincTableReader, type LoincTableRow } from './release/loinc-table.js';
export * from './release/map-to.js';
export * from './release/panels.js';
export * from './release/part-links.js';
export type { Separator } from './text/csv-scanner.js';
export * from './text/decode-text.js';
export type { RowReader } from './text/read-table.js';
export { writeCsv } from './text/write-csv.js';
export { readValueSetCsv } from './value-set/value-set-csv.js';
export * from './value-set/value-set-fhir.js';
export * from './value-set/value-set-row.js';
