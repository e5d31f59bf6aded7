import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const directory = mkdtempSync(join(tmpdir(), 'segur-start-'));
// The embedded PostgreSQL does not run as root: its user must be able to reach the data.
chmodSync(directory, 0o755);
const started: Start[] = [];

/** One run of the built platform, and what it printed. */
interface Start {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  output(): string;
}

function start(env: Readonly<Record<string, string>> = {}): Start {
  const child = spawn(process.execPath, ['apps/platform/dist/main.js'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      DATA_DIRECTORY: join(directory, 'data'),
      ...{ HTTP_PORT: '0', MLLP_PORT: '0', SANDBOX_DMP_PORT: '0', SANDBOX_SMTP_PORT: '0' },
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const run = { child, exited: new Promise<number | null>((done) => child.once('exit', done)), output: () => printed };
  started.push(run);
  return run;
}

/** Where the platform answers, once it says that it is ready. */
async function ready(run: Start): Promise<string> {
  for (let step = 0; step < 600 && run.child.exitCode === null; step += 1) {
    const url = /Segur is ready: (\S+)/.exec(run.output())?.[1];
    if (url) return url;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`The platform did not become ready:\n${run.output()}`);
}

/** Processes whose command line names the data directory of this test. */
function left(): string {
  return execFileSync('ps', ['-eo', 'pid,args'])
    .toString()
    .split('\n')
    .filter((line) => line.includes(directory) && !line.includes('ps -eo'))
    .join('\n');
}

afterAll(() => {
  for (const { child } of started) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

describe('npm start', () => {
  it('becomes ready on an empty directory, keeps its key to itself, and leaves nothing behind on SIGTERM', async () => {
    const run = start();
    const url = await ready(run);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const key = join(directory, 'data/sample-laboratory.key');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(run.output()).toContain(readFileSync(key, 'utf8').trim());

    run.child.kill('SIGTERM');
    expect(await run.exited).toBe(0);
    expect(left()).toBe('');
  }, 120_000);

  it('starts again on the same directory after kill -9, with the same key', async () => {
    const key = readFileSync(join(directory, 'data/sample-laboratory.key'), 'utf8');
    const first = start();
    await ready(first);
    first.child.kill('SIGKILL');
    await first.exited;

    const second = start();
    await ready(second);
    expect(readFileSync(join(directory, 'data/sample-laboratory.key'), 'utf8')).toBe(key);
    second.child.kill('SIGINT');
    expect(await second.exited).toBe(0);
    expect(left()).toBe('');
  }, 120_000);

  it('says in one sentence that a port is in use, and leaves nothing behind', async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const { port } = other.address() as AddressInfo;
    const run = start({ HTTP_PORT: String(port) });
    expect(await run.exited).toBe(1);
    expect(run.output()).toContain(`Port ${port} is in use`);
    expect(left()).toBe('');
    other.close();
  }, 120_000);

  it.each`
    what                           | env                                             | says
    ${'every bad setting at once'} | ${{ HTTP_PORT: 'http', MLLP_PORT: '99999999' }} | ${/HTTP_PORT[\s\S]*MLLP_PORT|MLLP_PORT[\s\S]*HTTP_PORT/}
    ${'what production needs'}     | ${{ APP_PROFILE: 'production' }}                | ${/DATABASE_URL/}
  `(
    'names $what',
    async ({ env, says }: { env: Record<string, string>; says: RegExp }) => {
      const run = start(env);
      expect(await run.exited).toBe(1);
      expect(run.output()).toMatch(says);
      expect(run.output()).not.toMatch(/\n\s+at /);
    },
    60_000,
  );

  it('says what to do about a broken data directory', async () => {
    const broken = mkdtempSync(join(directory, 'broken-'));
    chmodSync(broken, 0o755);
    writeFileSync(join(broken, 'postgres'), 'not a directory');
    const run = start({ DATA_DIRECTORY: broken });
    expect(await run.exited).toBe(1);
    expect(run.output()).toMatch(/embedded-postgres[^\n]*:[^\n]*broken-/);
    expect(run.output()).not.toMatch(/\n\s+at /);
  }, 60_000);
});
