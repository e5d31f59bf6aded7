import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEnvelope } from '@segur/events';
import { ContextDatabase, migrate, Outbox, OutboxRelay } from '@segur/persistence';
import { Log } from '@segur/telemetry';
import type { BenchGround, LogKind } from './bench-ground.js';
import { aFact, openLog } from './bus.bench.js';
import { percentile, tenths, type Figures } from './figures.js';

const EVENTS_PER_SECOND = 100;
const WARM_UP = 300;
const MEASURED = 2000;
const LAST_WITHIN_MS = 30_000;

/** From the commit of a fact to the handler that takes it: outbox, relay, event log, consumer. */
export async function benchLatency(ground: BenchGround): Promise<Figures> {
  const rows: string[][] = [];
  for (const kind of ground.logKinds()) {
    const latencies = await latenciesOf(ground, kind);
    rows.push([kind, tenths(percentile(latencies, 0.5)), tenths(percentile(latencies, 0.95)), tenths(percentile(latencies, 0.99))]);
  }
  return {
    title: `Commit to consumer, ${EVENTS_PER_SECOND} facts a second`,
    columns: ['event log', 'p50 ms', 'p95 ms', 'p99 ms'],
    rows,
    remarks: ['From the moment the writer knows that its transaction is committed, to the call of the handler.'],
  };
}

async function latenciesOf(ground: BenchGround, kind: LogKind): Promise<readonly number[]> {
  const databaseUrl = await ground.freshDatabase();
  const schema = { context: 'bench', schema: 'bench', migrations: [] };
  await migrate(databaseUrl, [schema]);
  const database = await ContextDatabase.open(schema, { databaseUrl });
  const bus = await openLog(ground, kind, databaseUrl);
  const relay = new OutboxRelay(databaseUrl, database, bus, Log.silent());
  const committed = new Map<string, number>();
  const handled = new Map<string, number>();
  try {
    const handle = async ({ id }: EventEnvelope) => void handled.set(id, performance.now());
    await bus.subscribe({ group: 'latency', topics: [aFact().topic], from: 'end', handle });
    relay.start();
    await state(database, WARM_UP, new Map());
    await state(database, MEASURED, committed);
    const until = performance.now() + LAST_WITHIN_MS;
    while ([...committed.keys()].some((id) => !handled.has(id))) {
      if (performance.now() > until) throw new Error('Facts did not arrive');
      await sleep(50);
    }
  } finally {
    await bus.stopTaking();
    await relay.stop();
    await bus.close();
    await database.close();
  }
  // The consumer may be quicker than the answer of the commit.
  return [...committed].map(([id, at]) => Math.max(0, (handled.get(id) ?? NaN) - at));
}

/** Commits facts one by one, evenly in time, each in a transaction of its own, whatever became of those before. */
async function state(database: ContextDatabase, count: number, committed: Map<string, number>): Promise<void> {
  const begunAt = performance.now();
  const writes: Promise<void>[] = [];
  for (let number = 0; number < count; number += 1) {
    const due = begunAt + (number * 1000) / EVENTS_PER_SECOND;
    if (due > performance.now()) await sleep(due - performance.now());
    const fact = aFact();
    const { sql, parameters } = Outbox.statement([fact], 1);
    writes.push(database.query(fact.tenantId, sql, parameters).then(() => void committed.set(fact.id, performance.now())));
  }
  await Promise.all(writes);
}
