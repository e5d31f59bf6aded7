import { Module, Optional, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { LaboratoryRegistry } from '@segur/config';
import { sectionOf, watchCertificate } from '@segur/crypto';
import { HealthRegistry } from '@segur/health';
import { attemptWorker, PersistenceModule } from '@segur/persistence';
import { Log, Metrics } from '@segur/telemetry';
import { CONTEXT, secureMessagingSchema } from './context.js';
import { Mailboxes } from './mailboxes.js';
import { PlanDispatchesConsumer } from './plan-dispatches/plan-dispatches.consumer.js';
import { PlanDispatchesService } from './plan-dispatches/plan-dispatches.service.js';
import type { SecureMessagingConfig } from './secure-messaging.config.js';
import { DispatchLedger } from './send-dispatch/dispatch-ledger.js';
import { MailMaker } from './send-dispatch/mail-maker.js';
import { MailSender } from './send-dispatch/mail-sender.js';
import { SendDispatchWork } from './send-dispatch/send-dispatch.work.js';
import { SmtpClient } from './send-dispatch/smtp.client.js';
import { WithdrawReportConsumer } from './withdraw-report/withdraw-report.consumer.js';
import { WithdrawReportService } from './withdraw-report/withdraw-report.service.js';

/** Mails each document by MSSanté to those who are to have it, and asks them to delete it when its report is withdrawn. */
@Module({})
export class SecureMessagingModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly mailboxes: Mailboxes,
    private readonly sender: MailSender,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly metrics: Metrics,
    @Optional() private readonly health?: HealthRegistry,
  ) {}

  /** The app also imports `ClockModule`, `TelemetryModule`, `PersistenceModule.forRoot`, and gives `LaboratoryRegistry` and `DocumentStore`. */
  static forRoot(settings: SecureMessagingConfig): DynamicModule {
    return {
      module: SecureMessagingModule,
      imports: [PersistenceModule.forContext(secureMessagingSchema)],
      controllers: [PlanDispatchesConsumer, WithdrawReportConsumer],
      providers: [
        PlanDispatchesService,
        WithdrawReportService,
        DispatchLedger,
        MailMaker,
        SendDispatchWork,
        {
          provide: Mailboxes,
          inject: [LaboratoryRegistry],
          useFactory: (laboratories: LaboratoryRegistry) => new Mailboxes(laboratories, settings),
        },
        {
          provide: MailSender,
          inject: [Mailboxes],
          useFactory: (mailboxes: Mailboxes) => new SmtpClient((tenantId) => mailboxes.access(tenantId), settings),
        },
        attemptWorker(SendDispatchWork, { concurrency: settings.concurrency }),
      ],
    };
  }

  /**
   * Opens every certificate: a file that is missing or a wrong passphrase stops the process. A certificate that is out of date
   * stops its own laboratory only, and the operator says so at each attempt.
   */
  onModuleInit(): void {
    const { clock, log, metrics, health } = this;
    for (const tenantId of this.mailboxes.tenants()) {
      this.mailboxes.access(tenantId);
      watchCertificate(
        {
          certificate: this.mailboxes.certificate(tenantId),
          use: 'client-authentication',
          usage: 'mss-authentication',
          configuredIn: sectionOf(tenantId, 'mssante'),
          tenantId,
        },
        { context: CONTEXT, clock, log, metrics, health },
      );
    }
  }

  onApplicationShutdown(): void {
    this.sender.close();
  }
}
