import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { PersistenceModule } from '@segur/persistence';
import { CodeReportConsumer } from './code-report/code-report.consumer.js';
import { CodeReportService } from './code-report/code-report.service.js';
import { PublishedMaps } from './code-report/published-maps.js';
import { ReleaseNotices } from './code-report/release-notices.js';
import { TranslateController } from './code-report/translate.controller.js';
import { loincTranscodingSchema } from './context.js';
import { ExportCatalogueController } from './export-catalogue/export-catalogue.controller.js';
import { GapListQuery } from './export-catalogue/gap-list.query.js';
import { FollowReleasesController } from './follow-releases/follow-releases.controller.js';
import { FollowReleasesService } from './follow-releases/follow-releases.service.js';
import { CatalogueController } from './import-catalogue/catalogue.controller.js';
import { CatalogueStore } from './import-catalogue/catalogue-store.js';
import { ImportCatalogueService } from './import-catalogue/import-catalogue.service.js';
import { REFERENCE_CONTROLLERS, referenceProviders } from './import-reference/reference.providers.js';
import { LoincTranscodingSettings, type LoincTranscodingConfig } from './loinc-transcoding.config.js';
import { ImportMapService } from './publish-mappings/import-map.service.js';
import { MapReleases } from './publish-mappings/map-releases.js';
import { MappingsController } from './publish-mappings/mappings.controller.js';
import { PublishMapService } from './publish-mappings/publish-map.service.js';
import { PublishMappingsService } from './publish-mappings/publish-mappings.service.js';
import { RawCsvBodies } from './publish-mappings/raw-csv-bodies.js';
import { MapReleasesController } from './publish-mappings/map-releases.controller.js';
import { LaboratorySettings } from './review-mappings/laboratory-settings.js';
import { MappingLedger } from './review-mappings/mapping-ledger.js';
import { ProposalEngine } from './review-mappings/proposal-engine.js';
import { ProposalService } from './review-mappings/proposal.service.js';
import { ReviewController } from './review-mappings/review.controller.js';
import { ReviewQueueQuery } from './review-mappings/review-queue.query.js';
import { ReviewService } from './review-mappings/review.service.js';
import { KpisController } from './show-kpis/kpis.controller.js';
import { MappingKpisQuery } from './show-kpis/mapping-kpis.query.js';
import { MappingMetrics } from './show-kpis/mapping-metrics.js';

/** Puts LOINC beside local codes, from each laboratory's published map. */
@Module({})
export class LoincTranscodingModule {
  static forRoot(config: LoincTranscodingConfig): DynamicModule {
    return {
      module: LoincTranscodingModule,
      imports: [PersistenceModule.forContext(loincTranscodingSchema)],
      controllers: [
        CodeReportConsumer,
        CatalogueController,
        ExportCatalogueController,
        MappingsController,
        FollowReleasesController,
        KpisController,
        MapReleasesController,
        ReviewController,
        TranslateController,
        ...REFERENCE_CONTROLLERS,
      ],
      providers: [
        { provide: LoincTranscodingSettings, useValue: config },
        CodeReportService,
        CatalogueStore,
        FollowReleasesService,
        GapListQuery,
        ImportCatalogueService,
        ImportMapService,
        LaboratorySettings,
        MapReleases,
        MappingKpisQuery,
        MappingLedger,
        MappingMetrics,
        PublishedMaps,
        PublishMapService,
        ProposalEngine,
        ProposalService,
        PublishMappingsService,
        ReleaseNotices,
        RawCsvBodies,
        ...referenceProviders(config.reference),
        ReviewQueueQuery,
        ReviewService,
      ],
      exports: [PublishMappingsService],
    };
  }
}
