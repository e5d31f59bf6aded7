export * from './loinc-transcoding.module.js';
export { loincTranscodingConfig, type LoincTranscodingConfig } from './loinc-transcoding.config.js';
export type { ReferenceOptions } from './import-reference/reference-settings.js';
export { loincTranscodingSchema } from './context.js';
export { PublishMappingsService, type MapRelease } from './publish-mappings/publish-mappings.service.js';
export { MappingRefused } from './publish-mappings/mapping-refused.js';
export { SAMPLE_MAPPING_CSV } from './publish-mappings/sample-mapping.js';
