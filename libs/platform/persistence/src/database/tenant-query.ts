import pg from 'pg';

const SET_TENANT = 'set_tenant';

/** What the wire of `pg` 8.23 offers to a query; its types leave it out. */
interface Wire {
  bind(message: { portal: string; statement: string; values: readonly unknown[] }): void;
  execute(message: { portal: string; rows: number }): void;
}

/** What `pg` 8.23 calls on a query, in this order. */
interface WireQuery {
  prepare(connection: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
}

const Query = pg.Query as unknown as new (
  config: pg.QueryConfig,
  values: undefined,
  callback: (error: Error | null, result: pg.QueryResult) => void,
) => WireQuery & pg.Submittable;

/**
 * One statement behind `set_config('app.tenant_id', …)` in one message: one write, one read, one implicit transaction, which ends with
 * the statement and takes the setting with it.
 *
 * `BEGIN`, statement and `COMMIT` as three queries cost this process 0.25 ms of CPU; this costs a third. It rests on the inside of `pg`, whose
 * version is pinned; if that changes, the tests of tenants fail.
 */
class TenantQuery extends Query {
  private tenantIsSet = false;

  constructor(
    private readonly tenantId: string,
    config: pg.QueryConfig,
    callback: (error: Error | null, result: pg.QueryResult) => void,
  ) {
    super(config, undefined, callback);
  }

  override prepare(connection: Wire): void {
    connection.bind({ portal: '', statement: SET_TENANT, values: [this.tenantId] });
    connection.execute({ portal: '', rows: 0 });
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.tenantIsSet) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.tenantIsSet) super.handleCommandComplete(message, connection);
    this.tenantIsSet = true;
  }
}

const ready = new WeakSet<pg.ClientBase>();

/** Runs one statement that sees one tenant. @throws what PostgreSQL says */
export async function queryAsTenant(client: pg.ClientBase, tenantId: string, config: pg.QueryConfig): Promise<pg.QueryResult> {
  if (!ready.has(client)) {
    await client.query({ name: SET_TENANT, text: `SELECT set_config('app.tenant_id', $1, true)`, values: [''] });
    ready.add(client);
  }
  return new Promise((resolve, reject) => {
    // Without a value `pg` would choose the simple protocol, which cannot follow.
    client.query(
      new TenantQuery(tenantId, { ...config, queryMode: 'extended' } as pg.QueryConfig, (error, result) =>
        error ? reject(error) : resolve(result),
      ),
    );
  });
}
