import pg from 'pg';

const SET_TENANT = 'set_tenant';
const SET_TENANT_SQL = `SELECT set_config('app.tenant_id', $1, true), set_config('lock_timeout', $2, true)`;

/** A statement that waits longer for a lock gives up if it has company; alone it waits. In milliseconds, as PostgreSQL reads it. */
const LOCK_TIMEOUT_IN_COMPANY = '250';
const NO_LOCK_TIMEOUT = '0';

/** One statement that sees one tenant. */
export interface TenantStatement {
  readonly tenantId: string;
  readonly config: pg.QueryConfig;
}

/** What the wire of `pg` 8.23 offers to a query; its types leave it out. */
interface Wire {
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(message: unknown): void;
  bind(message: unknown): void;
  describe(message: unknown): void;
  execute(message: unknown): void;
  close(message: unknown): void;
  sync(): void;
}

/** What `pg` 8.23 calls on a query, in this order. */
interface WireQuery {
  name?: string;
  text: string;
  prepare(connection: Wire): void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
  handleError(error: Error, connection: Wire): void;
  handleReadyForQuery(connection: Wire): void;
}

type Callback = (error: Error | null, result: pg.QueryResult) => void;

const Query = pg.Query as unknown as new (
  config: pg.QueryConfig,
  values: undefined,
  callback: Callback,
) => WireQuery & pg.Submittable;

/** What answers next: the setting of the tenant, whose row nobody wants, or a statement. */
type Step = 'tenant' | WireQuery;

/**
 * Statements of several callers in one message, each behind `set_config('app.tenant_id', …)`: one write, one read, one implicit
 * transaction, which ends with the last of them and takes the setting with it.
 *
 * `BEGIN`, statement and `COMMIT` as three queries cost this process 0.25 ms of CPU; one statement this way costs a third of that, and ten
 * together not much more than one. It rests on the inside of `pg`, whose version is pinned; if that changes, the tests of tenants fail.
 */
class TenantBatch extends Query {
  private readonly steps: Step[] = [];
  private readonly queries: WireQuery[];
  /** Those of which nothing was sent: a parameter could not be written. */
  private readonly unsent = new Set<WireQuery>();

  constructor(
    private readonly statements: readonly TenantStatement[],
    callbacks: readonly Callback[],
    private readonly on: { readonly end: () => void; readonly error: (error: Error) => void },
  ) {
    super({ text: 'several statements', queryMode: 'extended' } as pg.QueryConfig, undefined, () => undefined);
    // Without a value `pg` would choose the simple protocol, which cannot follow.
    this.queries = statements.map(
      ({ config }, index) =>
        new Query({ ...config, queryMode: 'extended' } as pg.QueryConfig, undefined, callbacks[index] ?? (() => undefined)),
    );
  }

  override prepare(connection: Wire): void {
    let writing: WireQuery | undefined;
    const quiet: Wire = {
      parsedStatements: connection.parsedStatements,
      submittedNamedStatements: connection.submittedNamedStatements,
      parse: (message) => connection.parse(message),
      bind: (message) => connection.bind(message),
      describe: (message) => connection.describe(message),
      execute: (message) => connection.execute(message),
      // What `pg` does after a parameter that it cannot write. The statement itself stays prepared, which harms nobody.
      close: () => void (writing && this.unsent.add(writing)),
      // One at the end makes them one transaction.
      sync: () => undefined,
    };
    const lockTimeout = this.queries.length > 1 ? LOCK_TIMEOUT_IN_COMPANY : NO_LOCK_TIMEOUT;
    let tenantId: string | undefined;
    this.queries.forEach((query, index) => {
      const wanted = this.statements[index]?.tenantId ?? '';
      if (wanted !== tenantId) {
        connection.bind({ portal: '', statement: SET_TENANT, values: [wanted, lockTimeout] });
        connection.execute({ portal: '', rows: 0 });
        this.steps.push('tenant');
        tenantId = wanted;
      }
      writing = query;
      query.prepare(quiet);
      if (!this.unsent.has(query)) this.steps.push(query);
    });
    connection.sync();
    this.answerFor();
  }

  override handleRowDescription(message: unknown): void {
    const [step] = this.steps;
    if (typeof step === 'object') step.handleRowDescription(message);
  }

  override handleDataRow(message: unknown): void {
    const [step] = this.steps;
    if (typeof step === 'object') step.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    const step = this.steps.shift();
    if (typeof step === 'object') step.handleCommandComplete(message, connection);
    this.answerFor();
  }

  override handleReadyForQuery(connection: Wire): void {
    for (const query of this.queries) if (!this.unsent.has(query)) query.handleReadyForQuery(connection);
    this.on.end();
  }

  override handleError(error: Error, connection: Wire): void {
    // What came behind the error was skipped, so its texts were not parsed.
    for (const { name } of this.queries) if (name !== undefined) delete connection.submittedNamedStatements[name];
    this.on.error(error);
  }

  /** `pg` notes a parsed text under the name of the query that is being answered. */
  private answerFor(): void {
    const query = this.steps.find((step) => typeof step === 'object');
    if (!query) return;
    this.text = query.text;
    if (query.name === undefined) delete this.name;
    else this.name = query.name;
  }
}

const ready = new WeakSet<pg.ClientBase>();

/**
 * Runs statements in one transaction; each sees its own tenant. All take effect or none does.
 *
 * @returns The result of each, in their order; an error in the place of one with a parameter that cannot be written, which was not sent.
 * @throws what PostgreSQL says of the first that fails
 */
export async function queryAsTenants(
  client: pg.ClientBase,
  statements: readonly TenantStatement[],
): Promise<readonly (pg.QueryResult | Error)[]> {
  if (!ready.has(client)) {
    await client.query({ name: SET_TENANT, text: SET_TENANT_SQL, values: ['', NO_LOCK_TIMEOUT] });
    ready.add(client);
  }
  return new Promise((resolve, reject) => {
    const results: (pg.QueryResult | Error)[] = [];
    const callbacks = statements.map(
      (_, index): Callback =>
        (error, result) =>
          void (results[index] = error ?? result),
    );
    client.query(new TenantBatch(statements, callbacks, { end: () => resolve(results), error: reject }));
  });
}
