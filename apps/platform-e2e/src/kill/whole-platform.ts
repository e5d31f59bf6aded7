import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_MAPPING_CSV } from '@segur/loinc-transcoding';
import { openSampleInstallation, publishMapping, type SampleInstallation } from '@segur/sandbox';
import { SandboxView } from '../sandbox-view.js';
import { freePorts } from './free-ports.js';
import { ServiceProcess } from './service-process.js';
import type { Ground } from './services-apart.js';

/** Every context, and the national services that it delivers to, as processes that can be killed. */
export interface WholePlatform {
  readonly sample: SampleInstallation;
  /** The sandbox: it is what the platform is judged by, and is never killed. */
  readonly witness: ServiceProcess;
  readonly sandbox: SandboxView;
  /** One process with every context, or one for each. */
  readonly services: readonly (readonly [name: string, process: ServiceProcess])[];
  /** Takes withdrawals. */
  readonly resultsUrl: string;
  readonly mllpPort: number;
}

const CONTEXTS = ['result-structuring', 'order-intake', 'loinc-transcoding', 'dmp-feeding', 'secure-messaging', 'operations'];

/** Starts it. Without brokers: in one process, on the event log in PostgreSQL. */
export async function startWholePlatform({ directory, databaseUrl, brokers }: Ground): Promise<WholePlatform> {
  mkdirSync(directory, { recursive: true });
  const sample = await openSampleInstallation(directory);
  const [sandboxHttp = 0, dmp = 0, smtp = 0, mllp = 0, unusedDmp = 0, unusedSmtp = 0, ...https] = await freePorts(
    6 + CONTEXTS.length,
  );
  const service = (app: string, http: number, env: Readonly<Record<string, string>>) =>
    new ServiceProcess({ app, env: { ...env, HTTP_PORT: `${http}` }, logFile: join(directory, `${app}.log`) });

  const witness = new ServiceProcess({
    app: 'sandbox',
    env: {
      HTTP_PORT: `${sandboxHttp}`,
      SANDBOX_HTTP_PORT: `${sandboxHttp}`,
      SANDBOX_DATA_DIRECTORY: directory,
      SANDBOX_DMP_PORT: `${dmp}`,
      SANDBOX_SMTP_PORT: `${smtp}`,
    },
    readyPath: '/sandbox/dmp/documents',
    logFile: join(directory, 'sandbox.log'),
  });
  const common = {
    DATABASE_URL: databaseUrl,
    DMP_BASE_URL: `https://127.0.0.1:${dmp}`,
    MSSANTE_SMTP_HOST: '127.0.0.1',
    MSSANTE_SMTP_PORT: `${smtp}`,
    MLLP_PORT: `${mllp}`,
    LOG_LEVEL: 'warn',
  };
  // The process with every context plays the national services too; nobody calls those.
  const inOne = { ...common, DATA_DIRECTORY: directory, SANDBOX_DMP_PORT: `${unusedDmp}`, SANDBOX_SMTP_PORT: `${unusedSmtp}` };
  const apart = {
    ...common,
    KAFKA_BROKERS: brokers.join(','),
    // The least that a broker accepts: a killed member is replaced while one waits.
    KAFKA_SESSION_TIMEOUT_SECONDS: '6',
    LABORATORIES_FILE: sample.laboratoriesFile,
    DOCUMENT_STORE_KEYS_FILE: sample.keyRingFile,
    MLLP_ANY_SENDER_TENANT: sample.tenantId,
  };
  const services: WholePlatform['services'] =
    brokers.length === 0
      ? [['platform', service('platform', https[0] ?? 0, inOne)]]
      : CONTEXTS.map((name, index) => [name, service(name, https[index] ?? 0, apart)]);

  await Promise.all([witness, ...services.map(([, process]) => process)].map((process) => process.start()));
  const url = (name: string) => (services.find(([known]) => known === name) ?? services[0])?.[1].url ?? '';
  await publishMapping(url('loinc-transcoding'), sample.apiKey, SAMPLE_MAPPING_CSV);
  const resultsUrl = url('result-structuring');
  return { sample, witness, sandbox: new SandboxView(witness.url), services, resultsUrl, mllpPort: mllp };
}
