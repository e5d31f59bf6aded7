import type { DynamicModule, Type } from '@nestjs/common';
import type { Clock } from '@segur/clock';
import { LaboratoryRegistry } from '@segur/config';
import { DmpFeedingModule } from '@segur/dmp-feeding';
import { DocumentStoreModule, KeyRing } from '@segur/document-store';
import { InvalidConfiguration } from '@segur/errors';
import { LoincTranscodingModule, SAMPLE_MAPPING_CSV } from '@segur/loinc-transcoding';
import { OperationsModule } from '@segur/operations';
import { OrderIntakeModule } from '@segur/order-intake';
import { ResultStructuringModule } from '@segur/result-structuring';
import { publishMapping, SandboxModule, type SampleInstallation } from '@segur/sandbox';
import { SecureMessagingModule } from '@segur/secure-messaging';
import { openBus, readSettings, startService, type RunningService } from '@segur/service';
import type { Log } from '@segur/telemetry';
import { openEmbeddedGround } from './embedded-ground.js';
import { MENTIONING_CONTEXTS } from './mentioning-contexts.js';
import { platformConfigs } from './platform.config.js';
import { PlayedServicesModule } from './played-services.module.js';

type Settings = ReturnType<typeof readPlatformSettings>;

/** The platform, and what to show of it. */
export interface RunningPlatform extends RunningService {
  readonly settings: Settings;
  /** Absent where the laboratories are given. */
  readonly sample?: SampleInstallation;
}

/** @throws {InvalidConfiguration} Names every bad variable. */
export function readPlatformSettings(env: NodeJS.ProcessEnv) {
  return readSettings(platformConfigs, env);
}

/**
 * Starts every context in one process. Embedded profile: with PostgreSQL, the sandbox and a sample laboratory of its own.
 *
 * @param clock - Of the contexts and of the sandbox. Absent, and in production: the machine's.
 * @throws {PlatformError} With the remedy, when something stands in the way; nothing is left running.
 */
export async function startPlatform(settings: Settings, log: Log, clock?: Clock): Promise<RunningPlatform> {
  if (settings.profile.profile === 'production') return startGiven(settings, log);
  const ground = await openEmbeddedGround(settings.embedded.directory, settings.persistence.databaseUrl);
  try {
    const { sample, databaseUrl } = ground;
    const own = settings.laboratories.laboratoriesFile === undefined;
    const service = await startOn(settings, log, {
      databaseUrl,
      laboratories: LaboratoryRegistry.read(settings.laboratories.laboratoriesFile ?? sample.laboratoriesFile),
      keys: KeyRing.read(settings.documents.keysFile ?? sample.keyRingFile),
      sandbox: [PlayedServicesModule.of(sandboxModule(settings, sample, clock))],
      ...(clock ? { clock } : {}),
      // One laboratory and no certificates to tell senders apart: whoever reaches the port is the sample laboratory.
      ...(own ? { anySenderTenant: sample.tenantId } : {}),
    });
    if (own) await publishMapping(service.url, sample.apiKey, SAMPLE_MAPPING_CSV);
    return {
      ...service,
      settings,
      ...(own ? { sample } : {}),
      close: async () => {
        await service.close();
        await ground.stop();
      },
    };
  } catch (error) {
    await ground.stop();
    throw error;
  }
}

/** Production in one process: everything that the embedded profile makes is given. */
async function startGiven(settings: Settings, log: Log): Promise<RunningPlatform> {
  const { databaseUrl } = settings.persistence;
  const { laboratoriesFile } = settings.laboratories;
  const { keysFile } = settings.documents;
  if (!databaseUrl || !laboratoriesFile || !keysFile) {
    throw new InvalidConfiguration('APP_PROFILE=production needs DATABASE_URL, LABORATORIES_FILE and DOCUMENT_STORE_KEYS_FILE');
  }
  const given = { databaseUrl, laboratories: LaboratoryRegistry.read(laboratoriesFile), keys: KeyRing.read(keysFile), sandbox: [] };
  return { ...(await startOn(settings, log, given)), settings };
}

interface Ground {
  readonly databaseUrl: string;
  readonly laboratories: LaboratoryRegistry;
  readonly keys: KeyRing;
  readonly sandbox: readonly DynamicModule[];
  readonly anySenderTenant?: string;
  readonly clock?: Clock;
}

async function startOn(settings: Settings, log: Log, ground: Ground): Promise<RunningService> {
  const { databaseUrl, laboratories, keys, sandbox, anySenderTenant, clock } = ground;
  const bus = await openBus({ ...settings.service, databaseUrl, clientId: 'platform', log });
  const results = anySenderTenant === undefined ? settings.results : withAnySender(settings.results, anySenderTenant);
  const modules: (DynamicModule | Type)[] = [
    DocumentStoreModule.forRoot({
      ...settings.persistence,
      databaseUrl,
      keys,
      maxBytes: settings.documents.maxBytes,
      recentBytes: settings.documents.recentBytes,
      mentionedBy: MENTIONING_CONTEXTS,
    }),
    OrderIntakeModule,
    ResultStructuringModule.forRoot(results),
    LoincTranscodingModule.forRoot(settings.transcoding),
    DmpFeedingModule.forRoot(settings.dmp),
    SecureMessagingModule.forRoot(settings.mail),
    OperationsModule,
    ...sandbox,
  ];
  return startService({
    name: 'platform',
    modules,
    settings: settings.service,
    security: settings.security,
    persistence: { ...settings.persistence, databaseUrl },
    laboratories,
    bus,
    log,
    ...(clock ? { clock } : {}),
  });
}

function withAnySender(results: Settings['results'], tenantId: string): Settings['results'] {
  return { ...results, mllp: { anySenderTenant: tenantId, ...results.mllp } };
}

function sandboxModule({ sandbox, profile }: Settings, { pki }: SampleInstallation, clock: Clock | undefined): DynamicModule {
  const tls = { key: pki.server.keyPem, cert: pki.server.certificatePem + pki.intermediatePem, ca: pki.caPem };
  return SandboxModule.forRoot({
    profile: profile.profile,
    dmp: { ...sandbox.dmp, tls },
    mail: { ...sandbox.mail, tls },
    ...(clock ? { clock } : {}),
  });
}
