import 'reflect-metadata';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, ClockModule, SystemClock } from '@segur/clock';
import { LaboratoryRegistry } from '@segur/config';
import { watchCertificate } from '@segur/crypto';
import { EventBusModule, EventBusTransport, type EventBus } from '@segur/event-bus';
import { HealthModule, HealthRegistry } from '@segur/health';
import { AccessRegistry, httpsCertificate, httpsOptions, HttpSecurityModule, type HttpSecurityConfig } from '@segur/http-security';
import { PersistenceModule, type PersistenceOptions } from '@segur/persistence';
import { Metrics, NestLogger, TelemetryModule, type Log } from '@segur/telemetry';
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
  /** Open. It is closed with the service, and when the start fails. */
  readonly bus: EventBus;
  readonly log: Log;
  /** Absent: the machine's. */
  readonly clock?: Clock;
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
  const metrics = new Metrics();
  metrics.observeProcess();
  const app = await createApp(options, metrics).catch(async (error: unknown) => {
    await bus.close().catch(() => undefined);
    throw error;
  });
  app.connectMicroservice({ strategy: app.get(EventBusTransport) }, { inheritAppConfig: false });
  let subscribed = !settings.consume;
  const health = app.get(HealthRegistry);
  health.register('event-bus', () => bus.isConnected());
  health.register('event-consumers', () => subscribed);
  const certificate = httpsCertificate(security);
  if (certificate)
    watchCertificate(
      { certificate, use: 'server', usage: 'https-server', configuredIn: 'HTTP_TLS_PKCS12_FILE' },
      { context: name, clock: app.get(Clock), log, metrics, health },
    );
  try {
    // Doors and relays first: to join its group a consumer may have to wait until a dead one is given up, and laboratories need not.
    await app.listen(settings.port, settings.host);
    if (settings.consume) await consume(app, bus, metrics);
    subscribed = true;
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
  const url = await app.getUrl();
  log.info('service-started', { context: name, address: url });
  return { url, close: () => app.close() };
}

async function createApp(options: ServiceOptions, metrics: Metrics): Promise<NestFastifyApplication> {
  const { settings, security, log } = options;
  const https = httpsOptions(security);
  const adapter = new FastifyAdapter({
    bodyLimit: settings.bodyLimitBytes,
    // Sockets kept alive by idle clients must not hold a shutdown up.
    forceCloseConnections: 'idle',
    ...(https ? { https } : {}),
  } as ConstructorParameters<typeof FastifyAdapter>[0]);
  return NestFactory.create<NestFastifyApplication>(rootModule(options, metrics), adapter, {
    logger: new NestLogger(log),
    abortOnError: false,
    rawBody: false,
  });
}

/** Takes events, and measures at each scrape how far behind each context is. */
async function consume(app: NestFastifyApplication, bus: EventBus, metrics: Metrics): Promise<void> {
  await app.startAllMicroservices();
  const contexts = app.get(EventBusTransport).groups();
  metrics.onScrape(async () => {
    for (const context of contexts) metrics.consumerLagEvents.set({ context }, await bus.lag(context));
  });
}

function rootModule(options: ServiceOptions, metrics: Metrics): DynamicModule {
  const { modules, persistence, laboratories, bus, security, log, settings, clock = new SystemClock() } = options;
  return {
    module: RootModule,
    imports: [
      ClockModule.of(clock),
      HealthModule,
      TelemetryModule.forRoot({ log, metrics }),
      EventBusModule.forRoot({
        bus,
        observe: (context, topic, seconds) => metrics.eventHandlingSeconds.observe({ context, topic }, seconds),
      }),
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
