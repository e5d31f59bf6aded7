import { randomUUID } from 'node:crypto';
import { MovableClock, TimeOrderedIds } from '@segur/clock';
import { MalformedInput, RemoteUnavailable } from '@segur/errors';
import { DEAD_LETTER } from '@segur/events';
import type { EventEnvelope } from '@segur/events';
import { Log } from '@segur/telemetry';
import { freshDatabase } from '@segur/testing';
import type { FreshDatabase } from '@segur/testing';
import {
  ContextDatabase,
  ContextHandlingPolicy,
  DatabaseUnavailable,
  DeadLetterNotFound,
  DeadLetters,
  Facts,
  HandlingFailures,
  Housekeeping,
  Inbox,
  migrate,
  Outbox,
  ReplayImpossible,
} from '../src/index.js';
import type { EventHandler } from '../src/index.js';
import { A, asOwner, B, contextOf, eventOf } from './scene.js';

describe('handling events', () => {
  const context = contextOf('handling-context');
  const clock = new MovableClock();
  const ids = new TimeOrderedIds();
  let server: FreshDatabase;
  let database: ContextDatabase;
  let inbox: Inbox;

  /** What a restarted process would have: the same database, and no memory. */
  const process = (delaysMs = [1, 1, 1]) => {
    const facts = new Facts('handling-context', clock, ids);
    const deadLetters = new DeadLetters(database, new Outbox(), facts, ids, clock);
    return { deadLetters, policy: new ContextHandlingPolicy(new HandlingFailures(database), deadLetters, Log.silent(), delaysMs) };
  };
  const note = (event: EventEnvelope): EventHandler => {
    return () => inbox.once(event, (tx) => tx.query('INSERT INTO note VALUES ($1, $2, $3)', [event.tenantId, event.id, 'done']));
  };
  const notes = (event: EventEnvelope) => database.query(event.tenantId, 'SELECT text FROM note WHERE note_id = $1', [event.id]);
  const tries = async (event: EventEnvelope) =>
    (await database.query<{ tries: number }>(A, 'SELECT tries FROM handling_failure WHERE event_id = $1', [event.id]))[0]?.tries;
  const deadLetterFacts = async (event: EventEnvelope) => {
    const rows = await database.query<{ envelope: EventEnvelope }>(event.tenantId, 'SELECT envelope FROM outbox ORDER BY seq');
    return rows.map(({ envelope }) => envelope).filter(({ causationId }) => causationId === event.id);
  };

  beforeAll(async () => {
    server = await freshDatabase();
    await migrate(server.url, [context]);
    database = await ContextDatabase.open(context, { databaseUrl: server.url });
    inbox = new Inbox(database);
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  describe('Inbox', () => {
    it('acts once on an event that comes twice, also at the same time', async () => {
      const event = eventOf('k', 1);
      let acted = 0;
      const handle = () =>
        inbox.once(event, async (tx) => {
          acted += 1;
          await tx.query('INSERT INTO note VALUES ($1, $2, $3)', [A, event.id, 'once']);
        });
      await Promise.all([handle(), handle(), handle()]);
      await handle();

      expect(acted).toBe(1);
      await expect(notes(event)).resolves.toEqual([{ text: 'once' }]);
    });

    it('forgets an event whose work failed', async () => {
      const event = eventOf('k', 1);
      await expect(inbox.once(event, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      await note(event)(event);

      await expect(notes(event)).resolves.toHaveLength(1);
    });

    it('is one statement for a handler that is one', async () => {
      const event = eventOf('k', 1);
      const fresh = Inbox.statement(event, 1);
      const handle = () =>
        database.query(
          A,
          `WITH fresh AS (${fresh.sql}) INSERT INTO note SELECT $1, event_id, 'one statement' FROM fresh RETURNING 1`,
          fresh.parameters,
        );

      await expect(handle()).resolves.toHaveLength(1);
      await expect(handle()).resolves.toHaveLength(0);
    });

    it('is swept of what the log can no longer bring', async () => {
      const event = eventOf('k', 1);
      await note(event)(event);
      const later = new MovableClock(new Date());
      await new Housekeeping(database, later, Log.silent()).sweep();
      await expect(database.query(A, 'SELECT FROM inbox WHERE event_id = $1', [event.id])).resolves.toHaveLength(1);
      later.advance(31 * 86_400_000);
      await new Housekeeping(database, later, Log.silent()).sweep();

      await expect(database.query(A, 'SELECT FROM inbox WHERE event_id = $1', [event.id])).resolves.toHaveLength(0);
    });
  });

  describe('ContextHandlingPolicy', () => {
    it('sets an invalid event aside at once, with its fact, and acknowledges it', async () => {
      const event = eventOf('k', 1);
      let calls = 0;
      const { policy, deadLetters } = process();
      await policy.handle(event, () => {
        calls += 1;
        return Promise.reject(new MalformedInput('no'));
      });
      const letter = (await deadLetters.list(A)).find(({ eventId }) => eventId === event.id);

      expect(calls).toBe(1);
      expect(letter).toMatchObject({ errorCode: 'malformed-input', attempts: 1, state: 'OPEN', key: 'k', topic: event.topic });
      expect(await deadLetterFacts(event)).toEqual([
        expect.objectContaining({
          topic: DEAD_LETTER.name,
          key: 'k',
          data: expect.objectContaining({
            deadLetterId: letter?.deadLetterId,
            context: 'handling-context',
            envelope: event,
          }) as unknown,
        }),
      ]);
    });

    it.each`
      failure                          | code
      ${new RemoteUnavailable('gone')} | ${'remote-unavailable'}
      ${new TypeError('a bug')}        | ${'unexpected-error'}
    `('tries $code three times more, then sets it aside', async ({ failure, code }: { failure: Error; code: string }) => {
      const event = eventOf('k', 1);
      let calls = 0;
      const { policy, deadLetters } = process();
      await policy.handle(event, () => {
        calls += 1;
        return Promise.reject(failure);
      });

      expect(calls).toBe(4);
      expect((await deadLetters.list(A)).find(({ eventId }) => eventId === event.id)).toMatchObject({
        errorCode: code,
        attempts: 4,
      });
    });

    it('succeeds on a later try, and forgets the failures', async () => {
      const event = eventOf('k', 1);
      const outcomes = [new RemoteUnavailable('gone'), new RemoteUnavailable('gone')];
      await process().policy.handle(event, async () => {
        const failure = outcomes.shift();
        if (failure) throw failure;
        await note(event)(event);
      });

      await expect(notes(event)).resolves.toHaveLength(1);
      await expect(tries(event)).resolves.toBeUndefined();
    });

    it('goes on counting after a restart', async () => {
      const event = eventOf('k', 1);
      const killed = process([1, 100_000]).policy.handle(event, () => Promise.reject(new RemoteUnavailable('gone')));
      killed.catch(() => undefined);
      while ((await tries(event)) !== 2) await new Promise((resolve) => setTimeout(resolve, 5));
      let calls = 0;
      await process().policy.handle(event, () => {
        calls += 1;
        return Promise.reject(new RemoteUnavailable('gone'));
      });

      expect(calls).toBe(2);
    });

    it('counts nothing against an event when our own database went away: the bus brings it again', async () => {
      const event = eventOf('k', 1);
      const { policy, deadLetters } = process();
      const handling = policy.handle(event, () =>
        inbox.once(event, async (tx) => {
          const [{ pid }] = (await tx.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
          await asOwner(server.url, `SELECT pg_terminate_backend(${pid})`);
          await tx.query('SELECT 1');
        }),
      );

      await expect(handling).rejects.toThrow(DatabaseUnavailable);
      await expect(tries(event)).resolves.toBeUndefined();
      expect((await deadLetters.list(A, { limit: 1000 })).map(({ eventId }) => eventId)).not.toContain(event.id);
    });

    it('writes one dead letter for an event that comes again before it was acknowledged', async () => {
      const event = eventOf('k', 1);
      const fail = () => Promise.reject(new MalformedInput('no'));
      await process().policy.handle(event, fail);
      await process().policy.handle(event, fail);

      expect(await deadLetterFacts(event)).toHaveLength(1);
    });
  });

  describe('DeadLetters', () => {
    const setAside = async (tenantId = A) => {
      const event = { ...eventOf('k', 1, tenantId), topic: 'internal.replay.v1' };
      const { policy, deadLetters } = process();
      let broken = true;
      await policy.handle(event, (given) => (broken ? Promise.reject(new MalformedInput('no')) : note(given)(given)));
      const letter = (await deadLetters.list(tenantId, { limit: 1000 })).find(({ eventId }) => eventId === event.id);
      return { event, deadLetters, id: letter?.deadLetterId ?? '', repair: () => (broken = false) };
    };

    it('replays the same event through the same handler, and closes', async () => {
      const { event, deadLetters, id, repair } = await setAside();
      repair();
      await deadLetters.replay(A, id);

      await expect(notes(event)).resolves.toHaveLength(1);
      await expect(deadLetters.inspect(A, id)).resolves.toMatchObject({ state: 'REPLAYED', envelope: event });
      await expect(deadLetters.replay(A, id)).rejects.toThrow(DeadLetterNotFound);
    });

    it('stays open when the replay fails, and says why', async () => {
      const { deadLetters, id } = await setAside();

      await expect(deadLetters.replay(A, id)).rejects.toThrow(MalformedInput);
      await expect(deadLetters.inspect(A, id)).resolves.toMatchObject({ state: 'OPEN', attempts: 2 });
    });

    it('says that the handler does not run here', async () => {
      const { id } = await setAside();

      await expect(process().deadLetters.replay(A, id)).rejects.toThrow(ReplayImpossible);
    });

    it('knows a handler that has had no event yet', async () => {
      const { event, id } = await setAside();
      const { policy, deadLetters } = process();
      policy.remember(event.topic, note(event));
      await deadLetters.replay(A, id);

      await expect(notes(event)).resolves.toHaveLength(1);
    });

    it('discards', async () => {
      const { event, deadLetters, id } = await setAside();
      const before = await deadLetters.countOpen();
      await deadLetters.discard(A, id);

      await expect(deadLetters.countOpen()).resolves.toBe(before - 1);
      await expect(notes(event)).resolves.toHaveLength(0);
      await expect(deadLetters.discard(A, id)).rejects.toThrow(DeadLetterNotFound);
    });

    it('lists page by page, and shows no other tenant', async () => {
      const letters = [await setAside(B), await setAside(B), await setAside(B)];
      const { deadLetters } = process();
      const first = await deadLetters.list(B, { limit: 2 });
      const second = await deadLetters.list(B, { limit: 2, after: first[1]?.deadLetterId ?? '' });

      expect([...first, ...second].map(({ deadLetterId }) => deadLetterId)).toEqual(letters.map(({ id }) => id));
      await expect(deadLetters.inspect(A, letters[0]?.id ?? '')).rejects.toThrow(DeadLetterNotFound);
      await expect(deadLetters.inspect(B, randomUUID())).rejects.toThrow(DeadLetterNotFound);
    });
  });
});
