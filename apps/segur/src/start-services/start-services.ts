import { join } from 'node:path';
import { SAMPLE_MAPPING_CSV } from '@segur/loinc-transcoding';
import { publishMapping, type SampleInstallation } from '@segur/sandbox';
import type { Log } from '@segur/telemetry';
import { SERVICES } from '../services.js';
import { freePorts } from './free-ports.js';
import { openFrontDoor } from './front-door.js';
import { OwnedProcess } from './owned-process.js';
import { openServicesGround, type ServicesGround } from './services-ground.js';
import type { ServicesSettings } from './services-settings.js';

/** The services apart, and where they are found. */
export interface RunningServices {
  /** Of the front door. */
  readonly url: string;
  /** `host:port`. */
  readonly mllp: string;
  readonly brokers: readonly string[];
  /** Each service's own address. */
  readonly services: readonly { readonly name: string; readonly url: string }[];
  /** Absent where the laboratories are given. */
  readonly sample?: SampleInstallation;
  /** Front door, services, then what they stand on. */
  close(): Promise<void>;
}

const APPS = join(import.meta.dirname, '../../..');

/**
 * Starts every context and the sandbox as processes of their own, on Kafka and one PostgreSQL, behind one front door.
 *
 * @param tell - Takes what the services print, line by line.
 * @throws {PlatformError} With the remedy, when something stands in the way; nothing is left running.
 */
export async function startServices(
  settings: ServicesSettings,
  env: NodeJS.ProcessEnv,
  tell: (name: string, line: string) => void,
  log: Log,
): Promise<RunningServices> {
  const ground = await openServicesGround(settings, log);
  const own = settings.laboratories.laboratoriesFile === undefined;
  const started: { close(): Promise<unknown> }[] = [{ close: () => ground.stop() }];
  const close = async () => {
    for (const piece of started.toReversed()) await piece.close();
  };
  try {
    const ports = await freePorts(SERVICES.length + 3);
    const [dmp = 0, smtp = 0, mllp = 0] = ports.slice(SERVICES.length);
    const common = environment(settings, env, ground, {
      dmp: settings.sandbox.dmp.port || dmp,
      smtp: settings.sandbox.mail.port || smtp,
      sandbox: ports[SERVICES.findIndex(({ name }) => name === 'sandbox')] ?? 0,
      mllp: settings.results.mllp.port || mllp,
    });
    const backends = SERVICES.map((service, index) => {
      const url = `http://127.0.0.1:${ports[index]}`;
      const running = new OwnedProcess({
        name: service.name,
        script: join(APPS, service.name, 'dist/main.js'),
        env: { ...common, [service.portVariable]: String(ports[index]) },
        readyUrl: url + service.readyPath,
        tell: (line) => tell(service.name, line),
      });
      return { ...service, url, running, isReady: () => running.isReady() };
    });
    started.push({ close: () => Promise.all(backends.map(({ running }) => running.stop())) });
    await Promise.all(backends.map(({ running }) => running.start()));

    const door = await openFrontDoor(settings.service.host, settings.service.port, backends);
    started.push(door);
    if (own) await publishMapping(door.url, ground.sample.apiKey, SAMPLE_MAPPING_CSV);
    return {
      url: door.url,
      mllp: `${settings.results.mllp.host}:${common['MLLP_PORT']}`,
      brokers: ground.brokers,
      services: backends.map(({ name, url }) => ({ name, url })),
      ...(own ? { sample: ground.sample } : {}),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Ports {
  readonly dmp: number;
  readonly smtp: number;
  /** Of its own pages. */
  readonly sandbox: number;
  readonly mllp: number;
}

/** What all services are told. What the caller's environment names wins over what is played here. */
function environment({ own }: ServicesSettings, env: NodeJS.ProcessEnv, ground: ServicesGround, ports: Ports): NodeJS.ProcessEnv {
  const { sample, databaseUrl, brokers } = ground;
  return {
    DMP_BASE_URL: `https://127.0.0.1:${ports.dmp}`,
    MSSANTE_SMTP_HOST: '127.0.0.1',
    MSSANTE_SMTP_PORT: String(ports.smtp),
    SANDBOX_URL: `http://127.0.0.1:${ports.sandbox}`,
    LABORATORIES_FILE: sample.laboratoriesFile,
    DOCUMENT_STORE_KEYS_FILE: sample.keyRingFile,
    // One laboratory and no certificates to tell senders apart: whoever reaches the port is the sample laboratory.
    ...(env['LABORATORIES_FILE'] ? {} : { MLLP_ANY_SENDER_TENANT: sample.tenantId }),
    // What a killed service had in hand goes to its successor that much later.
    KAFKA_SESSION_TIMEOUT_SECONDS: '10',
    ...stated(env),
    DATABASE_URL: databaseUrl,
    KAFKA_BROKERS: brokers.join(','),
    HTTP_HOST: '127.0.0.1',
    MLLP_PORT: String(ports.mllp),
    SANDBOX_DMP_PORT: String(ports.dmp),
    SANDBOX_SMTP_PORT: String(ports.smtp),
    SANDBOX_DATA_DIRECTORY: own.DATA_DIRECTORY,
  };
}

/** A variable that is set to nothing counts as absent. */
function stated(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}
