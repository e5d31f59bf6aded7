import { randomUUID } from 'node:crypto';
import { freshDatabase } from '@segur/testing';
import type { FreshDatabase } from '@segur/testing';
import { ContextDatabase, DatabaseConflict, DatabaseUnavailable, migrate, TransactionLost } from '../src/index.js';
import { A, asOwner, B, contextOf, until } from './scene.js';

describe('ContextDatabase', () => {
  const first = contextOf('first-context');
  const second = contextOf('second-context');
  let server: FreshDatabase;
  let database: ContextDatabase;

  beforeAll(async () => {
    server = await freshDatabase();
    // As two processes that start at the same moment.
    await Promise.all([migrate(server.url, [first, second]), migrate(server.url, [second, first])]);
    database = await ContextDatabase.open(first, { databaseUrl: server.url });
    for (const tenant of [A, B])
      await database.query(tenant, `INSERT INTO note VALUES ($1, $2, $3)`, [tenant, randomUUID(), `of ${tenant}`]);
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  it('migrates once: a second run finds nothing to do', async () => {
    await migrate(server.url, [first, second]);
    const [{ count }] = (await asOwner(server.url, 'SELECT count(*)::int FROM first_context.migration')) as [{ count: number }];

    expect(count).toBe(2);
  });

  it('works under the role of its context, with its schema as the search path', async () => {
    const rows = await database.query(A, 'SELECT current_user AS role, current_schema() AS schema');

    expect(rows).toEqual([{ role: 'segur_first_context', schema: 'first_context' }]);
  });

  it('sees one tenant at a time', async () => {
    await expect(database.query(A, 'SELECT text FROM note')).resolves.toEqual([{ text: `of ${A}` }]);
    await expect(database.query(B, 'SELECT text FROM note')).resolves.toEqual([{ text: `of ${B}` }]);
    await expect(database.transaction(B, (tx) => tx.query(`SELECT text FROM note WHERE tenant_id = '${A}'`))).resolves.toEqual([]);
  });

  it('sees no tenant when none was said, also on a connection that served one before', async () => {
    await expect(database.queryWithoutTenant('SELECT text FROM note')).resolves.toEqual([]);
  });

  it.each(['note', 'outbox', 'inbox', 'handling_failure', 'dead_letter', 'attempt'])(
    'binds %s by row-level security',
    async (table) => {
      const [row] = await asOwner(
        server.url,
        `SELECT relrowsecurity AS bound FROM pg_class WHERE oid = 'first_context.${table}'::regclass`,
      );

      expect(row).toEqual({ bound: true });
    },
  );

  it('writes under no other tenant', async () => {
    const write = database.query(A, 'INSERT INTO note VALUES ($1, $2, $3)', [B, randomUUID(), 'forged']);

    await expect(write).rejects.toThrow(/row-level security/);
  });

  it('changes nothing of another tenant', async () => {
    await expect(database.query(A, `UPDATE note SET text = 'forged' WHERE tenant_id = $1 RETURNING 1`, [B])).resolves.toEqual([]);
    await expect(database.query(A, 'DELETE FROM note WHERE tenant_id = $1 RETURNING 1', [B])).resolves.toEqual([]);
  });

  it.each(['note', 'outbox', 'inbox', 'dead_letter', 'attempt'])('reaches no %s of another context', async (table) => {
    await expect(database.query(A, `SELECT * FROM second_context.${table}`)).rejects.toThrow(/permission denied for schema/);
  });

  it('calls no function of another context', async () => {
    await expect(database.queryWithoutTenant('SELECT * FROM second_context.outbox_pending(1)')).rejects.toThrow(
      /permission denied/,
    );
  });

  it('undoes what a failed transaction wrote', async () => {
    const work = database.transaction(A, async (tx) => {
      await tx.query('INSERT INTO note VALUES ($1, $2, $3)', [A, randomUUID(), 'lost']);
      throw new Error('no');
    });

    await expect(work).rejects.toThrow('no');
    await expect(database.query(A, `SELECT FROM note WHERE text = 'lost'`)).resolves.toEqual([]);
  });

  it('says so when an error inside the transaction was swallowed', async () => {
    const work = database.transaction(A, async (tx) => {
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });

    await expect(work).rejects.toThrow(TransactionLost);
  });

  it('nests: an inner transaction is a savepoint of the outer one', async () => {
    await database.transaction(A, async (tx) => {
      await tx.transaction((inner) => inner.query('SELECT 1 / 0')).catch(() => undefined);
      await tx.query('INSERT INTO note VALUES ($1, $2, $3)', [A, randomUUID(), 'kept']);
    });

    await expect(database.query(A, `SELECT FROM note WHERE text = 'kept'`)).resolves.toHaveLength(1);
  });

  it('tells a conflict from other errors', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    for (const id of [one, two]) await database.query(A, 'INSERT INTO note VALUES ($1, $2, $3)', [A, id, 'contended']);
    let held = 0;
    const lockBoth = (ids: readonly string[]) =>
      database.transaction(A, async (tx) => {
        for (const id of ids) {
          await tx.query('SELECT FROM note WHERE note_id = $1 FOR UPDATE', [id]);
          held += 1;
          await until(() => held >= 2);
        }
      });
    const ends = await Promise.allSettled([lockBoth([one, two]), lockBoth([two, one])]);

    expect(ends.filter(({ status }) => status === 'rejected').map((end) => (end as PromiseRejectedResult).reason)).toEqual([
      expect.any(DatabaseConflict),
    ]);
  });

  it('says that the database went away, and finds it again by itself', async () => {
    const work = database.transaction(A, async (tx) => {
      const [{ pid }] = (await tx.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
      await asOwner(server.url, `SELECT pg_terminate_backend(${pid})`);
      await tx.query('SELECT 1');
    });

    await expect(work).rejects.toThrow(DatabaseUnavailable);
    await expect(database.query(A, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  });

  it('says that there is no database', async () => {
    const url = new URL(server.url);
    url.port = '1';

    await expect(ContextDatabase.open(first, { databaseUrl: url.href })).rejects.toThrow(DatabaseUnavailable);
  });
});
