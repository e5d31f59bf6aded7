import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { EmbeddedPostgresFailed, startEmbeddedPostgres } from '../src/index.js';
import type { EmbeddedPostgres } from '../src/index.js';
import { commandOf } from '../src/embedded/running-process.js';

/** An ordinary user that every system has. */
const NOBODY = 65_534;

describe('startEmbeddedPostgres', () => {
  let folder: string;
  let dataDir: string;
  const running: EmbeddedPostgres[] = [];

  const start = async () => {
    const postgres = await startEmbeddedPostgres({ dataDir, settings: ['shared_buffers=16MB', 'max_connections=20'] });
    running.push(postgres);
    return postgres;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'segur-embedded-'));
    await chmod(folder, 0o711);
    dataDir = join(folder, 'postgres');
  });
  afterEach(async () => {
    for (const postgres of running.splice(0)) await postgres.stop();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('keeps committed data through kill -9', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept (n int)');
    await query(first.url, 'INSERT INTO kept VALUES (42)');
    await first.kill();
    const second = await start();

    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  });

  it('is safe by default: loopback only, every commit on disk, the password readable by its owner only', async () => {
    const { url } = await start();

    expect(await query(url, `SELECT current_setting('listen_addresses') AS at, current_setting('fsync') AS fsync`)).toEqual([
      { at: '127.0.0.1', fsync: 'on' },
    ]);
    expect((await stat(`${dataDir}.password`)).mode & 0o777).toBe(0o600);
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password/);
  });

  it('believes no stale postmaster.pid, even when its number lives again as another program', async () => {
    await (await start()).stop();
    const lock = `${process.pid}\n${dataDir}\n0\n1\n\n127.0.0.1\n\nready\n`;
    await writeFile(join(dataDir, 'postmaster.pid'), lock);

    await expect(query((await start()).url, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('stops with its parent, ended by %s, and starts again', async (signal) => {
    const parent = await parentProcess(dataDir);
    process.kill(parent.pid, signal);
    await parent.exited;
    const next = await start();

    expect(next.pid).not.toBe(parent.postgresPid);
    expect(isAlive(parent.postgresPid)).toBe(false);
    await expect(query(next.url, 'SELECT n FROM kept')).resolves.toEqual([{ n: 42 }]);
  });

  it('leaves no server behind when its parent is killed and nobody starts again', async () => {
    const parent = await parentProcess(dataDir);
    process.kill(parent.pid, 'SIGKILL');
    for (let tries = 0; tries < 200 && isAlive(parent.postgresPid); tries += 1) await sleep(50);

    expect(isAlive(parent.postgresPid)).toBe(false);
  });

  it('leaves the server of another living platform alone', async () => {
    const first = await start();

    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/already running.*stop it first/);
    await expect(query(first.url, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  });

  it('says that the port is in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((listening) =>
      other.listen(0, '127.0.0.1', () => listening((other.address() as { port: number }).port)),
    );

    await expect(startEmbeddedPostgres({ dataDir, port })).rejects.toThrow(`Port ${port} of 127.0.0.1`);
    other.close();
  });

  it('says that a folder is no data directory, and touches nothing in it', async () => {
    const notes = join(folder, 'notes');
    await mkdir(notes);
    await writeFile(join(notes, 'todo.txt'), 'mine');

    await expect(startEmbeddedPostgres({ dataDir: notes })).rejects.toThrow(/not a whole PostgreSQL data directory: restore it/);
    await expect(readFile(join(notes, 'todo.txt'), 'utf8')).resolves.toBe('mine');
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;

  asRoot('runs for an ordinary user too', async () => {
    const home = join(folder, 'ordinary');
    await mkdir(home);
    await chown(home, NOBODY, NOBODY);
    const parent = await parentProcess(join(home, 'postgres'), { uid: NOBODY, gid: NOBODY });

    expect((await stat(join(home, 'postgres'))).uid).toBe(NOBODY);
    process.kill(parent.pid, 'SIGTERM');
    await parent.exited;
    for (let tries = 0; tries < 200 && isAlive(parent.postgresPid); tries += 1) await sleep(50);
    expect(isAlive(parent.postgresPid)).toBe(false);
  });

  it('says that a data directory is broken, with what PostgreSQL says and the remedy', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'global', 'pg_control'), Buffer.alloc(8192));
    const failure: unknown = await startEmbeddedPostgres({ dataDir }).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(EmbeddedPostgresFailed);
    expect((failure as Error).message).toMatch(/did not start on .*(FATAL|PANIC).*restore the folder from a backup/);
  });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A dead process may wait a while for init to bury it, and still has a number: what it no longer has is a command. */
function isAlive(pid: number): boolean {
  return commandOf(pid) !== undefined;
}

/** A platform that knows nothing of signals: Node's own behaviour is to die at once. */
async function parentProcess(dataDir: string, as: { uid?: number; gid?: number } = {}) {
  const module = pathToFileURL(join(import.meta.dirname, '../dist/embedded/embedded-postgres.js')).href;
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    const postgres = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(postgres.pid);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'], ...as });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const postgresPid = await new Promise<number>((said) =>
    child.stdout.once('data', (text: Buffer) => said(Number(text.toString()))),
  );
  return { pid: child.pid ?? 0, postgresPid, exited };
}
