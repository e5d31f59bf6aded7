import { Module, Optional, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock, Ids } from '@segur/clock';
import { LaboratoryRegistry } from '@segur/config';
import { sectionOf, watchCertificate } from '@segur/crypto';
import { HealthRegistry } from '@segur/health';
import { attemptWorker, PersistenceModule } from '@segur/persistence';
import { Log, Metrics } from '@segur/telemetry';
import { checkSignatures, checkStructure } from './check-structure.js';
import { CONTEXT, dmpFeedingSchema } from './context.js';
import type { DmpFeedingConfig } from './dmp-feeding.config.js';
import { FeedDmpWork } from './feed-dmp.work.js';
import { MentionedDocuments } from './mentioned-documents.js';
import { PlanSubmissionConsumer } from './plan-submission/plan-submission.consumer.js';
import { PlanSubmissionService, SendableIns } from './plan-submission/plan-submission.service.js';
import { Structures } from './structures.js';
import { SubmissionMaterial } from './submission-material.js';
import { DmpGateway } from './submit-document/dmp-gateway.js';
import { DmpClient } from './submit-document/dmp.client.js';
import { LotSecurity } from './submit-document/lot-security.js';
import { SignedLots } from './submit-document/signed-lots.js';
import { StructurePauses } from './submit-document/structure-pauses.js';
import { SubmissionLedger } from './submit-document/submission-ledger.js';
import { Asking, SubmitDocumentService } from './submit-document/submit-document.service.js';
import { TakeBackService } from './withdraw-report/take-back.service.js';
import { WithdrawReportConsumer } from './withdraw-report/withdraw-report.consumer.js';
import { WithdrawReportService } from './withdraw-report/withdraw-report.service.js';

/** Whether a laboratory may go without a seal. */
abstract class SealDemands {
  abstract readonly sealRequired: boolean;
}

/** Feeds the DMP with each document that may go there. */
@Module({})
export class DmpFeedingModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly structures: Structures,
    private readonly dmp: DmpGateway,
    private readonly security: LotSecurity,
    private readonly demands: SealDemands,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly metrics: Metrics,
    @Optional() private readonly health?: HealthRegistry,
  ) {}

  /** The app also imports `ClockModule`, `TelemetryModule`, `PersistenceModule.forRoot`, and gives `LaboratoryRegistry` and what `DocumentStoreModule` exports. */
  static forRoot(settings: DmpFeedingConfig): DynamicModule {
    return {
      module: DmpFeedingModule,
      imports: [PersistenceModule.forContext(dmpFeedingSchema)],
      controllers: [PlanSubmissionConsumer, WithdrawReportConsumer],
      providers: [
        MentionedDocuments,
        PlanSubmissionService,
        SubmissionLedger,
        SubmissionMaterial,
        SubmitDocumentService,
        WithdrawReportService,
        TakeBackService,
        FeedDmpWork,
        { provide: Asking, useValue: { software: settings.software, processingCode: settings.processingCode } satisfies Asking },
        { provide: SealDemands, useValue: { sealRequired: settings.sealRequired } satisfies SealDemands },
        { provide: SendableIns, useValue: { authorities: settings.insAuthorities } satisfies SendableIns },
        {
          provide: Structures,
          inject: [LaboratoryRegistry],
          useFactory: (known: LaboratoryRegistry) => new Structures(known, settings),
        },
        { provide: StructurePauses, inject: [Clock], useFactory: (clock: Clock) => new StructurePauses(clock) },
        {
          provide: LotSecurity,
          inject: [Structures, Clock, Ids],
          useFactory: (structures: Structures, clock: Clock, ids: Ids) => new SignedLots(structures, settings, clock, ids),
        },
        {
          provide: DmpGateway,
          inject: [Structures, Ids],
          useFactory: (structures: Structures, ids: Ids) => new DmpClient((tenantId) => structures.access(tenantId), settings, ids),
        },
        attemptWorker(FeedDmpWork, { concurrency: settings.concurrency }),
      ],
    };
  }

  /**
   * Opens every certificate: a file that is missing, a wrong passphrase, or numbers and certificates that do not go together stop the
   * process. A certificate that is out of date stops its own laboratory only, and the DMP says so at each call.
   *
   * @throws {InvalidConfiguration}
   */
  onModuleInit(): void {
    const { clock, log, metrics, health } = this;
    for (const tenantId of this.structures.tenants()) {
      this.structures.access(tenantId);
      this.structures.sourceOid(tenantId);
      const [authentication, seal] = [this.structures.certificate(tenantId), this.structures.seal(tenantId)];
      const section = this.structures.require(tenantId);
      checkStructure({ tenantId, section, authentication, seal, sealRequired: this.demands.sealRequired });
      if (seal) checkSignatures(tenantId, seal, this.security.samples(tenantId));
      const certificates = [
        { certificate: authentication, use: 'client-authentication', usage: 'dmp-authentication' } as const,
        ...(seal ? [{ certificate: seal, use: 'seal', usage: 'dmp-seal' } as const] : []),
      ];
      for (const certificate of certificates)
        watchCertificate(
          { ...certificate, configuredIn: sectionOf(tenantId, 'dmp'), tenantId },
          { context: CONTEXT, clock, log, metrics, health },
        );
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dmp.close();
  }
}
