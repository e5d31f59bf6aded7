import { randomUUID } from 'node:crypto';
import { freshDatabase } from '@segur/testing';
import type { FreshDatabase } from '@segur/testing';
import { ContextDatabase, DatabaseUnavailable, migrate } from '../src/index.js';
import { A, asOwner, B, contextOf, until } from './scene.js';

const INSERT = 'INSERT INTO note VALUES ($1, $2, $3)';

describe('Statements that travel together', () => {
  const context = contextOf('lanes');
  let server: FreshDatabase;
  let database: ContextDatabase;

  beforeAll(async () => {
    server = await freshDatabase();
    await migrate(server.url, [context]);
    database = await ContextDatabase.open(context, { databaseUrl: server.url });
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  const textsOf = async (tenant: string): Promise<readonly string[]> => {
    const rows = await database.query<{ text: string }>(tenant, 'SELECT text FROM note ORDER BY text');
    return rows.map(({ text }) => text);
  };

  it('share one transaction, and each sees its own tenant', async () => {
    const sql = `SELECT pg_current_xact_id()::text AS transaction, current_setting('app.tenant_id') AS tenant, $1::int AS number`;
    const tenants = [A, A, B, A, B];
    const rows = await Promise.all(
      tenants.map(async (tenant, number) => (await database.query<{ transaction: string }>(tenant, sql, [number]))[0]),
    );

    expect(rows).toEqual(
      tenants.map((tenant, number) => ({ transaction: expect.stringMatching(/^\d+$/) as string, tenant, number })),
    );
    expect(new Set(rows.map((row) => row?.transaction)).size).toBe(1);
  });

  it('fail one by one: what a statement refuses is refused to its caller only', async () => {
    const write = (tenant: string, text: string) => database.query(tenant, INSERT, [tenant, randomUUID(), text]);
    const ends = await Promise.allSettled([
      write(A, 'before'),
      database.query(A, 'SELECT 1 / $1::int', [0]),
      database.query(A, 'SELECT no_such_column FROM note'),
      database.query(A, INSERT, [B, randomUUID(), 'forged']),
      write(B, 'after'),
    ]);

    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled']);
    expect(ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []))).toEqual([
      expect.stringMatching(/division by zero/),
      expect.stringMatching(/no_such_column/),
      expect.stringMatching(/row-level security/),
    ]);
    await expect(textsOf(A)).resolves.toEqual(['before']);
    await expect(textsOf(B)).resolves.toEqual(['after']);
  });

  it('are not harmed by a neighbour whose parameter cannot be written', async () => {
    const circular: Record<string, unknown> = {};
    circular['itself'] = circular;
    const ends = await Promise.allSettled([
      database.query(A, 'SELECT 1 AS one'),
      database.query(A, 'SELECT $1::jsonb', [circular]),
      database.query(B, 'SELECT 2 AS two'),
    ]);

    expect(ends).toEqual([
      { status: 'fulfilled', value: [{ one: 1 }] },
      { status: 'rejected', reason: expect.any(Error) as Error },
      { status: 'fulfilled', value: [{ two: 2 }] },
    ]);
  });

  it('leave alone when a neighbour waits for a lock, even one that their own caller holds', async () => {
    const id = randomUUID();
    await database.query(A, INSERT, [A, id, 'locked']);
    const change = `UPDATE note SET text = text || '.' WHERE note_id = $1 RETURNING text`;
    let waiting: Promise<unknown> = Promise.resolve();
    await database.transaction(A, async (tx) => {
      await tx.query('SELECT FROM note WHERE note_id = $1 FOR UPDATE', [id]);
      waiting = database.query(A, change, [id]);
      await expect(database.query(B, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    });

    await expect(waiting).resolves.toEqual([{ text: 'locked.' }]);
  });

  it('answer each with its own rows, however many there are', async () => {
    const numbers = Array.from({ length: 500 }, (_, number) => number);
    const answers = await Promise.all(
      numbers.map((number) => database.query(number % 2 ? A : B, `SELECT generate_series(1, $1::int) AS n`, [number % 7])),
    );

    expect(answers.map((rows) => rows.length)).toEqual(numbers.map((number) => number % 7));
  });

  it('are refused together when the connection breaks, and the next ones find another', async () => {
    const both = Promise.allSettled([
      database.query(A, 'SELECT pg_sleep(30)'),
      database.query(A, INSERT, [A, randomUUID(), 'unknown']),
    ]);
    await until(async () => {
      const asleep = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND pid <> pg_backend_pid()`;
      return (await asOwner(server.url, asleep)).length > 0;
    });
    const ends = await both;

    expect(ends.map((end) => end.status === 'rejected' && (end.reason as unknown))).toEqual([
      expect.any(DatabaseUnavailable),
      expect.any(DatabaseUnavailable),
    ]);
    await expect(database.query(A, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  });
});
