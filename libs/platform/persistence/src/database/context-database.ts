import { DataSource } from 'typeorm';
import type { QueryRunner } from 'typeorm';
import pg from 'pg';
import { roleOf } from './context-schema.js';
import type { ContextSchema, Tx } from './context-schema.js';
import { DatabaseUnavailable, toDatabaseError, TransactionLost } from './database-errors.js';
import { StatementLanes } from './statement-lanes.js';

/** How a context reaches its database. */
export interface ContextDatabaseOptions {
  readonly databaseUrl: string;
  /** Connections of this context in this process. */
  readonly poolSize?: number;
}

/** One statement with its parameters. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

// Statements are constants of the program. A text that varies would fill the server's memory with plans: after this many, none is kept.
const PREPARED_STATEMENTS = 300;

/** The settings of every session of a context: its schema, its role, and limits that free what a dead process held. */
export function sessionOptions({ schema }: Pick<ContextSchema, 'schema'>): string {
  const settings = {
    search_path: schema,
    role: roleOf(schema),
    statement_timeout: '60s',
    idle_in_transaction_session_timeout: '60s',
    // A machine that vanished is noticed after 16 s, and its locks are free again.
    tcp_keepalives_idle: '10',
    tcp_keepalives_interval: '3',
    tcp_keepalives_count: '2',
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/**
 * The database as one context sees it: its own schema, under its own role, one tenant at a time.
 *
 * Connection losses and conflicts come out as `DatabaseUnavailable` and `DatabaseConflict`; other errors of SQL as they are.
 */
export class ContextDatabase {
  private readonly prepared = new Map<string, string>();
  private readonly lanes: StatementLanes;

  private constructor(
    private readonly source: DataSource,
    private readonly pool: pg.Pool,
    /** Which part of the database this is. */
    readonly context: Pick<ContextSchema, 'context' | 'schema'>,
    poolSize: number,
  ) {
    // One connection stays for transactions of several statements.
    this.lanes = new StatementLanes((work) => this.withClient(work), Math.max(1, Math.min(3, poolSize - 1)));
  }

  /** @throws {DatabaseUnavailable} */
  static async open(context: Pick<ContextSchema, 'context' | 'schema'>, options: ContextDatabaseOptions): Promise<ContextDatabase> {
    const { poolSize = 5 } = options;
    const source = new DataSource({
      type: 'postgres',
      url: options.databaseUrl,
      poolSize,
      applicationName: `segur ${context.context}`,
      synchronize: false,
      installExtensions: false,
      entities: [],
      // Idle connections die with the server; the next query says so to whoever needs to know.
      poolErrorHandler: () => undefined,
      extra: { options: sessionOptions(context), connectionTimeoutMillis: 10_000, keepAlive: true, pipeline: true },
    });
    try {
      await source.initialize();
    } catch (error) {
      throw toDatabaseError(error);
    }
    return new ContextDatabase(source, (source.driver as unknown as { master: pg.Pool }).master, context, poolSize);
  }

  /**
   * Runs work in one transaction that sees one tenant. Resolves once it is committed.
   *
   * @param first - Sent with the opening of the transaction, at the price of no round trip; its rows come with `tx`.
   * @throws {DatabaseUnavailable} @throws {DatabaseConflict} @throws {TransactionLost}
   */
  async transaction<T>(tenantId: string, work: (tx: Tx, rows: readonly unknown[]) => Promise<T>, first?: Statement): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as pg.PoolClient;
      const opening = [client.query(openTransaction(tenantId)), ...(first ? [client.query(this.prepare(first))] : [])];
      const [, answer] = await allOf(opening);
      return await this.commitAfter(runner, client, () => work(runner.manager, answer?.rows ?? []));
    } catch (error) {
      throw toDatabaseError(error);
    } finally {
      await runner.release();
    }
  }

  /**
   * Runs one statement in a transaction that sees one tenant, in one round trip. Statements that wait at the same time share transaction and
   * commit; each takes effect or fails as if it were alone.
   *
   * @throws {DatabaseUnavailable} @throws {DatabaseConflict}
   */
  async query<Row>(tenantId: string, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return inOurTerms(this.lanes.run({ tenantId, config: this.prepare({ sql, parameters }) }) as Promise<Row[]>);
  }

  /** Runs one statement that sees no tenant: only functions that were made to, and tables that belong to none, answer. */
  async queryWithoutTenant<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return inOurTerms(this.withClient(async (client) => (await client.query(this.prepare({ sql, parameters }))).rows as Row[]));
  }

  /** Waits for running queries, then disconnects. */
  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async commitAfter<T>(runner: QueryRunner, client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
    // TypeORM did not see the BEGIN: without this, a nested `tx.transaction` would begin and commit in our place.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    try {
      const result = await work();
      const { command } = await client.query('COMMIT');
      if (command !== 'COMMIT') throw new TransactionLost('An error inside the transaction was swallowed, and all was undone');
      return result;
    } catch (error) {
      // On a broken connection this fails as well, and the first error tells more.
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  private async withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    let client: pg.PoolClient | undefined;
    let isLost = false;
    try {
      client = await this.pool.connect();
      client.on('error', alreadyTold);
      return await work(client);
    } catch (error) {
      // The pool may not have heard of it yet, and would give the dead connection to the next caller.
      isLost = toDatabaseError(error) instanceof DatabaseUnavailable;
      throw error;
    } finally {
      client?.off('error', alreadyTold);
      client?.release(isLost);
    }
  }

  private prepare({ sql, parameters }: Statement): pg.QueryConfig {
    let name = this.prepared.get(sql);
    if (name === undefined && this.prepared.size < PREPARED_STATEMENTS) {
      name = `s${this.prepared.size}`;
      this.prepared.set(sql, name);
    }
    return { ...(name === undefined ? {} : { name }), text: sql, values: [...parameters] };
  }
}

/** The query that was running has rejected; without a listener the same loss would end the process. */
const alreadyTold = () => undefined;

async function inOurTerms<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw toDatabaseError(error);
  }
}

/** One message for both, because it is sent at each unit of work. */
function openTransaction(tenantId: string): string {
  return `BEGIN; SELECT set_config('app.tenant_id', ${pg.escapeLiteral(tenantId)}, true)`;
}

/** Waits for every answer before the connection is used again; the first refusal is the one that tells why. */
async function allOf(queries: readonly Promise<pg.QueryResult>[]): Promise<(pg.QueryResult | undefined)[]> {
  const answers = await Promise.allSettled(queries);
  const refused = answers.find((answer) => answer.status === 'rejected');
  if (refused) throw refused.reason;
  return answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : undefined));
}
