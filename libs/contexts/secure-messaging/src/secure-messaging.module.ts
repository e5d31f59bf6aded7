import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { LaboratoryRegistry } from '@segur/config';
import { attemptWorker, PersistenceModule } from '@segur/persistence';
import { secureMessagingSchema } from './context.js';
import { Mailboxes } from './mailboxes.js';
import { PlanDispatchesConsumer } from './plan-dispatches/plan-dispatches.consumer.js';
import { PlanDispatchesService } from './plan-dispatches/plan-dispatches.service.js';
import type { SecureMessagingConfig } from './secure-messaging.config.js';
import { MailSender } from './send-dispatch/mail-sender.js';
import { SendDispatchWork } from './send-dispatch/send-dispatch.work.js';
import { SmtpClient } from './send-dispatch/smtp.client.js';

/** Mails each document by MSSanté to those who are to have it. */
@Module({})
export class SecureMessagingModule implements OnApplicationShutdown {
  constructor(private readonly sender: MailSender) {}

  static forRoot(settings: SecureMessagingConfig): DynamicModule {
    return {
      module: SecureMessagingModule,
      imports: [PersistenceModule.forContext(secureMessagingSchema)],
      controllers: [PlanDispatchesConsumer],
      providers: [
        PlanDispatchesService,
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

  onApplicationShutdown(): void {
    this.sender.close();
  }
}
