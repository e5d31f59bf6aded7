import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Log } from '@segur/telemetry';
import { eventually, freshDatabase } from '@segur/testing';
import type { FreshDatabase } from '@segur/testing';
import { anEvent, eventBusContract } from '../src/event-bus.contract.js';
import { EventBusUnavailable, PostgresEventBus } from '../src/index.js';
import type { PostgresEventBusOptions } from '../src/index.js';
import { startMember } from './member-process.js';

const TOPICS = ['internal.contract.v1', 'internal.contract-other.v1'] as const;
const log = Log.silent();

describe('PostgresEventBus', () => {
  let database: FreshDatabase;
  const open = (options: Partial<PostgresEventBusOptions> = {}) =>
    PostgresEventBus.open({ databaseUrl: database.url, log, ...options });

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  describe('keeps the contract', () => {
    eventBusContract({
      topics: TOPICS,
      open,
      startMember: (group, topics) => startMember({ postgres: { databaseUrl: database.url }, group, topics }),
    });
  });

  it('creates its schema once, however many open it at the same time', async () => {
    const empty = await freshDatabase();
    const buses = await Promise.all([1, 2, 3, 4].map(() => PostgresEventBus.open({ databaseUrl: empty.url, log })));
    await buses[0]?.append([anEvent(TOPICS[0], 'k', 1)]);
    await Promise.all(buses.map((bus) => bus.close()));
    await empty.drop();
  });

  it('numbers events in the order of commits, with several appending at once', async () => {
    const bus = await open();
    const [topic] = TOPICS;
    const batches = Array.from({ length: 40 }, (_, n) => [0, 1, 2].map((m) => anEvent(topic, `order-${n}`, m)));
    await Promise.all(batches.map((batch) => bus.append(batch)));
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ event_id: string }>(
      `SELECT event_id FROM event_log.event WHERE key LIKE 'order-%' ORDER BY position`,
    );
    await client.end();
    await bus.close();

    // A batch is one transaction, so its events are neighbours, in their order.
    const ids = rows.map(({ event_id }) => event_id);
    const wanted = batches.map((batch) => batch.map(({ id }) => id).join());
    const found = wanted.map((_, n) => ids.slice(3 * n, 3 * n + 3).join());
    expect(found.sort()).toEqual(wanted.sort());
  });

  it('gives a topic that a known group takes up later from its beginning', async () => {
    const [topic, otherTopic] = TOPICS;
    const [group, mine] = [randomUUID(), randomUUID()];
    const received: unknown[] = [];
    const handle = async ({ key, data }: { key: string; data: unknown }) => void (key === mine && received.push(data));
    const first = await open();
    await first.subscribe({ group, topics: [topic], handle });
    await first.append([anEvent(otherTopic, mine, 'other'), anEvent(topic, mine, 'one')]);
    await eventually(() => received.length === 1);
    await first.close();
    const second = await open();
    await second.subscribe({ group, topics: [topic, otherTopic], handle });
    await eventually(() => received.length === 2);
    await second.close();

    expect(received).toEqual(['one', 'other']);
  });

  describe('sweep', () => {
    it('removes what every group has handled, and keeps what one has not', async () => {
      const own = await freshDatabase();
      const bus = await PostgresEventBus.open({ databaseUrl: own.url, log });
      const [topic, otherTopic] = TOPICS;
      const handled: unknown[] = [];
      await bus.subscribe({ group: 'quick', topics: [topic, otherTopic], handle: async ({ data }) => void handled.push(data) });
      await bus.subscribe({ group: 'stuck', topics: [topic], handle: () => Promise.reject(new Error('never')) });
      await bus.append([anEvent(topic, 'k', 1), anEvent(otherTopic, 'k', 2), anEvent(otherTopic, 'k', 3)]);
      await eventually(() => handled.length === 3);
      const later = new Date(Date.now() + 3_600_000);
      await bus.stopTaking();

      expect(await bus.sweep(new Date(0))).toBe(0);
      expect(await bus.sweep(later)).toBe(2);
      await bus.forget('stuck');
      expect(await bus.sweep(later)).toBe(1);
      await bus.close();
      await own.drop();
    });
  });

  it('says so when the database cannot be reached', async () => {
    await expect(PostgresEventBus.open({ databaseUrl: 'postgres://u@127.0.0.1:1/none', log })).rejects.toThrow(EventBusUnavailable);
  });
});
