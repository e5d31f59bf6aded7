import { randomUUID } from 'node:crypto';
import { MovableClock } from '@segur/clock';
import { MalformedInput, RemoteUnavailable } from '@segur/errors';
import { Log } from '@segur/telemetry';
import { freshDatabase } from '@segur/testing';
import type { FreshDatabase } from '@segur/testing';
import { Attempts, AttemptWork, AttemptWorker, ContextDatabase, DatabaseUnavailable, migrate } from '../src/index.js';
import type { AttemptClaim, AttemptOutcome, AttemptWorkerOptions } from '../src/index.js';
import { A, asOwner, B, contextOf, until } from './scene.js';

/** Does what a test says, and remembers what it was asked. */
class ScriptedWork extends AttemptWork {
  readonly claims: AttemptClaim[] = [];
  readonly givenUpOn: { claim: AttemptClaim; errorCode: string }[] = [];

  constructor(readonly script: (claim: AttemptClaim) => AttemptOutcome | Promise<AttemptOutcome>) {
    super();
  }
  async attempt(claim: AttemptClaim): Promise<AttemptOutcome> {
    this.claims.push(claim);
    return this.script(claim);
  }
  override async givenUp(claim: AttemptClaim, errorCode: string): Promise<void> {
    this.givenUpOn.push({ claim, errorCode });
  }
}

describe('Attempts and AttemptWorker', () => {
  const context = contextOf('attempting-context');
  let server: FreshDatabase;
  let database: ContextDatabase;
  let clock: MovableClock;
  let attempts: Attempts;
  const workers: AttemptWorker[] = [];

  const startWorker = (work: AttemptWork, options: AttemptWorkerOptions = {}) => {
    const worker = new AttemptWorker(server.url, database, work, clock, Log.silent(), { pollMs: 20, ...options });
    workers.push(worker);
    worker.start();
    return worker;
  };
  const schedule = async (tenantId = A, dueAt?: Date, subjectId: string = randomUUID()) => {
    await database.transaction(tenantId, (tx) => attempts.schedule(tx, { tenantId, subjectId, dueAt }));
    return subjectId;
  };
  const rowOf = async (subjectId: string, tenantId = A) =>
    (
      await database.query<Record<string, unknown>>(
        tenantId,
        'SELECT outcome, number, error_code, available_at, lease IS NOT NULL AS claimed FROM attempt WHERE subject_id = $1',
        [subjectId],
      )
    )[0];
  const done: AttemptOutcome = { outcome: 'done' };

  beforeAll(async () => {
    server = await freshDatabase();
    await migrate(server.url, [context]);
    database = await ContextDatabase.open(context, { databaseUrl: server.url, poolSize: 10 });
  });
  beforeEach(() => {
    clock = new MovableClock();
    attempts = new Attempts(clock);
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.stop();
    await asOwner(server.url, 'TRUNCATE attempting_context.attempt');
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  it('makes each attempt once, of every tenant, however many workers there are', async () => {
    const subjects = [...(await Promise.all(Array.from({ length: 40 }, () => schedule(A)))), await schedule(B)];
    const work = new ScriptedWork(() => new Promise((resolve) => setTimeout(() => resolve(done), 5)));
    for (let n = 0; n < 3; n += 1) startWorker(work, { concurrency: 4 });
    await until(() => work.claims.length >= 41);
    await until(async () => (await rowOf(subjects[40] ?? '', B))?.['outcome'] === 'DONE');

    expect(work.claims.map(({ subjectId }) => subjectId).sort()).toEqual([...subjects].sort());
    expect(work.claims.find(({ tenantId }) => tenantId === B)).toMatchObject({ subjectId: subjects[40], number: 1 });
  });

  it('runs no more at a time than it was told', async () => {
    await Promise.all(Array.from({ length: 20 }, () => schedule()));
    let [now, most] = [0, 0];
    const work = new ScriptedWork(async () => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, 10));
      now -= 1;
      return done;
    });
    startWorker(work, { concurrency: 3 });
    await until(() => work.claims.length === 20);

    expect(most).toBe(3);
  });

  it('is woken by a new attempt, long before it would have looked', async () => {
    const work = new ScriptedWork(() => done);
    startWorker(work, { pollMs: 600_000 });
    await until(async () => (await sessions(server.url)) > 0);
    await schedule();
    await until(() => work.claims.length === 1);

    expect(work.claims).toHaveLength(1);
  });

  it('leaves alone what is not due', async () => {
    const subject = await schedule(A, new Date(clock.now().getTime() + 60_000));
    const work = new ScriptedWork(() => done);
    startWorker(work);
    await until(async () => (await sessions(server.url)) > 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(work.claims).toEqual([]);
    clock.advance(60_000);
    await until(() => work.claims.length === 1);

    expect(work.claims[0]?.subjectId).toBe(subject);
  });

  it.each`
    failure                                               | code
    ${{ outcome: 'retry', errorCode: 'dmp-unavailable' }} | ${'dmp-unavailable'}
    ${new RemoteUnavailable('gone')}                      | ${'remote-unavailable'}
    ${new TypeError('a bug')}                             | ${'unexpected-error'}
  `('tries again by the table after $code', async ({ failure, code }: { failure: AttemptOutcome | Error; code: string }) => {
    const subject = await schedule();
    const work = new ScriptedWork(({ number }) => {
      if (number === 3) return done;
      if (failure instanceof Error) throw failure;
      return failure;
    });
    startWorker(work);
    await until(async () => (await rowOf(subject))?.['error_code'] === code);
    expect(await rowOf(subject)).toMatchObject({ number: 1, claimed: false, available_at: new Date('2026-11-23T08:01:00.000Z') });
    clock.advance(60_000);
    await until(() => work.claims.length === 2);
    await until(async () => (await rowOf(subject))?.['claimed'] === false);
    expect(await rowOf(subject)).toMatchObject({ available_at: new Date('2026-11-23T08:06:00.000Z') });
    clock.advance(300_000);
    await until(async () => (await rowOf(subject))?.['outcome'] === 'DONE');

    expect(work.claims.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('does not count what was postponed', async () => {
    const subject = await schedule();
    const outcomes: AttemptOutcome[] = [{ outcome: 'postponed', byMs: 5000 }, done];
    const work = new ScriptedWork(() => outcomes.shift() ?? done);
    startWorker(work);
    await until(async () => work.claims.length === 1 && (await rowOf(subject))?.['claimed'] === false);
    expect(await rowOf(subject)).toMatchObject({ number: 0, available_at: new Date(clock.now().getTime() + 5000) });
    clock.advance(5000);
    await until(async () => (await rowOf(subject))?.['outcome'] === 'DONE');

    expect(work.claims.map(({ number }) => number)).toEqual([1, 1]);
  });

  it('gives up after a day, and tells the context', async () => {
    const subject = await schedule();
    await asOwner(server.url, 'UPDATE attempting_context.attempt SET number = 25');
    const work = new ScriptedWork(() => ({ outcome: 'retry', errorCode: 'dmp-unavailable' }));
    startWorker(work);
    await until(async () => (await rowOf(subject))?.['outcome'] === 'GIVEN_UP');

    expect(work.givenUpOn).toEqual([{ claim: { tenantId: A, subjectId: subject, number: 26 }, errorCode: 'dmp-unavailable' }]);
  });

  it('gives up at once on what trying again cannot help', async () => {
    const subject = await schedule();
    const work = new ScriptedWork(() => Promise.reject(new MalformedInput('no')));
    startWorker(work);
    await until(async () => (await rowOf(subject))?.['outcome'] === 'GIVEN_UP');

    expect(work.givenUpOn).toMatchObject([{ errorCode: 'malformed-input' }]);
  });

  it('renews what it holds, and lets go of what it could not write off, however busy it is', async () => {
    let finish: (outcome: AttemptOutcome) => void = () => undefined;
    const [lost, held] = [randomUUID(), randomUUID()];
    const work = new ScriptedWork(({ subjectId }) => {
      if (subjectId === lost) throw new DatabaseUnavailable('The answer never came');
      return new Promise((resolve) => (finish = resolve));
    });
    await schedule(A, undefined, lost);
    startWorker(work, { leaseMs: 300 });
    await until(() => work.claims.length === 1);
    await schedule(A, undefined, held);
    await until(() => work.claims.length === 2);
    const [before, first] = [await rowOf(lost), await rowOf(held)];
    clock.advance(100);
    await until(async () => JSON.stringify(await rowOf(held)) !== JSON.stringify(first));

    expect(await rowOf(lost)).toEqual(before);
    finish(done);
  });

  it('takes over from a killed worker once its lease has passed, and not before', async () => {
    const subject = await schedule();
    const dying = new ScriptedWork(() => new Promise<AttemptOutcome>(() => undefined));
    const killed = new AttemptWorker(server.url, database, dying, clock, Log.silent(), { pollMs: 20, leaseMs: 60_000 });
    killed.start();
    await until(() => dying.claims.length === 1);
    // It takes no more, and never comes to an end: what is left of it is its claim.
    void killed.stop();
    const heir = new ScriptedWork(() => done);
    startWorker(heir);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heir.claims).toEqual([]);
    clock.advance(60_000);
    await until(async () => (await rowOf(subject))?.['outcome'] === 'DONE');

    expect(heir.claims).toEqual([{ tenantId: A, subjectId: subject, number: 2 }]);
  });

  it('attempts once more what was scheduled again while it ran', async () => {
    const subject = await schedule();
    let finish: () => void = () => undefined;
    const outcomes = [new Promise<AttemptOutcome>((resolve) => (finish = () => resolve(done))), done];
    const work = new ScriptedWork(() => outcomes.shift() ?? done);
    startWorker(work);
    await until(() => work.claims.length === 1);
    await schedule(A, undefined, subject);
    finish();
    await until(async () => (await rowOf(subject))?.['outcome'] === 'DONE');

    expect(work.claims.map(({ number }) => number)).toEqual([1, 1]);
  });

  it('begins anew when a person schedules again what was given up', async () => {
    const subject = await schedule();
    const outcomes: AttemptOutcome[] = [{ outcome: 'given-up' }, done];
    const work = new ScriptedWork(() => outcomes.shift() ?? done);
    startWorker(work);
    await until(async () => (await rowOf(subject))?.['outcome'] === 'GIVEN_UP');
    await schedule(A, undefined, subject);
    await until(async () => (await rowOf(subject))?.['outcome'] === 'DONE');

    expect(work.claims.map(({ number }) => number)).toEqual([1, 1]);
  });

  it('waits for its attempts when it stops, and gives back what it has not begun', async () => {
    const subjects = await Promise.all(Array.from({ length: 4 }, () => schedule()));
    const finish: (() => void)[] = [];
    const work = new ScriptedWork(() => new Promise((resolve) => finish.push(() => resolve(done))));
    const worker = startWorker(work, { concurrency: 2, pollMs: 20 });
    await until(() => work.claims.length === 2);
    const stopped = worker.stop();
    const states = async () => Promise.all(subjects.map(async (subject) => rowOf(subject)));
    await until(async () => (await states()).filter((row) => row?.['claimed'] === false && row['number'] === 0).length === 2);
    expect(work.claims).toHaveLength(2);
    finish.forEach((end) => end());
    await stopped;

    expect((await states()).filter((row) => row?.['outcome'] === 'DONE')).toHaveLength(2);
  });

  it('goes on after its session and the server’s others were killed', async () => {
    const work = new ScriptedWork(() => done);
    startWorker(work);
    await until(async () => (await sessions(server.url)) > 0);
    await asOwner(
      server.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await until(async () => schedule().then(Boolean, () => false));
    await until(() => work.claims.length === 1);

    expect(work.claims).toHaveLength(1);
  });
});

async function sessions(url: string): Promise<number> {
  const rows = await asOwner(
    url,
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '%attempt' AND query LIKE 'SELECT pg_advisory_unlock%'`,
  );
  return rows.length;
}
