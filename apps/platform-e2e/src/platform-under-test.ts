import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How the same platform is composed. */
export type Profile = 'one process' | 'services apart' | 'one process with a clock to move';

/** A running platform, seen from outside. */
export interface PlatformUnderTest {
  readonly profile: Profile;
  /** Without a slash at the end. */
  readonly url: string;
  readonly mllpPort: number;
  /** Of the sample laboratory. */
  readonly apiKey: string;
  /** Its `DATA_DIRECTORY`. */
  readonly directory: string;
  /** Of the database's superuser: for looking behind the doors. */
  readonly databaseUrl: string;
  /** Empty in one process. */
  readonly brokers: readonly string[];
  /** Of the process that was started; it may have others below it. */
  readonly pid: number;
  /** Everything that its processes printed so far. */
  output(): string;
  /** In order, by SIGTERM. Resolves to the exit code once the process is gone; its data directory goes too. */
  stop(): Promise<number | null>;
  /** Moves the time of a platform that has a clock to move, contexts and sandbox alike. Resolves to what time it is there then. */
  advance(durationMs: number): Promise<Date>;
  /** As a power cut would end the process that was started. */
  kill(): Promise<void>;
}

const root = join(import.meta.dirname, '../../..');
const PROGRAMS: Readonly<Record<Profile, string>> = {
  'one process': 'apps/platform/dist/main.js',
  'services apart': 'apps/segur/dist/start-services.js',
  'one process with a clock to move': 'apps/platform/dist/main-with-moved-clock.js',
};
const READY_WITHIN_MS = 170_000;

/** A new data directory, which the user that PostgreSQL runs as can reach. */
export function newDataDirectory(): string {
  const parent = mkdtempSync(join(tmpdir(), 'segur-e2e-'));
  chmodSync(parent, 0o755);
  return join(parent, 'data');
}

/**
 * Starts the built platform on free ports. It ends with this process, however this ends.
 *
 * @param env - More settings.
 * @throws {Error} It did not become ready: what it printed is in the message.
 */
export async function startPlatform(
  profile: Profile,
  env: Readonly<Record<string, string>> = {},
  directory = newDataDirectory(),
): Promise<PlatformUnderTest> {
  const mllpPort = await freePort();
  const child = spawn(process.execPath, ['--enable-source-maps', PROGRAMS[profile]], {
    cwd: root,
    env: {
      ...inherited(),
      DATA_DIRECTORY: directory,
      HTTP_PORT: '0',
      MLLP_PORT: String(mllpPort),
      SANDBOX_DMP_PORT: '0',
      SANDBOX_SMTP_PORT: '0',
      SEGUR_OWNED: 'true',
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  const output = () => printed.join('');
  const url = await ready(child, output);
  return {
    profile,
    url,
    mllpPort,
    apiKey: readFileSync(join(directory, 'sample-laboratory.key'), 'utf8').trim(),
    directory,
    databaseUrl: databaseUrlOf(directory),
    brokers: /^ +Kafka +(\S+)$/m.exec(output())?.[1]?.split(',') ?? [],
    pid: child.pid ?? 0,
    output,
    stop: async () => {
      const code = await ended(child, 'SIGTERM');
      rmSync(join(directory, '..'), { recursive: true, force: true });
      return code;
    },
    advance: async (advanceMs) => {
      const moved = once(child, 'message');
      child.send({ advanceMs });
      const [{ now }] = (await moved) as [{ readonly now: string }];
      return new Date(now);
    },
    kill: async () => void (await ended(child, 'SIGKILL')),
  };
}

/** What the machine says of itself, but no setting of a platform: a test decides those. */
function inherited(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'JAVA_HOME', 'LANG', 'TMPDIR', 'MAVEN_OPTS', 'MAVEN_ARGS'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

async function ready(child: ChildProcess, output: () => string): Promise<string> {
  for (const until = performance.now() + READY_WITHIN_MS; performance.now() < until && child.exitCode === null; await sleep(50)) {
    const url = /^Segur is ready.*: (http:\S+)$/m.exec(output())?.[1];
    if (url) return url;
  }
  await ended(child, 'SIGTERM');
  throw new Error(`The platform did not become ready:\n${output().slice(-5000)}`);
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return gone;
}

/** PostgreSQL keeps its port in the fourth line of its pid file. */
function databaseUrlOf(directory: string): string {
  const password = readFileSync(join(directory, 'postgres.password'), 'utf8').trim();
  const port = readFileSync(join(directory, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://segur:${password}@127.0.0.1:${port}/segur`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
