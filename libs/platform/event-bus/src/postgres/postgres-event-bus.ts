import pg from 'pg';
import type { EventEnvelope } from '@segur/events';
import { Log } from '@segur/telemetry';
import { EventBusUnavailable, reasonOf } from '../bus-errors.js';
import { toChunks } from '../chunks.js';
import { EventBus, type Subscription } from '../event-bus.js';
import { DEFAULT_CONCURRENCY, type DispatcherOptions } from '../keyed-dispatcher.js';
import { migrateEventLog } from './event-log-schema.js';
import { PostgresGroup } from './postgres-group.js';

/** Settings of the log in PostgreSQL. */
export interface PostgresEventBusOptions extends Pick<DispatcherOptions, 'windowEvents' | 'retryDelayMs'> {
  /** The log lives in the schema `event_log` of this database. */
  readonly databaseUrl: string;
  /** Handlers of one group at the same time. Default 24. */
  readonly concurrency?: number;
  /** How late an event may be when its notification was lost. Default one second. */
  readonly pollMs?: number;
  readonly log?: Log;
}

const CHUNK = { events: 1000, bytes: 8_000_000 };
const SWEEP_ROWS = 5000;
const PROBE_MS = 500;

/**
 * The event log in one table of PostgreSQL, for a platform in one process, or few of them.
 *
 * The order of positions is the order of commits; one member of each group is active, and another takes over when it dies.
 */
export class PostgresEventBus extends EventBus {
  private readonly groups = new Map<string, PostgresGroup>();
  private connected = true;
  private closing = false;
  private probing = false;

  private constructor(
    private readonly pool: pg.Pool,
    private readonly options: PostgresEventBusOptions,
  ) {
    super();
    pool.on('error', () => this.onConnection(false));
  }

  /**
   * Connects, and creates the schema where it is missing.
   *
   * @throws {EventBusUnavailable} The database cannot be reached.
   */
  static async open(options: PostgresEventBusOptions): Promise<PostgresEventBus> {
    // Appends follow each other under one lock: more connections would only wait for it.
    const pool = new pg.Pool({
      connectionString: options.databaseUrl,
      max: 2,
      application_name: 'event-log',
      connectionTimeoutMillis: 5000,
      query_timeout: 30_000,
      keepAlive: true,
    });
    const bus = new PostgresEventBus(pool, options);
    try {
      await migrateEventLog(pool);
      return bus;
    } catch (error) {
      bus.closing = true;
      await pool.end();
      throw new EventBusUnavailable('The event log cannot be opened', { reason: reasonOf(error) }, { cause: error });
    }
  }

  /**
   * @throws {EventTooLarge} Nothing was appended.
   * @throws {EventBusUnavailable} Some of the events may have been appended.
   */
  async append(events: readonly EventEnvelope[]): Promise<void> {
    for (const chunk of toChunks(events, JSON.stringify, CHUNK)) {
      await this.query('SELECT event_log.append($1, $2, $3, $4, $5)', [
        chunk.map(({ event }) => event.topic),
        chunk.map(({ event }) => event.key),
        chunk.map(({ event }) => event.tenantId),
        chunk.map(({ event }) => event.id),
        chunk.map(({ json }) => json),
      ]);
    }
  }

  async subscribe(subscription: Subscription): Promise<void> {
    const { group, topics, from = 'beginning' } = subscription;
    if (this.groups.has(group)) throw new Error(`Group ${group} is already subscribed on this bus`);
    await this.query(
      `INSERT INTO event_log.cursor (group_name, topic, next_position)
         SELECT $1, topic, CASE WHEN $3 THEN (SELECT coalesce(max(position), 0) + 1 FROM event_log.event) ELSE 1 END
           FROM unnest($2::text[]) AS topic ON CONFLICT DO NOTHING`,
      [group, topics, from === 'end'],
    );
    const { databaseUrl, concurrency = DEFAULT_CONCURRENCY, windowEvents = 1000, pollMs = 1000, log = Log.open() } = this.options;
    const member = new PostgresGroup({
      databaseUrl,
      subscription,
      concurrency,
      windowEvents,
      pollMs,
      log,
      onConnection: (connected) => this.onConnection(connected),
      ...(this.options.retryDelayMs && { retryDelayMs: this.options.retryDelayMs }),
    });
    this.groups.set(group, member);
    await member.start();
  }

  override async stopTaking(): Promise<void> {
    await Promise.all([...this.groups.values()].map((group) => group.stop()));
  }

  async close(): Promise<void> {
    if (this.closing) return;
    this.closing = true;
    await this.stopTaking();
    await this.pool.end();
    this.connected = false;
  }

  isConnected(): boolean {
    return this.connected;
  }

  async lag(group: string): Promise<number> {
    const { rows } = await this.query(
      `SELECT coalesce(sum(waiting.n), 0) AS lag FROM event_log.cursor c CROSS JOIN LATERAL
         (SELECT count(*) AS n FROM event_log.event e WHERE e.topic = c.topic AND e.position >= c.next_position) waiting
        WHERE c.group_name = $1`,
      [group],
    );
    return Number((rows as { lag: string }[])[0]?.lag ?? 0);
  }

  /**
   * Deletes what was appended before `before` and every group of its topic has handled.
   *
   * @returns How many events are gone. A group that will never come back must be forgotten first: it holds everything.
   */
  async sweep(before: Date): Promise<number> {
    let swept = 0;
    for (;;) {
      // In pages, so that no lock lasts.
      const { rowCount } = await this.query(
        `DELETE FROM event_log.event WHERE position IN (
           SELECT position FROM event_log.event e
            WHERE appended_at < $1
              AND NOT EXISTS (SELECT 1 FROM event_log.cursor c WHERE c.topic = e.topic AND c.next_position <= e.position)
            ORDER BY position LIMIT $2)`,
        [before, SWEEP_ROWS],
      );
      swept += rowCount ?? 0;
      if ((rowCount ?? 0) < SWEEP_ROWS) return swept;
    }
  }

  /** Forgets where a group stopped: what it has not handled no longer outlives a sweep. */
  async forget(group: string): Promise<void> {
    await this.query('DELETE FROM event_log.cursor WHERE group_name = $1', [group]);
  }

  private async query(sql: string, parameters: readonly unknown[]): Promise<pg.QueryResult> {
    try {
      const result = await this.pool.query(sql, [...parameters]);
      this.onConnection(true);
      return result;
    } catch (error) {
      this.onConnection(false);
      throw new EventBusUnavailable('The event log did not answer', { reason: reasonOf(error) }, { cause: error });
    }
  }

  private onConnection(connected: boolean): void {
    this.connected = connected && !this.closing;
    if (connected || this.closing || this.probing) return;
    this.probing = true;
    setTimeout(() => void this.probe(), PROBE_MS).unref();
  }

  /** An idle bus would not notice that the database is back. */
  private async probe(): Promise<void> {
    this.probing = false;
    if (!this.closing && !this.connected) await this.query('SELECT 1', []).catch(() => undefined);
  }
}
