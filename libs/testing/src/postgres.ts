import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** An empty database for one test file. */
export interface FreshDatabase {
  /** Of its owner, a superuser. */
  readonly url: string;
  /** Ends its sessions and removes it. */
  drop(): Promise<void>;
}

/**
 * Creates an empty database on the PostgreSQL of this test run.
 *
 * @throws {Error} The run has no PostgreSQL: it was started without Jest's global set-up.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server)
    throw new Error('TEST_DATABASE_URL is not set: run the tests through "npm run jest", whose global set-up starts PostgreSQL.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name} STRATEGY wal_log`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
