import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openDataDirectory, SUPERUSER } from './data-directory.js';
import { dataPlace } from './data-place.js';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';
import { postgresPrograms } from './postgres-programs.js';
import type { PostgresPrograms } from './postgres-programs.js';
import { claimDataDirectory, clearPreviousPostmaster } from './previous-postmaster.js';
import { remarkOn } from './start-remark.js';
import { SYSTEM_FOLDERS } from './system-folders.js';
import type { SystemFolders } from './system-folders.js';

/** Where the embedded PostgreSQL keeps its data, and where it listens. */
export interface EmbeddedPostgresOptions {
  /**
   * Made on the first start. Beside it stand `<dataDir>.password` (mode 600) and `<dataDir>.log`. Root's, in a folder that is closed to
   * others: a link into the system folder for data.
   */
  readonly dataDir: string;
  /** On 127.0.0.1. Absent: any free port. */
  readonly port?: number;
  /** Created on the first start. */
  readonly database?: string;
  /** More `name=value` settings of PostgreSQL. */
  readonly settings?: readonly string[];
  /** Takes remarks for whoever started it. Absent: they go to standard error. */
  readonly remark?: (sentence: string) => void;
  /** Where root keeps what our own folders would close off. For tests. */
  readonly systemFolders?: SystemFolders;
}

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  /** With user and password: never to be logged. */
  readonly url: string;
  readonly pid: number;
  /** Ends sessions, writes a checkpoint, and resolves once the server is gone. */
  stop(): Promise<void>;
  /** Ends the server as a power cut would. For tests of crashes. */
  kill(): Promise<void>;
}

const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 15_000;
const LOG_BYTES = 5_000_000;

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'jit=off',
  'random_page_cost=1.1',
  'max_wal_size=2GB',
  // A refused row and its statement may hold a patient: the log keeps the code and the sentence only.
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'log_checkpoints=off',
];

/**
 * Starts PostgreSQL on a data directory, and keeps its life inside this process's own: it is stopped when this process ends, however
 * it ends. What an earlier run left behind, running or dead, is cleared first.
 *
 * @throws {EmbeddedPostgresFailed}
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const { systemFolders = SYSTEM_FOLDERS, remark = console.error } = options;
  const programs = postgresPrograms(systemFolders.programs);
  const place = dataPlace(dataDir, programs.runAs, systemFolders.data);
  await clearPreviousPostmaster(place.folder);
  const password = openDataDirectory(dataDir, place, programs);
  const port = await freePort(options.port);
  claimDataDirectory(place.folder);
  const elsewhere = remarkOn(dataDir, place.folder, programs, systemFolders);
  if (elsewhere) remark(elsewhere);

  const server = launch(dataDir, place.folder, port, options.settings ?? [], programs);
  const exited = new Promise<void>((done) => server.once('exit', () => done()));
  const url = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  const database = options.database ?? 'segur';
  try {
    await makeDatabase(url('postgres'), database, () => server.exitCode !== null || server.signalCode !== null);
  } catch (error) {
    server.kill('SIGQUIT');
    throw new EmbeddedPostgresFailed(
      `PostgreSQL did not start on ${dataDir} (${lastLine(dataDir)}): read ${dataDir}.log, restore the folder from a backup, or move it away to start empty.`,
      {},
      { cause: error },
    );
  }
  return {
    url: url(database),
    pid: server.pid ?? 0,
    stop: async () => {
      // Nothing else may be left to keep the event loop turning until the server is gone.
      server.ref();
      server.kill('SIGINT');
      if ((await Promise.race([exited, sleep(STOP_WITHIN_MS, 'late', { ref: false })])) === 'late') server.kill('SIGQUIT');
      await exited;
    },
    kill: async () => {
      server.ref();
      server.kill('SIGKILL');
      await exited;
    },
  };
}

function launch(
  dataDir: string,
  folder: string,
  port: number,
  settings: readonly string[],
  { postgres, runAs }: PostgresPrograms,
): ChildProcess {
  const logFile = `${dataDir}.log`;
  if (existsSync(logFile) && statSync(logFile).size > LOG_BYTES) truncateSync(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const args = ['-D', folder, '-p', String(port), ...[...SETTINGS, ...settings].flatMap((setting) => ['-c', setting])];
  // Detached: Ctrl-C reaches the whole process group, and the database must outlive the handlers that still write to it.
  const server = spawn(postgres, args, { ...runAs, cwd: '/', detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  server.unref();
  if (server.pid !== undefined) guard(server, server.pid);
  return server;
}

/** A shell that waits for our end of a pipe to close, which the system does even after kill -9, and then stops the server. */
function guard(server: ChildProcess, pid: number): void {
  const shell = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  server.once('exit', () => shell.kill('SIGKILL'));
}

async function makeDatabase(url: string, database: string, dead: () => boolean): Promise<void> {
  const client = await connectWhenReady(url, dead);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

/** Waits through recovery after a crash, which may take as long as the log is. */
async function connectWhenReady(url: string, dead: () => boolean): Promise<pg.Client> {
  for (const until = Date.now() + READY_WITHIN_MS; ;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return client;
    } catch (error) {
      const { code } = error as { code?: string };
      // 57P03: the database system is starting up.
      if (dead() || Date.now() > until || (code !== 'ECONNREFUSED' && code !== '57P03')) throw error;
      await sleep(30);
    }
  }
}

async function freePort(wanted: number | undefined): Promise<number> {
  const probe = createServer();
  return new Promise((found, failed) => {
    probe.once('error', () =>
      failed(
        new EmbeddedPostgresFailed(
          `Port ${wanted} of 127.0.0.1, wanted by PostgreSQL, is in use: stop what listens there, or choose another port.`,
          { port: wanted ?? 0 },
        ),
      ),
    );
    probe.listen(wanted ?? 0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}

function lastLine(dataDir: string): string {
  const lines = readFileSync(`${dataDir}.log`, 'utf8').trim().split('\n');
  const telling = lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1) ?? '';
  return telling.replace(/^.*?(?=FATAL|PANIC)/, '').slice(0, 200);
}
