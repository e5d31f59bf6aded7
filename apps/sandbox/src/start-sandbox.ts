import { join } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '@segur/config';
import { ProblemDetailsFilter } from '@segur/http-security';
import {
  DmpSandbox,
  MailSandbox,
  openSampleInstallation,
  refuseInProduction,
  sandboxConfig,
  SandboxModule,
  type SandboxOptions,
} from '@segur/sandbox';
import { Log, NestLogger, TelemetryModule } from '@segur/telemetry';
import { sandboxAppConfig } from './sandbox-app.config.js';

/** A running sandbox, and where it is found. */
export interface RunningSandbox {
  /** The admin API: `http://127.0.0.1:3001/sandbox`. */
  readonly admin: string;
  /** Base of the DMP's URLs, without the services' paths. */
  readonly dmp: string;
  /** `host:port` of the MSSanté operator. */
  readonly mail: string;
  /** Where the client certificates and the authority are. */
  readonly pkiDirectory: string;
  close(): Promise<void>;
}

@Module({})
class SandboxAppModule {
  static of(options: SandboxOptions, log: Log): DynamicModule {
    return {
      module: SandboxAppModule,
      imports: [TelemetryModule.forRoot({ log }), SandboxModule.forRoot(options)],
      providers: [{ provide: APP_FILTER, useFactory: () => new ProblemDetailsFilter(log) }],
    };
  }
}

/**
 * Starts the sandbox alone, with the development PKI.
 *
 * @throws {InvalidConfiguration} A variable is wrong, or the profile is `production`; then nothing was started or written.
 */
export async function startSandbox(env: NodeJS.ProcessEnv, log: Log): Promise<RunningSandbox> {
  const { profile, dmp, mail } = readConfig(sandboxConfig, env);
  const { httpPort, dataDirectory } = readConfig(sandboxAppConfig, env);
  refuseInProduction(profile);

  const { pki } = await openSampleInstallation(dataDirectory);
  const { keyPem, certificatePem } = pki.server;
  const tls = { key: keyPem, cert: certificatePem + pki.intermediatePem, ca: pki.caPem };
  const app = await NestFactory.create<NestFastifyApplication>(
    SandboxAppModule.of({ profile, dmp: { ...dmp, tls }, mail: { ...mail, tls } }, log),
    new FastifyAdapter(),
    { logger: new NestLogger(log), abortOnError: false },
  );
  await app.listen(httpPort, dmp.host);
  return {
    admin: `${await app.getUrl()}/sandbox`,
    dmp: app.get(DmpSandbox).address,
    mail: app.get(MailSandbox).address,
    pkiDirectory: join(dataDirectory, 'pki'),
    close: () => app.close(),
  };
}
