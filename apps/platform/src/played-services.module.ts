import { Global, Module, type DynamicModule } from '@nestjs/common';
import { PlayedServices } from '@segur/operations';
import { DmpSandbox, MailSandbox } from '@segur/sandbox';

/** Lets the page of the operators say what the sandbox holds, where both run in one process. */
@Global()
@Module({})
export class PlayedServicesModule {
  static of(sandbox: DynamicModule): DynamicModule {
    return {
      module: PlayedServicesModule,
      imports: [sandbox],
      providers: [
        {
          provide: PlayedServices,
          useFactory: (dmp: DmpSandbox, mail: MailSandbox): PlayedServices => ({
            holdings: async () => ({ documents: dmp.documents.page(0, 1).total, mails: mail.messages.page(0, 1).total }),
          }),
          inject: [DmpSandbox, MailSandbox],
        },
      ],
      exports: [PlayedServices],
    };
  }
}
