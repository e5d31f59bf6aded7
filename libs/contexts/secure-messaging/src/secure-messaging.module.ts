import { Module, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { LaboratoryRegistry } from '@segur/config';
import { requireUse, secondsToExpiry } from '@segur/crypto';
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

/** Mails each document by MSSanté to those who are to have it. */
@Module({})
export class SecureMessagingModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly mailboxes: Mailboxes,
    private readonly sender: MailSender,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  /** The app also imports `ClockModule`, `TelemetryModule`, `PersistenceModule.forRoot`, and gives `LaboratoryRegistry` and `DocumentStore`. */
  static forRoot(settings: SecureMessagingConfig): DynamicModule {
    return {
      module: SecureMessagingModule,
      imports: [PersistenceModule.forContext(secureMessagingSchema)],
      controllers: [PlanDispatchesConsumer],
      providers: [
        PlanDispatchesService,
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
    for (const tenantId of this.mailboxes.tenants()) {
      this.mailboxes.access(tenantId);
      const certificate = this.mailboxes.certificate(tenantId);
      const now = this.clock.now();
      this.metrics.certificateExpirySeconds.set(
        { tenant: tenantId, usage: 'mss-authentication' },
        secondsToExpiry(certificate, now),
      );
      try {
        requireUse(certificate, 'client-authentication', now);
      } catch (error) {
        this.log.error('certificate-unusable', { context: CONTEXT, tenantId }, error);
      }
    }
  }

  onApplicationShutdown(): void {
    this.sender.close();
  }
}
