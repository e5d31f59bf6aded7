import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LeanAcceptor } from './acceptor/lean-acceptor.js';
import type { BenchGround } from './bench-ground.js';
import { cpuMsOf, cpuMsOfFamily } from './cpu-time.js';
import { tenths, whole, type Figures } from './figures.js';
import { officialKit, startAcceptor, startFlowPlatform, type FlowGround, type FlowPlatform, type Path } from './flow-platform.js';
import { cpuByOwner, profileIn } from './profile-shares.js';
import { sendReports } from './send-reports.js';
import { StatementCounter, type DatabaseWork, type StatementShare } from './statements.js';

// The main job at full speed, as performance-budget.md asks: `npm run bench -- flow`, three minutes; `BENCH_DOCUMENTS=150 BENCH_LOGS=postgres
// npm run bench -- flow` is a look of 40 seconds. What is sent is judged by the sandbox in `npm run bench -- documents`, which also tells latency.
const DOCUMENTS = Number(process.env['BENCH_DOCUMENTS'] ?? 500);
const WARM_UP = Math.ceil(DOCUMENTS / 4);
const CONNECTIONS = 4;
/** The last fact of a document follows the acceptance. */
const SETTLE_MS = 1000;
const SILENT_MS = 20_000;
const CORES = 2;
const HEAVIEST_STATEMENTS = 14;
const STATEMENT_WIDTH = 100;
const LEAST_SHARE = 0.01;

const PATHS: Readonly<Record<Path, { readonly name: string; readonly mails: number; readonly budgetMs: number }>> = {
  'dmp-and-mails': { name: 'the same + mails to prescriber and patient', mails: 2, budgetMs: 16 },
  dmp: { name: 'message in → CDA stored → DMP accepted', mails: 0, budgetMs: 6 },
};

/** Throughput and CPU of the main job against a receiving side that believes, then where one process spends its time. */
export async function benchFlow(ground: BenchGround): Promise<readonly Figures[]> {
  const acceptor = await startAcceptor(ground);
  try {
    return [await throughput(ground, acceptor), ...(await shares(ground, acceptor))];
  } finally {
    await acceptor.stop();
  }
}

async function throughput(ground: BenchGround, acceptor: LeanAcceptor): Promise<Figures> {
  const asked = process.env['BENCH_LOGS']?.split(',');
  const rows: string[][] = [];
  for (const log of ground.logKinds().filter((kind) => asked?.includes(kind) ?? true)) {
    const under = await flowGround(ground, acceptor, log);
    for (const path of ['dmp-and-mails', 'dmp'] as const) {
      const platform = await startFlowPlatform(under, path);
      rows.push(rowOf(log, path, await measure(platform, under, path)));
      await platform.process.kill('SIGTERM');
    }
  }
  return {
    title: `The main job at full speed: ${DOCUMENTS} blood counts at once, one process with every context, lean acceptor`,
    columns: [
      'event log',
      'path',
      'documents/s',
      'CPU ms each: all ours',
      'budget',
      'platform',
      'PostgreSQL',
      'Kafka',
      'apart: acceptor',
      'generator',
      'platform, of one core',
      'all, of both cores',
    ],
    rows,
    remarks: [
      'From the first message to the last acceptance. “All ours” is platform, PostgreSQL (fsync) and Kafka; acceptor and generator share the cores.',
      officialKit() === undefined
        ? 'Without the official kit no XSD was checked: the CPU is less than in production.'
        : 'XSD on every document.',
    ],
  };
}

async function flowGround(ground: BenchGround, acceptor: LeanAcceptor, log: FlowGround['log']): Promise<FlowGround> {
  return { ground, acceptor, log, dataDirectory: join(ground.directory, 'flow'), databaseUrl: await ground.freshDatabase() };
}

/** CPU milliseconds by process. */
type Cpu = Readonly<Record<'platform' | 'postgres' | 'kafka' | 'acceptor' | 'generator', number>>;

interface Measured {
  readonly cpu: Cpu;
  readonly elapsedMs: number;
  /** Of the monotonic clock, microseconds. */
  readonly from: number;
  readonly to: number;
}

async function measure({ process: platform, mllpPort }: FlowPlatform, under: FlowGround, path: Path): Promise<Measured> {
  const { acceptor } = under;
  const cpu = () => cpuOf(platform.pid, under);
  const run = `${path === 'dmp' ? 'D' : 'M'}${under.log[0]}`.toUpperCase();
  const load = { perSecond: Infinity, connections: CONNECTIONS };
  try {
    await sendReports(mllpPort, { ...load, run: `${run}W`, documents: WARM_UP });
    await allAccepted(acceptor, WARM_UP, path);
    await sleep(SETTLE_MS);
    await acceptor.forget();

    const [before, begunAt, from] = [cpu(), Date.now(), monotonicUs()];
    await sendReports(mllpPort, { ...load, run: `${run}X`, documents: DOCUMENTS });
    const lastAt = await allAccepted(acceptor, DOCUMENTS, path);
    const to = monotonicUs();
    await sleep(SETTLE_MS);
    const after = cpu();
    await acceptor.forget();
    const spent = Object.fromEntries(Object.entries(after).map(([name, ms]) => [name, ms - before[name as keyof Cpu]]));
    return { cpu: spent as Cpu, elapsedMs: lastAt - begunAt, from, to };
  } catch (error) {
    throw new Error(await platform.lastWords(), { cause: error });
  }
}

function cpuOf(platform: number, { ground, acceptor }: FlowGround): Cpu {
  const { user, system } = process.cpuUsage();
  return {
    platform: cpuMsOf(platform),
    postgres: cpuMsOfFamily(ground.postgres.pid),
    kafka: ground.brokerPid === undefined ? 0 : cpuMsOf(ground.brokerPid),
    acceptor: cpuMsOf(acceptor.pid),
    generator: (user + system) / 1000,
  };
}

/** When the last was accepted. @throws {Error} Something was refused or came twice, or nothing came any more. */
async function allAccepted(acceptor: LeanAcceptor, documents: number, path: Path): Promise<number> {
  let [seen, lastAt] = [-1, performance.now()];
  for (;;) {
    const got = await acceptor.count();
    if (got.refusals.length > 0 || got.again > 0) throw new Error(`Refused: ${got.refusals[0] ?? 'something came twice'}`);
    if (got.documents >= documents && got.mails >= documents * PATHS[path].mails)
      return Math.max(got.lastDocumentAt, got.lastMailAt);
    if (got.documents + got.mails > seen) [seen, lastAt] = [got.documents + got.mails, performance.now()];
    else if (performance.now() - lastAt > SILENT_MS)
      throw new Error(`Only ${got.documents} of ${documents} documents and ${got.mails} mails were accepted`);
    await sleep(100);
  }
}

function rowOf(log: string, path: Path, { cpu, elapsedMs }: Measured): string[] {
  const { name, budgetMs } = PATHS[path];
  const each = (ms: number) => tenths(ms / DOCUMENTS);
  const ours = cpu.platform + cpu.postgres + cpu.kafka;
  const percent = (ms: number) => `${whole((100 * ms) / (elapsedMs + SETTLE_MS))} %`;
  return [
    log,
    name,
    tenths((DOCUMENTS / elapsedMs) * 1000),
    each(ours),
    `≤ ${budgetMs}`,
    each(cpu.platform),
    each(cpu.postgres),
    log === 'kafka' ? each(cpu.kafka) : '',
    each(cpu.acceptor),
    each(cpu.generator),
    percent(cpu.platform),
    percent((ours + cpu.acceptor + cpu.generator) / CORES),
  ];
}

/** One more run, watched: it is slower for that, so it tells shares and counts only. */
async function shares(ground: BenchGround, acceptor: LeanAcceptor): Promise<readonly Figures[]> {
  const under = await flowGround(ground, acceptor, 'postgres');
  await StatementCounter.prepare(under.databaseUrl);
  const directory = mkdtempSync(join(ground.directory, 'profile-'));
  const platform = await startFlowPlatform(under, 'dmp-and-mails', ['--cpu-prof', `--cpu-prof-dir=${directory}`]);
  const counter = await StatementCounter.open(under.databaseUrl);
  const measured = await measure(platform, under, 'dmp-and-mails');
  const [work, heaviest] = [await counter.work(), await counter.heaviest(HEAVIEST_STATEMENTS)];
  await counter.close();
  await platform.process.kill('SIGTERM');
  return [stepsOf(cpuByOwner(profileIn(directory), measured), measured), statementsOf(work, heaviest)];
}

function stepsOf(spent: ReturnType<typeof cpuByOwner>, { from, to }: Measured): Figures {
  const total = spent.reduce((sum, [, ms]) => sum + ms, 0);
  const told = spent.filter(([, ms]) => ms / total >= LEAST_SHARE);
  const rest = total - told.reduce((sum, [, ms]) => sum + ms, 0);
  return {
    title: 'Where the platform spends its main thread, document with two mails, log in PostgreSQL (from a CPU profile)',
    columns: ['owner', 'share', 'ms each'],
    rows: [...told, ['all others', rest] as const].map(([owner, ms]) => [
      owner,
      `${tenths((100 * ms) / total)} %`,
      (ms / DOCUMENTS).toFixed(2),
    ]),
    remarks: [
      `The thread was busy for ${whole((100_000 * total) / (to - from))} % of the time: near 100 %, it is what limits; far below, round trips and the other processes are.`,
      'What Node does for a caller (sign, write to a socket) is the caller’s. A sample is time on the clock: waiting for a core counts too.',
    ],
  };
}

function statementsOf({ statements, transactions, walBytes }: DatabaseWork, heaviest: readonly StatementShare[]): Figures {
  const reports = DOCUMENTS + WARM_UP;
  return {
    title: `Statements of a document with two mails: ${tenths(statements / reports)} statements, ${tenths(transactions / reports)} transactions, ${whole(walBytes / reports / 1024)} KiB of WAL`,
    columns: ['heaviest kinds', 'role', 'calls each', 'ms each'],
    rows: heaviest.map(({ role, text, calls, executionMs }) => [
      text.slice(0, STATEMENT_WIDTH),
      role,
      (calls / reports).toFixed(2),
      (executionMs / reports).toFixed(3),
    ]),
  };
}

const monotonicUs = (): number => Number(process.hrtime.bigint() / 1000n);
