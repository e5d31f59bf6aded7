import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { ServiceProcess } from '../kill/service-process.js';
import { startWholePlatform, type WholePlatform } from '../kill/whole-platform.js';
import type { BenchGround } from './bench-ground.js';
import { cpuMsOf, cpuMsOfFamily } from './cpu-time.js';
import { percentile, tenths, whole, type Figures } from './figures.js';
import { startAcceptor, startFlowPlatform } from './flow-platform.js';
import { sendReports } from './send-reports.js';

const IDLE_MS = 4000;
const LAST_WITHIN_MS = 60_000;

/** To the DMP, to the prescriber's mailbox, to the patient's. */
const DELIVERIES = 3;

/** How documents come: evenly in time, or as fast as acknowledgements let them. */
const LOADS = [
  { name: 'warm-up', documents: 100, perSecond: 50, connections: 4 },
  { name: '4 a second', documents: 80, perSecond: 4, connections: 1 },
  { name: '20 a second', documents: 200, perSecond: 20, connections: 4 },
  { name: 'as fast as acknowledged', documents: 300, perSecond: Infinity, connections: 4 },
];
type Load = (typeof LOADS)[number];

/** Begins the control ids of a load. */
const runOf = ({ name }: Load): string => name.slice(0, 4).replace(' ', '-').toUpperCase();

interface Acceptance {
  readonly channel: string;
  readonly controlId: string;
  /** Of the last one, where a channel has two recipients. */
  readonly at: Date;
  readonly deliveries: number;
}

/** One process, from the acknowledgement of a message to the DMP's and the mail operator's yes. */
export async function benchDocuments(ground: BenchGround): Promise<Figures> {
  const rows = [...(await beforeSandbox(ground)), ...(await beforeAcceptor(ground))];
  return {
    title: 'One process, end to end: from the acknowledgement AA to the acceptance by the DMP, and of both mails',
    columns: [
      'load',
      'documents/s',
      'DMP p50 ms',
      'DMP p95 ms',
      'mail p50 ms',
      'mail p95 ms',
      'CPU ms each, platform',
      'PostgreSQL',
      'apart: receiver',
    ],
    rows,
    remarks: [
      'CPU is for a document with its three deliveries (DMP, prescriber, patient), less what an idle platform takes. The receiving side is a process apart: the sandbox, which judges every call and mail, or the lean acceptor, which believes.',
    ],
  };
}

/** The sandbox judges all that it gets, in a process apart. */
async function beforeSandbox(ground: BenchGround): Promise<readonly string[][]> {
  const databaseUrl = await ground.freshDatabase();
  const directory = join(ground.directory, 'documents');
  const { services, witness, mllpPort } = await startWholePlatform({ directory, databaseUrl, brokers: [] });
  const [[, platform]] = services as [WholePlatform['services'][number]];
  try {
    return await measureAll(LOADS, { platform, receiver: witness, ground, databaseUrl, mllpPort });
  } finally {
    await Promise.all([platform.kill('SIGTERM'), witness.kill('SIGTERM')]);
  }
}

/** A receiving side that believes: what is left is the platform's own time. */
async function beforeAcceptor(ground: BenchGround): Promise<readonly string[][]> {
  const acceptor = await startAcceptor(ground);
  const under = { ground, acceptor, log: 'postgres' as const, dataDirectory: join(ground.directory, 'flow') };
  const databaseUrl = await ground.freshDatabase();
  const { process: platform, mllpPort } = await startFlowPlatform({ ...under, databaseUrl }, 'dmp-and-mails');
  const loads = LOADS.slice(0, 3).map((load) => ({ ...load, name: `${load.name}, lean acceptor` }));
  try {
    return await measureAll(loads, { platform, receiver: acceptor, ground, databaseUrl, mllpPort });
  } finally {
    await platform.kill('SIGTERM');
    await acceptor.stop();
  }
}

interface Running {
  readonly platform: ServiceProcess;
  /** Who takes what is delivered. */
  readonly receiver: { readonly pid: number };
  readonly ground: BenchGround;
  readonly databaseUrl: string;
  readonly mllpPort: number;
}

/** Without the first load, which warms up. */
async function measureAll(loads: readonly Load[], { platform, receiver, ground, databaseUrl, mllpPort }: Running) {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const cpu = () => [cpuMsOf(platform.pid), cpuMsOfFamily(ground.postgres.pid), cpuMsOf(receiver.pid)] as const;
  const rows: string[][] = [];
  try {
    for (const load of loads) rows.push(await measure(load, { database, mllpPort, cpu }));
    return rows.slice(1);
  } catch (error) {
    throw new Error(await platform.lastWords(), { cause: error });
  } finally {
    await database.end();
  }
}

interface Place {
  readonly database: pg.Client;
  readonly mllpPort: number;
  /** Of the platform, of PostgreSQL and of the receiving side. */
  cpu(): readonly [number, number, number];
}

async function measure(load: Load, { database, mllpPort, cpu }: Place): Promise<string[]> {
  const idleBefore = cpu();
  await sleep(IDLE_MS);
  const before = cpu();
  const begunAt = performance.now();
  const acknowledged = await sendReports(mllpPort, { ...load, run: runOf(load) });
  const acceptances = await accepted(database, acknowledged);
  const elapsedMs = performance.now() - begunAt;
  const after = cpu();
  const each = ([0, 1, 2] as const).map(
    (index) => (after[index] - before[index] - ((before[index] - idleBefore[index]) / IDLE_MS) * elapsedMs) / load.documents,
  );
  const lastAt = Math.max(...acceptances.map(({ at }) => at.getTime()));
  const firstAt = Math.min(...[...acknowledged.values()].map((at) => at.getTime()));
  return [
    load.name,
    tenths((load.documents / (lastAt - firstAt)) * 1000),
    ...['dmp', 'mss'].flatMap((channel) => {
      const times = timesOf(channel, acceptances, acknowledged);
      if (times.length < load.documents) throw new Error(`${channel} accepted ${times.length} of ${load.documents} documents`);
      return [whole(percentile(times, 0.5)), whole(percentile(times, 0.95))];
    }),
    ...each.map(tenths),
  ];
}

function timesOf(channel: string, acceptances: readonly Acceptance[], acknowledged: ReadonlyMap<string, Date>): readonly number[] {
  return acceptances
    .filter((acceptance) => acceptance.channel === channel)
    .map(({ at, controlId }) => at.getTime() - (acknowledged.get(controlId)?.getTime() ?? NaN));
}

/** Waits until each message's document has arrived everywhere. What is late is left out. */
async function accepted(database: pg.Client, messages: ReadonlyMap<string, Date>): Promise<readonly Acceptance[]> {
  const until = performance.now() + LAST_WITHIN_MS;
  for (;;) {
    // The fact says when it was stated; nobody asks the process under measure.
    const { rows } = await database.query<Acceptance>(
      `SELECT f.envelope::json->'data'->>'channel' AS channel, r.control_id AS "controlId",
              max((f.envelope::json->>'occurredAt')::timestamptz) AS at, count(*)::integer AS deliveries
       FROM event_log.event f JOIN result_structuring.reception r ON r.report_set_id::text = f.key
       WHERE f.topic = 'internal.delivery.changed.v1' AND f.envelope::json->'data'->>'state' = 'ACCEPTED' AND r.control_id = ANY ($1)
       GROUP BY 1, 2`,
      [[...messages.keys()]],
    );
    const made = rows.reduce((sum, { deliveries }) => sum + deliveries, 0);
    if (made >= DELIVERIES * messages.size || performance.now() > until) return rows;
    await sleep(500);
  }
}
