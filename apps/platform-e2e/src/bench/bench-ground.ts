import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@segur/persistence';
import { startKafkaBroker, whyNoBroker, type KafkaBroker } from '@segur/testing';
import pg from 'pg';

/** The event logs that are measured. */
export type LogKind = 'postgres' | 'kafka';

/** What the benches stand on: a PostgreSQL that syncs to the disk, a real Kafka, and a folder. All are gone at the end. */
export class BenchGround {
  private broker: KafkaBroker | undefined;
  private databases = 0;

  private constructor(
    readonly directory: string,
    readonly postgres: EmbeddedPostgres,
  ) {}

  static async open(): Promise<BenchGround> {
    const directory = mkdtempSync(join(tmpdir(), 'segur-bench-'));
    // Root hands PostgreSQL over to another user, who must be able to enter.
    chmodSync(directory, 0o711);
    // Loaded, and silent: only the database of a bench that asks for it is watched.
    const settings = ['shared_preload_libraries=pg_stat_statements', 'pg_stat_statements.track=none'];
    return new BenchGround(directory, await startEmbeddedPostgres({ dataDir: join(directory, 'postgres'), settings }));
  }

  /** The event logs that this machine can run. */
  logKinds(): readonly LogKind[] {
    return whyNoBroker() ? ['postgres'] : ['postgres', 'kafka'];
  }

  /** Brokers for a kind of log: none for the log in PostgreSQL. Kafka is started when it is first asked for. */
  async brokersOf(kind: LogKind): Promise<readonly string[]> {
    if (kind === 'postgres') return [];
    this.broker ??= await startKafkaBroker();
    return this.broker.brokers;
  }

  /** Of the Kafka process, once there is one. */
  get brokerPid(): number | undefined {
    return this.broker?.pid;
  }

  /** An empty database: what one bench left must not slow the next. */
  async freshDatabase(): Promise<string> {
    const url = new URL(this.postgres.url);
    url.pathname = `/bench_${(this.databases += 1)}`;
    const client = new pg.Client({ connectionString: this.postgres.url });
    await client.connect();
    await client.query(`CREATE DATABASE ${url.pathname.slice(1)}`);
    await client.end();
    return url.href;
  }

  async close(): Promise<void> {
    await Promise.all([this.broker?.stop(), this.postgres.stop()]);
    rmSync(this.directory, { recursive: true, force: true });
  }
}
