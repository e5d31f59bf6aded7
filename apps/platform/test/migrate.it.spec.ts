import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@segur/persistence';
import { Log } from '@segur/telemetry';
import pg from 'pg';
import { pointToSandbox } from '../src/sandbox-ports.js';
import { readPlatformSettings, startPlatform } from '../src/start-platform.js';

const PROGRAM = join(import.meta.dirname, '../dist/migrate.js');

describe('npm run migrate', () => {
  let folder: string;
  let postgres: EmbeddedPostgres;
  let urls: { readonly owner: string; readonly app: string };

  /** Roles belong to a server, so this needs one that no other test uses. */
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'segur-migrate-'));
    await chmod(folder, 0o711);
    postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), settings: ['shared_buffers=16MB'] });
    await query(
      postgres.url,
      `CREATE ROLE "lab-owner" LOGIN CREATEROLE PASSWORD 'o'; CREATE ROLE "lab-app" LOGIN PASSWORD 'a';
       GRANT CREATE ON DATABASE segur TO "lab-owner"`,
    );
    const as = (user: string, password: string) => Object.assign(new URL(postgres.url), { username: user, password }).href;
    urls = { owner: as('lab-owner', 'o'), app: as('lab-app', 'a') };
  });
  afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (env: Record<string, string>) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM], { env: { ...env }, encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  it('makes a database in which the platform runs as a user who can change no table, and may be run again', async () => {
    const env = { DATABASE_OWNER_URL: urls.owner, DATABASE_URL: urls.app };
    const runs = [run(env), run(env)];

    expect(runs[0]).toEqual({
      status: 0,
      stdout:
        'Migrated document_store, order_intake, result_structuring, loinc_transcoding, dmp_feeding, secure_messaging, operations, event_log; lab-app may work with them.\n',
      stderr: '',
    });
    expect(runs[1]).toEqual(runs[0]);
    await expect(query(urls.app, 'CREATE TABLE dmp_feeding.mine (n int)')).rejects.toThrow(/permission denied/);
    await expect(query(urls.app, 'ALTER TABLE dmp_feeding.submission DISABLE ROW LEVEL SECURITY')).rejects.toThrow(/must be owner/);

    const settings = await pointToSandbox({
      DATABASE_URL: urls.app,
      DATABASE_MIGRATE_AT_START: 'false',
      DATA_DIRECTORY: join(folder, 'data'),
      ...{ HTTP_PORT: '0', MLLP_PORT: '0', SANDBOX_DMP_PORT: '0', SANDBOX_SMTP_PORT: '0' },
    });
    const platform = await startPlatform(readPlatformSettings(settings), Log.silent());
    const answer = await fetch(`${platform.url}/health/ready`);
    const body = await answer.json();
    await platform.close();
    expect(body).toEqual({ status: 'ok' });
  });

  it('leaves the event log alone where it is on Kafka', () => {
    const { stdout } = run({ DATABASE_URL: postgres.url, KAFKA_BROKERS: '127.0.0.1:9' });

    expect(stdout).toMatch(/^Migrated .*operations\.\n$/);
  });

  it.each`
    what                      | env                                                 | sentence
    ${'no database is named'} | ${{}}                                               | ${/^invalid-configuration: DATABASE_OWNER_URL or DATABASE_URL is required/}
    ${'nobody answers there'} | ${{ DATABASE_URL: 'postgres://a:b@127.0.0.1:9/x' }} | ${/^database-unavailable: /}
  `('says in one sentence that $what', ({ env, sentence }: { env: Record<string, string>; sentence: RegExp }) => {
    const { status, stderr } = run(env);

    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
