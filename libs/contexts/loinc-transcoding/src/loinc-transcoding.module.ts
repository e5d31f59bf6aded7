import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { PersistenceModule } from '@segur/persistence';
import { CodeReportConsumer } from './code-report/code-report.consumer.js';
import { CodeReportService } from './code-report/code-report.service.js';
import { PublishedMaps } from './code-report/published-maps.js';
import { loincTranscodingSchema } from './context.js';
import { ReferenceConcepts } from './import-reference/reference-concepts.js';
import { LoincTranscodingSettings, type LoincTranscodingConfig } from './loinc-transcoding.config.js';
import { MappingsController } from './publish-mappings/mappings.controller.js';
import { PublishMappingsService } from './publish-mappings/publish-mappings.service.js';
import { RawCsvBodies } from './publish-mappings/raw-csv-bodies.js';

/** Puts LOINC beside local codes, from each laboratory's published map. */
@Module({})
export class LoincTranscodingModule {
  static forRoot(config: LoincTranscodingConfig): DynamicModule {
    return {
      module: LoincTranscodingModule,
      imports: [PersistenceModule.forContext(loincTranscodingSchema)],
      controllers: [CodeReportConsumer, MappingsController],
      providers: [
        { provide: LoincTranscodingSettings, useValue: config },
        CodeReportService,
        PublishedMaps,
        PublishMappingsService,
        RawCsvBodies,
        ReferenceConcepts,
      ],
      exports: [PublishMappingsService],
    };
  }
}
