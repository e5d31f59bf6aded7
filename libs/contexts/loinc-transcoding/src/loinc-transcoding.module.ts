import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { PersistenceModule } from '@segur/persistence';
import { CodeReportConsumer } from './code-report/code-report.consumer.js';
import { CodeReportService } from './code-report/code-report.service.js';
import { PublishedMaps } from './code-report/published-maps.js';
import { loincTranscodingSchema } from './context.js';
import { CatalogueStore } from './import-catalogue/catalogue-store.js';
import { ReferenceConcepts } from './import-reference/reference-concepts.js';
import { LoincTranscodingSettings, type LoincTranscodingConfig } from './loinc-transcoding.config.js';
import { MapReleases } from './publish-mappings/map-releases.js';
import { MappingsController } from './publish-mappings/mappings.controller.js';
import { PublishMapService } from './publish-mappings/publish-map.service.js';
import { PublishMappingsService } from './publish-mappings/publish-mappings.service.js';
import { RawCsvBodies } from './publish-mappings/raw-csv-bodies.js';
import { MappingLedger } from './review-mappings/mapping-ledger.js';

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
        CatalogueStore,
        MapReleases,
        MappingLedger,
        PublishedMaps,
        PublishMapService,
        PublishMappingsService,
        RawCsvBodies,
        ReferenceConcepts,
      ],
      exports: [PublishMappingsService],
    };
  }
}
