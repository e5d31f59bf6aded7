import { Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SystemClock } from '@segur/clock';
import type { Clock } from '@segur/clock';
import { InvalidConfiguration } from '@segur/errors';
import { SandboxController } from './admin/sandbox.controller.js';
import { DmpSandbox, type DmpSandboxOptions } from './dmp/dmp-sandbox.js';
import { MailSandbox, type MailSandboxOptions } from './mail/mail-sandbox.js';

/** What an app gives the sandbox. The `sandboxConfig` of the environment, and certificates. */
export interface SandboxOptions {
  readonly profile: 'embedded' | 'production';
  readonly dmp: DmpSandboxOptions;
  readonly mail: MailSandboxOptions;
  /** Absent: the machine's clock. */
  readonly clock?: Clock;
}

/**
 * Stops an app that would start the sandbox in production: nothing there may pass for a national service.
 *
 * @throws {InvalidConfiguration} The profile is `production`.
 */
export function refuseInProduction(profile: SandboxOptions['profile']): void {
  if (profile === 'production') throw new InvalidConfiguration('The sandbox does not run in production (APP_PROFILE)');
}

/** The national services, played: their ports open with the application and close with it, and `/sandbox` shows what they got. */
@Module({})
export class SandboxModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly dmp: DmpSandbox,
    private readonly mail: MailSandbox,
  ) {}

  /** @throws {InvalidConfiguration} The profile is `production`. */
  static forRoot({ profile, dmp, mail, clock = new SystemClock() }: SandboxOptions): DynamicModule {
    refuseInProduction(profile);
    return {
      module: SandboxModule,
      controllers: [SandboxController],
      providers: [
        { provide: DmpSandbox, useFactory: () => new DmpSandbox(dmp, clock) },
        { provide: MailSandbox, useFactory: () => new MailSandbox(mail, clock) },
      ],
      exports: [DmpSandbox, MailSandbox],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.dmp.start();
    await this.mail.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dmp.stop();
    await this.mail.stop();
  }
}
