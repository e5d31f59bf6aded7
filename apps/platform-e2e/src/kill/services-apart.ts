import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSampleInstallation, type SampleInstallation } from '@segur/sandbox';
import { freePorts } from './free-ports.js';
import { ServiceProcess } from './service-process.js';

/** The part of the platform that takes messages in, as processes apart. */
export interface ServicesApart {
  readonly sample: SampleInstallation;
  /** Opens the MLLP door and does nothing else. */
  readonly receiver: ServiceProcess;
  /** Announces what is in the outboxes, and works on events. */
  readonly worker: ServiceProcess;
  /** Keeps the read model. */
  readonly operations: ServiceProcess;
  /** Of the receiver. */
  readonly mllpPort: number;
}

/** The ground they stand on. */
export interface Ground {
  readonly directory: string;
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
}

/** Prepares the services on ports of their own; they are started by whoever asks. */
export async function servicesApart({ directory, databaseUrl, brokers }: Ground): Promise<ServicesApart> {
  mkdirSync(directory, { recursive: true });
  const sample = await openSampleInstallation(join(directory, 'installation'));
  const [receiverHttp = 0, receiverMllp = 0, workerHttp = 0, workerMllp = 0, operationsHttp = 0] = await freePorts(5);
  const shared = {
    DATABASE_URL: databaseUrl,
    KAFKA_BROKERS: brokers.join(','),
    // The least that a broker accepts: a killed member is replaced while one waits.
    KAFKA_SESSION_TIMEOUT_SECONDS: '6',
    LABORATORIES_FILE: sample.laboratoriesFile,
    DOCUMENT_STORE_KEYS_FILE: sample.keyRingFile,
    MLLP_ANY_SENDER_TENANT: sample.tenantId,
  };
  const service = (app: string, name: string, http: number, own: Record<string, string> = {}) =>
    new ServiceProcess({ app, env: { ...shared, ...own, HTTP_PORT: `${http}` }, logFile: join(directory, `${name}.log`) });
  return {
    sample,
    mllpPort: receiverMllp,
    receiver: service('result-structuring', 'receiver', receiverHttp, {
      MLLP_PORT: `${receiverMllp}`,
      CONSUME_EVENTS: 'false',
      RELAY_EVENTS: 'false',
    }),
    worker: service('result-structuring', 'worker', workerHttp, { MLLP_PORT: `${workerMllp}` }),
    operations: service('operations', 'operations', operationsHttp),
  };
}
