import { randomUUID } from 'node:crypto';
import { freshDatabase } from '@segur/testing';
import type { FreshDatabase } from '@segur/testing';
import { Log } from '@segur/telemetry';
import { ContextDatabase, FactTooLarge, Housekeeping, migrate, Outbox, OutboxRelay } from '../src/index.js';
import { MovableClock } from '@segur/clock';
import { A, asOwner, B, contextOf, eventOf, KeepingBus, until } from './scene.js';

describe('Outbox and OutboxRelay', () => {
  const context = contextOf('relayed-context');
  const outbox = new Outbox();
  let server: FreshDatabase;
  let database: ContextDatabase;
  let bus: KeepingBus;
  const relays: OutboxRelay[] = [];

  const startRelay = (to = bus) => {
    const relay = new OutboxRelay(server.url, database, to, Log.silent());
    relays.push(relay);
    relay.start();
    return relay;
  };
  const state = (key: string, ...data: unknown[]) =>
    database.transaction(A, (tx) => outbox.add(tx, ...data.map((each) => eventOf(key, each))));
  const pending = async () => (await database.queryWithoutTenant('SELECT FROM outbox_pending(100000)')).length;

  beforeAll(async () => {
    server = await freshDatabase();
    await migrate(server.url, [context]);
    database = await ContextDatabase.open(context, { databaseUrl: server.url, poolSize: 10 });
  });
  beforeEach(() => {
    bus = new KeepingBus();
  });
  afterEach(async () => {
    for (const relay of relays.splice(0)) await relay.stop();
    expect(await pending()).toBe(0);
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  it('carries what was committed, whole and in order, and nothing that was undone', async () => {
    startRelay();
    const traced = {
      ...eventOf('k', { text: 'é "\\ \u0000' }),
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    };
    await database.transaction(A, (tx) => outbox.add(tx, traced));
    await expect(
      database.transaction(A, async (tx) => {
        await outbox.add(tx, eventOf('k', 'undone'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await state('k', 1, 2, 3);
    await until(() => bus.data('k').length === 4);

    expect(bus.events[0]).toEqual(traced);
    expect(bus.data('k').slice(1)).toEqual([1, 2, 3]);
  });

  it('writes a change and its facts in one statement, and no fact without the change', async () => {
    startRelay();
    const save = (id: string, tenant: string) => {
      const facts = Outbox.statement([eventOf('one', 'first', tenant), eventOf('one', 'second', tenant)], 3, 'change');
      return database.query<{ changed: string }>(
        tenant,
        `WITH change AS (INSERT INTO note VALUES ($1, $2, 'x') ON CONFLICT DO NOTHING RETURNING 1), facts AS (${facts.sql})
         SELECT count(*) AS changed FROM change`,
        [tenant, id, ...facts.parameters],
      );
    };
    const id = randomUUID();
    await save(id, B);
    await save(id, B);
    await until(() => bus.data('one').length > 0);

    expect(bus.data('one')).toEqual(['first', 'second']);
  });

  it('relays what was committed when no relay was running: between commit and publication lies no gap', async () => {
    await state('gap', 1, 2);
    const relay = startRelay();
    await relay.flush();

    expect(bus.data('gap')).toEqual([1, 2]);
  });

  it('loses no fact that commits after a later one', async () => {
    startRelay();
    let commitLate: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => (commitLate = resolve));
    const late = database.transaction(A, async (tx) => {
      await outbox.add(tx, eventOf('late', 'early number'));
      await wait;
    });
    await state('late', 'late number');
    await until(() => bus.data('late').length === 1);
    commitLate();
    await late;
    await until(() => bus.data('late').length === 2);

    expect(bus.data('late')).toEqual(['late number', 'early number']);
  });

  it('keeps the order of a key through concurrent transactions that lock its row first', async () => {
    startRelay();
    const id = randomUUID();
    await database.query(A, `INSERT INTO note VALUES ($1, $2, '0')`, [A, id]);
    const bump = () =>
      database.transaction(A, async (tx) => {
        const [row] = (await tx.query('SELECT text FROM note WHERE note_id = $1 FOR UPDATE', [id])) as [{ text: string }];
        const next = Number(row.text) + 1;
        await tx.query('UPDATE note SET text = $2 WHERE note_id = $1', [id, String(next)]);
        await outbox.add(tx, eventOf('counter', next));
      });
    await Promise.all(
      Array.from({ length: 8 }, async () => [await bump(), await bump(), await bump(), await bump(), await bump()]),
    );
    await until(() => bus.data('counter').length >= 40);

    expect(bus.data('counter')).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it('rides out an outage of the bus, and loses and reorders nothing', async () => {
    const relay = startRelay();
    bus.down = true;
    await state('outage', 1, 2);
    await state('outage', 3);
    await until(async () => (await relay.oldestSeconds()) > 0.2);
    bus.down = false;
    await until(() => bus.data('outage').length === 3);

    expect(bus.data('outage')).toEqual([1, 2, 3]);
    await until(async () => (await relay.oldestSeconds()) === 0);
  });

  it('repeats what the bus took when the mark was lost, under the same identifiers', async () => {
    startRelay();
    let cut = true;
    bus.onAppend = async () => {
      if (!cut) return;
      cut = false;
      await endSessions(server.url);
    };
    await state('twice', 1);
    await until(() => bus.data('twice').length === 2);

    expect(new Set(bus.events.filter(({ key }) => key === 'twice').map(({ id }) => id)).size).toBe(1);
  });

  it('lets one relay lead, and another take over when its session dies', async () => {
    const [firstBus, secondBus] = [new KeepingBus(), new KeepingBus()];
    const first = startRelay(firstBus);
    await until(() => first.isLeading());
    const second = startRelay(secondBus);
    await state('lead', 1);
    await until(() => firstBus.data('lead').length === 1);

    expect(second.isLeading()).toBe(false);
    await first.stop();
    await state('lead', 2);
    await until(() => secondBus.data('lead').length === 1);

    expect(secondBus.data('lead')).toEqual([2]);
    expect(firstBus.data('lead')).toEqual([1]);
  });

  it('goes on after its session was killed', async () => {
    const relay = startRelay();
    await until(() => relay.isLeading());
    await endSessions(server.url);
    await state('killed', 1);
    await until(() => bus.data('killed').length === 1);

    expect(bus.data('killed')).toEqual([1]);
  });

  it('takes batches under load', async () => {
    const facts = Array.from({ length: 3000 }, (_, index) => index);
    await state('load', ...facts);
    await startRelay().flush();

    expect(bus.data('load')).toEqual(facts);
    expect(bus.batches).toEqual([500, 500, 500, 500, 500, 500]);
  });

  it('refuses a fact that no bus would take, before it stops those behind it', async () => {
    await expect(state('big', 'x'.repeat(1_000_000))).rejects.toThrow(FactTooLarge);
  });

  it('sweeps what was published long enough ago, and never what waits', async () => {
    await state('swept', 1);
    await startRelay().flush();
    await until(async () => (await pending()) === 0);
    const clock = new MovableClock(new Date());
    const housekeeping = new Housekeeping(database, clock, Log.silent());
    await housekeeping.sweep();
    await expect(database.query(A, 'SELECT FROM outbox')).resolves.not.toEqual([]);
    clock.advance(700_000);
    await housekeeping.sweep();

    await expect(database.query(A, 'SELECT FROM outbox')).resolves.toEqual([]);
  });
});

/** Kills the sessions that relay, as a restart of the server would. */
async function endSessions(url: string): Promise<void> {
  await asOwner(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '%outbox'`,
  );
}
