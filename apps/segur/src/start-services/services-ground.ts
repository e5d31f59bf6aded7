import { join } from 'node:path';
import { InvalidConfiguration } from '@segur/errors';
import { ensureTopics } from '@segur/event-bus';
import { TOPICS } from '@segur/events';
import { startEmbeddedPostgres } from '@segur/persistence';
import { openSampleInstallation, type SampleInstallation } from '@segur/sandbox';
import type { Log } from '@segur/telemetry';
import { startKafkaBroker, whyNoBroker } from '@segur/testing';
import type { ServicesSettings } from './services-settings.js';

/** Enough to share each context's work among six of its kind. */
const PARTITIONS = 6;

/** What the services stand on: an event log, a database, a laboratory. */
export interface ServicesGround {
  readonly brokers: readonly string[];
  readonly databaseUrl: string;
  readonly sample: SampleInstallation;
  /** In the order of their start; what was given is left alone. */
  stop(): Promise<void>;
}

/**
 * Starts what is not given: a Kafka of one node and a PostgreSQL under the data directory.
 *
 * @throws {InvalidConfiguration} There is no Kafka and no way to start one; the sentence says what to install.
 * @throws {EmbeddedPostgresFailed} With the remedy.
 */
export async function openServicesGround({ own, service, persistence }: ServicesSettings, log: Log): Promise<ServicesGround> {
  const directory = own.DATA_DIRECTORY;
  const missing = service.brokers.length > 0 ? undefined : whyNoBroker();
  if (missing !== undefined) throw new InvalidConfiguration(missing);
  const sample = await openSampleInstallation(directory);
  const started: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const piece of started.toReversed()) await piece.stop();
  };
  try {
    const [brokers, databaseUrl] = await Promise.all([
      service.brokers.length > 0 ? service.brokers : startBroker(directory, started),
      persistence.databaseUrl ?? startDatabase(directory, started),
    ]);
    // Each service would make them, all at a time: their first elections would then disturb each other's groups.
    const topics = TOPICS.map(({ name }) => name);
    await ensureTopics({ brokers, clientId: 'start-services', log }, topics, { partitions: PARTITIONS });
    return { brokers, databaseUrl, sample, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startBroker(directory: string, started: { stop(): Promise<void> }[]): Promise<readonly string[]> {
  const broker = await startKafkaBroker({ dataDir: join(directory, 'kafka') });
  started.push(broker);
  return broker.brokers;
}

async function startDatabase(directory: string, started: { stop(): Promise<void> }[]): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: join(directory, 'postgres') });
  started.push(postgres);
  return postgres.url;
}
