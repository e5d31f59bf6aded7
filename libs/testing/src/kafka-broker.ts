import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { kafkaJars, repositoryRoot } from './kafka-files.js';

/** Where a broker keeps its data, and where it listens. */
export interface KafkaBrokerOptions {
  /** Kept after `stop`. Absent: a temporary folder that is removed. */
  readonly dataDir?: string;
  /** On 127.0.0.1. Absent: any free port. */
  readonly port?: number;
  /** The broker dies with this process. Absent: with the one that starts it. */
  readonly ownerPid?: number;
}

/** A real Apache Kafka of one node, in a JVM of its own. */
export interface KafkaBroker {
  readonly brokers: readonly string[];
  /** Of the JVM; another one after a restart. */
  readonly pid: number;
  /** Resolves once the process is gone. `SIGKILL` is the power cut of crash tests. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts again on the same data and port, after `kill`. Resolves once the port answers; the broker serves a few seconds later. */
  restart(): Promise<void>;
  /** Ends the broker: in good order when its data stays, at once when it goes. */
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;
const JVM = ['-Xms256m', '-Xmx512m', '-XX:ActiveProcessorCount=2', '-XX:+UseSerialGC'];

// The JVM is a child of this guard, which ends it when the owner is gone, however it went: a crash runs no exit handler.
const GUARD = `owner=$1; shift; "$@" >&2 & jvm=$!; echo $jvm
trap 'kill -TERM $jvm' TERM INT
while kill -0 $owner 2>/dev/null && kill -0 $jvm 2>/dev/null; do sleep 0.3; done
kill -KILL $jvm 2>/dev/null; wait`;

/**
 * Starts a broker and waits until its port answers: about 5 s, more the first time, when Maven fetches the jars.
 *
 * @throws {Error} It did not start; the end of its log is in the message.
 */
export async function startKafkaBroker(options: KafkaBrokerOptions = {}): Promise<KafkaBroker> {
  const jars = await kafkaJars();
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'segur-kafka-')));
  await mkdir(dataDir, { recursive: true });
  const port = options.port ?? (await freePort());
  const properties = join(dataDir, 'server.properties');
  await writeFile(properties, await serverProperties(dataDir, port));
  if (!existsSync(join(dataDir, 'log/meta.properties'))) await format(jars, properties);

  const start = () => startJvm({ jars, dataDir, properties, port, ownerPid: options.ownerPid ?? process.pid });
  let jvm = await start();
  const kill = (signal: NodeJS.Signals = 'SIGKILL') => end(jvm, signal);
  return {
    brokers: [`127.0.0.1:${port}`],
    get pid() {
      return jvm.pid;
    },
    kill,
    async restart() {
      jvm = await start();
    },
    async stop() {
      if (options.dataDir) return kill('SIGTERM');
      await kill('SIGKILL');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

interface Jvm {
  readonly pid: number;
  readonly guard: ChildProcess;
}

async function startJvm(at: { jars: string; dataDir: string; properties: string; port: number; ownerPid: number }): Promise<Jvm> {
  const logFile = join(at.dataDir, 'broker.log');
  const log4j = `-Dlog4j2.configurationFile=${join(repositoryRoot(), 'tools/kafka/log4j2.properties')}`;
  const java = ['java', ...JVM, log4j, '-cp', `${at.jars}/*`, 'kafka.Kafka', at.properties];
  const output = openSync(logFile, 'a');
  // Detached: a Ctrl-C in the terminal is for the owner, who then stops the broker in good order.
  const guard = spawn('sh', ['-c', GUARD, 'kafka-guard', `${at.ownerPid}`, ...java], {
    detached: true,
    stdio: ['ignore', 'pipe', output],
  });
  const pid = await new Promise<number>((resolve, reject) => {
    guard.stdout?.once('data', (line: Buffer) => resolve(Number.parseInt(line.toString(), 10)));
    guard.once('error', reject);
  });
  guard.stdout?.destroy();
  guard.unref();
  const until = performance.now() + READY_WITHIN_MS;
  while (!(await answers(at.port))) {
    if (guard.exitCode !== null || performance.now() > until)
      throw new Error(`Kafka did not start: ${(await readFile(logFile, 'utf8')).slice(-2000)}`);
    await sleep(100);
  }
  return { pid, guard };
}

async function end({ pid, guard }: Jvm, signal: NodeJS.Signals): Promise<void> {
  const isRunning = () => guard.exitCode === null && guard.signalCode === null;
  if (!isRunning()) return;
  signalTo(pid, signal);
  const until = performance.now() + STOP_WITHIN_MS;
  while (isRunning()) {
    if (performance.now() > until) signalTo(pid, 'SIGKILL');
    await sleep(20);
  }
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
}

async function serverProperties(dataDir: string, port: number): Promise<string> {
  const template = await readFile(join(repositoryRoot(), 'tools/kafka/server.properties'), 'utf8');
  const controllerPort = await freePort();
  const values: Record<string, string> = { PORT: `${port}`, CONTROLLER_PORT: `${controllerPort}`, DATA_DIR: join(dataDir, 'log') };
  return template.replaceAll(/@([A-Z_]+)@/g, (_, name: string) => values[name] ?? '');
}

async function format(jars: string, properties: string): Promise<void> {
  // An identifier that began with a dash would be taken for an option.
  const clusterId = randomBytes(16).toString('base64url').replace(/^-/, 'A');
  const tool = ['-Xmx256m', '-XX:TieredStopAtLevel=1', '-cp', `${jars}/*`, 'kafka.tools.StorageTool'];
  await promisify(execFile)('java', [...tool, 'format', '--cluster-id', clusterId, '-c', properties]);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true)).once('error', () => done(false));
  });
}
