import pg from 'pg';
import { sessionOptions } from '../database/context-database.js';
import type { ContextSchema } from '../database/context-schema.js';

const LEADER = 7001;
const AWAKE = 7002;

/**
 * One connection that waits for `NOTIFY`, and holds the locks that die with it: who leads, and who is awake.
 *
 * A reader that is awake looks again by itself, so writers do not notify it (the reason is in the migration of `wake()`).
 */
export class WakeSession {
  private awake = false;
  private notified = false;
  private lost = false;
  private wakeUp: () => void = () => undefined;

  private constructor(
    private readonly client: pg.Client,
    private readonly channel: string,
  ) {
    client.on('notification', () => this.wake());
    client.on('error', () => this.end());
    client.on('end', () => this.end());
  }

  /** @param purpose - `outbox` or `attempt`: one channel of the schema. @throws what `pg` throws */
  static async open(
    databaseUrl: string,
    context: Pick<ContextSchema, 'context' | 'schema'>,
    purpose: string,
  ): Promise<WakeSession> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      options: sessionOptions(context),
      application_name: `segur ${context.context} ${purpose}`,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    const session = new WakeSession(client, `${context.schema}_${purpose}`);
    try {
      await client.connect();
      await client.query(`LISTEN ${session.channel}`);
    } catch (error) {
      await session.close();
      throw error;
    }
    return session;
  }

  async query<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query({ name, text, values: [...values] })).rows as Row[];
  }

  /** True once this session leads; it leads until it ends. */
  async lead(): Promise<boolean> {
    return this.lock('lead', `pg_try_advisory_lock(${LEADER}, hashtext($1))`);
  }

  /** Writers stop notifying. Call it before looking, and look again after `fallAsleep`. */
  async stayAwake(): Promise<void> {
    if (!this.awake) this.awake = await this.lock('awake', `pg_try_advisory_lock_shared(${AWAKE}, hashtext($1))`);
  }

  /** Writers notify from now on. */
  async fallAsleep(): Promise<void> {
    if (this.awake) await this.lock('asleep', `pg_advisory_unlock_shared(${AWAKE}, hashtext($1))`);
    this.awake = false;
  }

  /** Resolves on a notification, on {@link wake}, or after a while. @throws {Error} The session ended. */
  async wait(ms: number): Promise<void> {
    if (!this.notified && !this.lost) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wakeUp = () => (clearTimeout(timer), resolve());
      });
    }
    this.wakeUp = () => undefined;
    this.notified = false;
    if (this.lost) throw new Error('Connection terminated');
  }

  /** Ends a wait, now or the next one. */
  wake(): void {
    this.notified = true;
    this.wakeUp();
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }

  private end(): void {
    this.lost = true;
    this.wakeUp();
  }

  private async lock(name: string, call: string): Promise<boolean> {
    const [row] = await this.query<{ held: boolean }>(name, `SELECT ${call} AS held`, [this.channel]);
    return row?.held === true;
  }
}
