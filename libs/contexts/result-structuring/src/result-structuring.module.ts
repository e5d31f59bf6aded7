import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { LaboratoryRegistry, readProfile, refuseInProduction } from '@segur/config';
import { AccessRegistry } from '@segur/http-security';
import { attemptWorker, PersistenceModule } from '@segur/persistence';
import { AcknowledgeDeliveriesConsumer } from './acknowledge-deliveries/acknowledge-deliveries.consumer.js';
import { AcknowledgementLedger } from './acknowledge-deliveries/acknowledgement-ledger.js';
import { AcknowledgementRequests } from './acknowledge-deliveries/acknowledgement-requests.js';
import { BusinessAckMaker } from './acknowledge-deliveries/business-ack-maker.js';
import { PlanAcknowledgementService } from './acknowledge-deliveries/plan-acknowledgement.service.js';
import { SendAcknowledgementsWork } from './acknowledge-deliveries/send-acknowledgements.work.js';
import { SglClient } from './acknowledge-deliveries/sgl.client.js';
import { SglEndpoints } from './acknowledge-deliveries/sgl-endpoints.js';
import { SglWatch } from './acknowledge-deliveries/sgl-watch.js';
import { AssembleDocumentConsumer } from './assemble-document/assemble-document.consumer.js';
import { AssembleDocumentService } from './assemble-document/assemble-document.service.js';
import { DocumentRows } from './assemble-document/document-rows.js';
import { openReportPrinting, ReportPrinting } from './assemble-document/report-printing.js';
import { ReportsToAssemble } from './assemble-document/report-to-assemble.js';
import { resultStructuringSchema } from './context.js';
import { KnowOrdersConsumer } from './know-orders/know-orders.consumer.js';
import { Laboratories } from './laboratories.js';
import { MentionedDocuments } from './mentioned-documents.js';
import { ReadDocumentController } from './read-document/read-document.controller.js';
import { MessagesController } from './receive-message/messages.controller.js';
import { MllpServer } from './receive-message/mllp.server.js';
import { RawMessageBodies } from './receive-message/raw-bodies.js';
import { ReceiveContentService } from './receive-message/receive-content.service.js';
import { ReceiveMessageService } from './receive-message/receive-message.service.js';
import { ReceptionDesk } from './receive-message/reception-desk.js';
import { ReceptionWriter } from './receive-message/reception-writer.js';
import { SenderDirectory } from './receive-message/sender-directory.js';
import { ReceiveReportController } from './receive-report/receive-report.controller.js';
import { ReceiveReportService } from './receive-report/receive-report.service.js';
import { ResultStructuringSettings, type ResultStructuringConfig } from './result-structuring.config.js';
import { EntrustDocumentService } from './structure-report/entrust-document.service.js';
import { ReportRows } from './structure-report/report-rows.js';
import { StructureReportConsumer } from './structure-report/structure-report.consumer.js';
import { StructureReportService } from './structure-report/structure-report.service.js';
import { WithdrawReportController } from './withdraw-report/withdraw-report.controller.js';
import { WithdrawReportService } from './withdraw-report/withdraw-report.service.js';

// Deliveries of one report end seconds apart: the connection is kept for them.
const SGL_IDLE_MS = 120_000;

/** Takes messages of results in, and makes checked documents of them. The app provides `LaboratoryRegistry` to all its modules. */
@Module({})
export class ResultStructuringModule {
  /** @throws {InvalidConfiguration} Every sender would be one laboratory, and this is production. */
  static forRoot(config: ResultStructuringConfig): DynamicModule {
    if (config.mllp.anySenderTenant !== undefined) refuseInProduction('MLLP_ANY_SENDER_TENANT');
    return {
      module: ResultStructuringModule,
      imports: [PersistenceModule.forContext(resultStructuringSchema)],
      controllers: [
        MessagesController,
        ReceiveReportController,
        ReadDocumentController,
        WithdrawReportController,
        StructureReportConsumer,
        AssembleDocumentConsumer,
        KnowOrdersConsumer,
        AcknowledgeDeliveriesConsumer,
      ],
      providers: [
        { provide: ResultStructuringSettings, useValue: config },
        {
          provide: SenderDirectory,
          inject: [LaboratoryRegistry, AccessRegistry],
          useFactory: (laboratories: LaboratoryRegistry, access: AccessRegistry) =>
            new SenderDirectory(laboratories, access, config.mllp.anySenderTenant),
        },
        { provide: ReportPrinting, useFactory: () => openReportPrinting(config.printing) },
        {
          provide: SglEndpoints,
          inject: [LaboratoryRegistry],
          useFactory: (laboratories: LaboratoryRegistry) => new SglEndpoints(laboratories, readProfile()),
        },
        {
          provide: SglClient,
          inject: [SglEndpoints],
          useFactory: (sgls: SglEndpoints) =>
            new SglClient((tenantId) => sgls.access(tenantId), { answerMs: config.acknowledgements.answerMs, idleMs: SGL_IDLE_MS }),
        },
        AcknowledgementRequests,
        AcknowledgementLedger,
        PlanAcknowledgementService,
        BusinessAckMaker,
        SendAcknowledgementsWork,
        SglWatch,
        attemptWorker(SendAcknowledgementsWork, { concurrency: config.acknowledgements.concurrency }),
        ReceiveMessageService,
        ReceptionWriter,
        ReceptionDesk,
        RawMessageBodies,
        ReceiveContentService,
        ReceiveReportService,
        MllpServer,
        Laboratories,
        MentionedDocuments,
        ReportRows,
        DocumentRows,
        WithdrawReportService,
        StructureReportService,
        EntrustDocumentService,
        ReportsToAssemble,
        AssembleDocumentService,
      ],
      exports: [MllpServer],
    };
  }
}
