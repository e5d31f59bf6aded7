import { fork } from 'node:child_process';
import { join } from 'node:path';
import { openSampleInstallation } from '@segur/sandbox';
import { freePorts } from '../kill/free-ports.js';
import { ServiceProcess } from '../kill/service-process.js';
import type { BenchGround, LogKind } from './bench-ground.js';
import { cpuMsOf, cpuMsOfFamily } from './cpu-time.js';
import { percentile, tenths, thousandths, whole, type Figures } from './figures.js';
import { profileOptions } from './profile-options.js';
import type { LoadOrder, LoadReport } from './load-generator.js';

const CONNECTIONS = [1, 4, 16];
const WARM_UP_MS = 4000;
const MEASURE_MS = 10_000;

/** Messages received, made durable and acknowledged: the receiving process apart, which also announces them. */
export async function benchReceiving(ground: BenchGround): Promise<Figures> {
  const rows: string[][] = [];
  for (const kind of ground.logKinds()) {
    const receiver = await startReceiver(ground, kind);
    try {
      for (const connections of CONNECTIONS) rows.push([kind, ...(await measure(ground, receiver, connections))]);
    } finally {
      await receiver.process.kill('SIGTERM');
    }
  }
  return {
    title: 'Messages received and acknowledged AA (blood count of 20 results, durable, relayed to the event log)',
    columns: ['event log', 'connections', 'messages/s', 'ACK p50 ms', 'ACK p95 ms', 'CPU ms each, receiver', 'PostgreSQL', 'Kafka'],
    rows,
    remarks: ['One message in flight per connection. The load generator runs on the same cores.'],
  };
}

interface Receiver {
  readonly process: ServiceProcess;
  readonly mllpPort: number;
}

async function startReceiver(ground: BenchGround, kind: LogKind): Promise<Receiver> {
  const [httpPort = 0, mllpPort = 0] = await freePorts(2);
  const sample = await openSampleInstallation(join(ground.directory, 'installation'));
  const brokers = await ground.brokersOf(kind);
  const receiver = new ServiceProcess({
    app: 'result-structuring',
    env: {
      DATABASE_URL: await ground.freshDatabase(),
      ...(brokers.length > 0 && { KAFKA_BROKERS: brokers.join(',') }),
      LABORATORIES_FILE: sample.laboratoriesFile,
      DOCUMENT_STORE_KEYS_FILE: sample.keyRingFile,
      MLLP_ANY_SENDER_TENANT: sample.tenantId,
      HTTP_PORT: `${httpPort}`,
      MLLP_PORT: `${mllpPort}`,
      CONSUME_EVENTS: 'false',
    },
    logFile: join(ground.directory, `receiver-${kind}.log`),
    nodeOptions: profileOptions(),
  });
  await receiver.start();
  return { process: receiver, mllpPort };
}

async function measure(ground: BenchGround, receiver: Receiver, connections: number): Promise<string[]> {
  const run = `R${process.pid % 1000}C${connections}`.padEnd(8, 'X');
  const cpu = () => [
    cpuMsOf(receiver.process.pid),
    cpuMsOfFamily(ground.postgres.pid),
    ground.brokerPid === undefined ? 0 : cpuMsOf(ground.brokerPid),
  ];
  let before: number[] = [];
  const end = await generate(
    { port: receiver.mllpPort, connections, warmUpMs: WARM_UP_MS, measureMs: MEASURE_MS, run },
    () => (before = cpu()),
  );
  const spent = cpu().map((ms, index) => (ms - (before[index] ?? 0)) / end.acknowledged);
  if (end.refused > 0) throw new Error(`${end.refused} messages were refused: ${await receiver.process.lastWords()}`);
  return [
    String(connections),
    whole((end.acknowledged / end.elapsedMs) * 1000),
    tenths(percentile(end.latenciesMs, 0.5)),
    tenths(percentile(end.latenciesMs, 0.95)),
    ...spent.map(thousandths),
  ];
}

type LoadEnd = Extract<LoadReport, { at: 'end' }>;

/** Runs the load generator as a process of its own. Resolves at the end of the measure. */
function generate(order: LoadOrder, onBegin: () => void): Promise<LoadEnd> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'load-generator.js'));
    child.on('message', (report: LoadReport) => {
      if (report.at === 'begin') return onBegin();
      resolve(report);
      child.disconnect();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The load generator ended early, with ${code}`)));
    child.send(order);
  });
}
