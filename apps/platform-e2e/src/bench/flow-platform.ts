import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openSampleInstallation, type SampleInstallation } from '@segur/sandbox';
import { officialDirectory } from '@segur/testing';
import { freePorts } from '../kill/free-ports.js';
import { ServiceProcess } from '../kill/service-process.js';
import { LeanAcceptor } from './acceptor/lean-acceptor.js';
import type { BenchGround, LogKind } from './bench-ground.js';

/** Which deliveries a report gets: to the DMP alone, or with mails to prescriber and patient. */
export type Path = 'dmp' | 'dmp-and-mails';

/** A platform whose deliveries go to the acceptor. The sandbox in its process hears nothing. */
export interface FlowPlatform {
  readonly process: ServiceProcess;
  readonly mllpPort: number;
  readonly databaseUrl: string;
}

/** What is made of platforms: they share laboratory, certificates, database and mapping. */
export interface FlowGround {
  readonly ground: BenchGround;
  readonly acceptor: LeanAcceptor;
  readonly dataDirectory: string;
  readonly databaseUrl: string;
  readonly log: LogKind;
}

/** The sample laboratory of all platforms under measure; the acceptor shows a certificate of its authority. */
function flowInstallation({ directory }: BenchGround): Promise<SampleInstallation> {
  return openSampleInstallation(join(directory, 'flow'));
}

/** A receiving side that believes, for the laboratory of all platforms under measure. */
export async function startAcceptor(ground: BenchGround): Promise<LeanAcceptor> {
  const { pki } = await flowInstallation(ground);
  const cert = pki.server.certificatePem + pki.intermediatePem;
  return LeanAcceptor.start({ key: pki.server.keyPem, cert, ca: pki.caPem });
}

/** The kit whose XSD holds every document, as in production. Absent: our own rules alone do. */
export const officialKit = (): string | undefined => officialDirectory('ci-sis');

/**
 * Starts one process with every context. The first on a database publishes the sample mapping, so it must be one that sends mails.
 *
 * @throws {Error} It did not start.
 */
export async function startFlowPlatform(
  { ground, acceptor, dataDirectory, databaseUrl, log }: FlowGround,
  path: Path,
  nodeOptions: readonly string[] = [],
): Promise<FlowPlatform> {
  const [httpPort = 0, mllpPort = 0, dmpPort = 0, smtpPort = 0] = await freePorts(4);
  const brokers = await ground.brokersOf(log);
  const kit = officialKit();
  const platform = new ServiceProcess({
    app: 'platform',
    env: {
      DATABASE_URL: databaseUrl,
      DATA_DIRECTORY: dataDirectory,
      HTTP_PORT: `${httpPort}`,
      MLLP_PORT: `${mllpPort}`,
      SANDBOX_DMP_PORT: `${dmpPort}`,
      SANDBOX_SMTP_PORT: `${smtpPort}`,
      DMP_BASE_URL: `https://127.0.0.1:${acceptor.dmpPort}`,
      MSSANTE_SMTP_PORT: `${acceptor.smtpPort}`,
      LOG_LEVEL: 'warn',
      ...(brokers.length > 0 && { KAFKA_BROKERS: brokers.join(',') }),
      ...(kit !== undefined && { CI_SIS_DIR: kit }),
      ...(path === 'dmp' && (await withoutMailbox(dataDirectory))),
    },
    logFile: join(ground.directory, `flow-${log}-${path}.log`),
    nodeOptions,
  });
  await platform.start();
  return { process: platform, mllpPort, databaseUrl };
}

/** A laboratory without mailbox: its reports have no recipient but the DMP. */
async function withoutMailbox(dataDirectory: string): Promise<Record<string, string>> {
  const { laboratoriesFile, tenantId } = await openSampleInstallation(dataDirectory);
  const laboratories = JSON.parse(readFileSync(laboratoriesFile, 'utf8')) as Record<string, unknown>[];
  const file = join(dirname(laboratoriesFile), 'laboratories-without-mailbox.json');
  writeFileSync(file, JSON.stringify(laboratories.map(({ mssante: _, ...laboratory }) => laboratory)));
  return { LABORATORIES_FILE: file, MLLP_ANY_SENDER_TENANT: tenantId };
}
