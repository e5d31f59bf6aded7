import 'reflect-metadata';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ClockModule } from '@segur/clock';
import { LaboratoryRegistry } from '@segur/config';
import { EventBusModule, EventBusTransport, type EventBus } from '@segur/event-bus';
import { HealthModule, HealthRegistry } from '@segur/health';
import { AccessRegistry, httpsOptions, HttpSecurityModule, type HttpSecurityConfig } from '@segur/http-security';
import { PersistenceModule, type PersistenceOptions } from '@segur/persistence';
import { NestLogger, TelemetryModule, type Log } from '@segur/telemetry';
import type { ServiceConfig } from './service.config.js';

/** What an application decides: which contexts it runs, on what ground. */
export interface ServiceOptions {
  /** Named in logs and on the event log. */
  readonly name: string;
  readonly modules: readonly (DynamicModule | Type)[];
  readonly settings: ServiceConfig;
  readonly security: HttpSecurityConfig;
  readonly persistence: PersistenceOptions;
  readonly laboratories: LaboratoryRegistry;
  /** Open. It is closed with the service. */
  readonly bus: EventBus;
  readonly log: Log;
}

/** A running application. */
export interface RunningService {
  /** Where HTTP answers, without a slash at the end. */
  readonly url: string;
  /** Unready, stop taking, finish what is in flight, relay once more, close. */
  close(): Promise<void>;
}

/**
 * Starts the doors and the consumers of some contexts on one ground.
 *
 * Resolves once the service is ready: migrated, subscribed and listening.
 *
 * @throws {PlatformError} A setting, the database, the event log or a port stands in the way.
 */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const { settings, security, bus, log, name } = options;
  const https = httpsOptions(security, new Date());
  const adapter = new FastifyAdapter({
    bodyLimit: settings.bodyLimitBytes,
    // Sockets kept alive by idle clients must not hold a shutdown up.
    forceCloseConnections: 'idle',
    ...(https ? { https } : {}),
  } as ConstructorParameters<typeof FastifyAdapter>[0]);
  const app = await NestFactory.create<NestFastifyApplication>(rootModule(options), adapter, {
    logger: new NestLogger(log),
    abortOnError: false,
    rawBody: false,
  });
  app.connectMicroservice({ strategy: app.get(EventBusTransport) }, { inheritAppConfig: false });
  app.get(HealthRegistry).register('event-bus', () => bus.isConnected());
  try {
    if (settings.consume) await app.startAllMicroservices();
    await app.listen(settings.port, settings.host);
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
  const url = await app.getUrl();
  log.info('service-started', { context: name, address: url });
  return { url, close: () => app.close() };
}

function rootModule({ modules, persistence, laboratories, bus, security, log, settings }: ServiceOptions): DynamicModule {
  return {
    module: RootModule,
    imports: [
      ClockModule,
      HealthModule,
      TelemetryModule.forRoot({ log }),
      EventBusModule.forRoot({ bus }),
      PersistenceModule.forRoot({ ...persistence, relay: settings.relay }),
      HttpSecurityModule.forRoot({ access: new AccessRegistry(laboratories), config: security }),
      LaboratoriesModule.of(laboratories),
      ...modules,
    ],
  };
}

@Module({})
class RootModule {}

/** Gives every context the laboratories of this installation. */
@Module({})
class LaboratoriesModule {
  static of(laboratories: LaboratoryRegistry): DynamicModule {
    return {
      module: LaboratoriesModule,
      global: true,
      providers: [{ provide: LaboratoryRegistry, useValue: laboratories }],
      exports: [LaboratoryRegistry],
    };
  }
}
