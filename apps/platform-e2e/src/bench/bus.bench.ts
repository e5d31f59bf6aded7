import { randomUUID } from 'node:crypto';
import { ensureTopics, KafkaEventBus, PostgresEventBus, type EventBus } from '@segur/event-bus';
import { RESULTS_RECEIVED, stateFact, type EventEnvelope } from '@segur/events';
import { Log } from '@segur/telemetry';
import type { BenchGround, LogKind } from './bench-ground.js';
import { thousandths, whole, type Figures } from './figures.js';

const EVENTS = 40_000;
const WARM_UP = 5_000;
const BATCH = 100;
const TOPIC = RESULTS_RECEIVED.name;

/** Opens the event log of a kind as this process's own. */
export async function openLog(ground: BenchGround, kind: LogKind, databaseUrl: string): Promise<EventBus> {
  const log = Log.silent();
  const brokers = await ground.brokersOf(kind);
  if (kind === 'postgres') return PostgresEventBus.open({ databaseUrl, log });
  await ensureTopics({ brokers, log }, [TOPIC], { partitions: 6 });
  return KafkaEventBus.open({ brokers, log, sessionTimeoutMs: 6000 });
}

/** One fact as the MLLP door states it, under a key of its own. */
export function aFact(): EventEnvelope {
  const id = randomUUID();
  const data = { ...RESULTS_RECEIVED.example, receptionId: id, reportSetId: id };
  return stateFact(RESULTS_RECEIVED, { id, key: id, tenantId: '750000000', source: 'bench', occurredAt: new Date(), data });
}

/** Events appended in batches, then consumed by one group whose handler does nothing. */
export async function benchBuses(ground: BenchGround): Promise<Figures> {
  const rows: string[][] = [];
  for (const kind of ground.logKinds()) {
    const bus = await openLog(ground, kind, await ground.freshDatabase());
    try {
      await append(bus, WARM_UP);
      await consume(bus, 'warm-up', WARM_UP);
      rows.push([kind, `append, batches of ${BATCH}`, ...(await measured(EVENTS, () => append(bus, EVENTS)))]);
      rows.push([kind, 'consume', ...(await measured(EVENTS + WARM_UP, () => consume(bus, 'measured', EVENTS + WARM_UP)))]);
    } finally {
      await bus.close();
    }
  }
  return {
    title: 'Event log: events a second',
    columns: ['event log', 'work', 'events/s', 'CPU ms each, client'],
    rows,
    remarks: ['Keys are all different; a handler does nothing, so what is measured is the log alone.'],
  };
}

async function append(bus: EventBus, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent += BATCH) await bus.append(Array.from({ length: BATCH }, aFact));
}

/** Resolves when a new group has seen so many events. */
async function consume(bus: EventBus, group: string, count: number): Promise<void> {
  const seen = new Set<string>();
  await new Promise<void>((resolve, reject) => {
    const handle = async ({ id }: EventEnvelope) => void (seen.add(id).size === count && resolve());
    bus.subscribe({ group, topics: [TOPIC], from: 'beginning', handle }).catch(reject);
  });
}

async function measured(count: number, work: () => Promise<void>): Promise<string[]> {
  const cpu = process.cpuUsage();
  const begunAt = performance.now();
  await work();
  const seconds = (performance.now() - begunAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return [whole(count / seconds), thousandths((user + system) / 1000 / count)];
}
