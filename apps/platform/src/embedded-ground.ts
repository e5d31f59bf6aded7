import { join } from 'node:path';
import { startEmbeddedPostgres } from '@segur/persistence';
import { openSampleInstallation, type SampleInstallation } from '@segur/sandbox';

/** What the embedded profile puts under the contexts. */
export interface EmbeddedGround {
  readonly databaseUrl: string;
  /** True when PostgreSQL runs in this process's care. */
  readonly ownsDatabase: boolean;
  readonly sample: SampleInstallation;
  stop(): Promise<void>;
}

/**
 * Opens the data directory: the sample laboratory, its secrets, and PostgreSQL unless a server is given.
 *
 * @throws {EmbeddedPostgresFailed} With the remedy.
 */
export async function openEmbeddedGround(directory: string, givenDatabaseUrl: string | undefined): Promise<EmbeddedGround> {
  const sample = await openSampleInstallation(directory);
  if (givenDatabaseUrl !== undefined) {
    return { databaseUrl: givenDatabaseUrl, ownsDatabase: false, sample, stop: async () => undefined };
  }
  const postgres = await startEmbeddedPostgres({ dataDir: join(directory, 'postgres') });
  return { databaseUrl: postgres.url, ownsDatabase: true, sample, stop: () => postgres.stop() };
}
