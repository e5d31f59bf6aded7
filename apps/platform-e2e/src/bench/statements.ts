import pg from 'pg';

/** What a database was asked for since some moment. */
export interface DatabaseWork {
  readonly statements: number;
  readonly transactions: number;
  readonly walBytes: number;
}

/** One kind of statement. */
export interface StatementShare {
  /** Of the context that asked. */
  readonly role: string;
  /** Its words, parameters left out. */
  readonly text: string;
  readonly calls: number;
  readonly executionMs: number;
}

/** Counts statements and transactions of one database, while it is open. */
export class StatementCounter {
  private constructor(
    private readonly client: pg.Client,
    private readonly before: { readonly transactions: number; readonly walBytes: number },
  ) {}

  /** Sessions that begin from now on are counted. PostgreSQL has loaded `pg_stat_statements`. */
  static async prepare(databaseUrl: string): Promise<void> {
    const client = await connected(databaseUrl);
    const name = new URL(databaseUrl).pathname.slice(1);
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    await client.query(`ALTER DATABASE ${client.escapeIdentifier(name)} SET pg_stat_statements.track = 'top'`);
    await client.end();
  }

  /** Counts from now on. */
  static async open(databaseUrl: string): Promise<StatementCounter> {
    const client = await connected(databaseUrl);
    await client.query('SELECT pg_stat_statements_reset()');
    return new StatementCounter(client, await totals(client));
  }

  async work(): Promise<DatabaseWork> {
    const { transactions, walBytes } = await totals(this.client);
    const { rows } = await this.client.query<{ calls: string }>(`SELECT sum(calls) AS calls ${OF_THIS_DATABASE}`);
    return {
      statements: Number(rows[0]?.calls ?? 0),
      transactions: transactions - this.before.transactions,
      walBytes: walBytes - this.before.walBytes,
    };
  }

  /** The kinds that took longest, most of all first. */
  async heaviest(count: number): Promise<readonly StatementShare[]> {
    const { rows } = await this.client.query<StatementShare>(
      `SELECT pg_get_userbyid(userid) AS role, regexp_replace(query, '\\s+', ' ', 'g') AS text,
              sum(calls)::float8 AS calls, sum(total_exec_time) AS "executionMs"
       ${OF_THIS_DATABASE} GROUP BY 1, 2 ORDER BY 4 DESC LIMIT $1`,
      [count],
    );
    return rows;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

const OF_THIS_DATABASE = `FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
  WHERE d.datname = current_database() AND query NOT LIKE '%pg_stat%'`;

async function totals(client: pg.Client): Promise<{ readonly transactions: number; readonly walBytes: number }> {
  const { rows } = await client.query<{ transactions: string; walBytes: string }>(
    `SELECT (SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()) AS transactions,
            (SELECT wal_bytes FROM pg_stat_wal) AS "walBytes"`,
  );
  return { transactions: Number(rows[0]?.transactions), walBytes: Number(rows[0]?.walBytes) };
}

async function connected(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return client;
}
