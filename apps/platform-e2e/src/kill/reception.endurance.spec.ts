import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@segur/persistence';
import { eventually, oru, startKafkaBroker, whyNoBroker, type KafkaBroker } from '@segur/testing';
import pg from 'pg';
import { freePorts } from './free-ports.js';
import { MllpSender, type Delivered } from './mllp-sender.js';
import { allReceptions, type Reception } from './read-model.js';
import { servicesApart, type ServicesApart } from './services-apart.js';

const MESSAGES = 2000;
const CONNECTIONS = 8;
const PHASES = 4;
/** So many messages of a phase are acknowledged before its power cut: every connection is in the middle of its work. */
const BEFORE_THE_CUT = 100;
const LIMIT_MS = 240_000;

(whyNoBroker() ? describe.skip : describe)('2 000 messages, while one process after the other is killed (-9)', () => {
  const delivered: Delivered[] = [];
  let directory: string;
  let broker: KafkaBroker;
  let startPostgres: () => Promise<EmbeddedPostgres>;
  let postgres: EmbeddedPostgres;
  let services: ServicesApart;
  let senders: readonly MllpSender[];
  let listed: readonly Reception[];

  beforeAll(async () => {
    directory = mkdtempSync(join(process.env['TEST_RUN_DIR'] ?? tmpdir(), 'kill-'));
    chmodSync(directory, 0o711);
    const [port = 0] = await freePorts(1);
    startPostgres = () => startEmbeddedPostgres({ dataDir: join(directory, 'postgres'), port });
    [broker, postgres] = await Promise.all([startKafkaBroker(), startPostgres()]);
    services = await servicesApart({ directory: join(directory, 'services'), databaseUrl: postgres.url, brokers: broker.brokers });
    const { receiver, worker, operations, mllpPort } = services;
    await Promise.all([receiver, worker, operations].map((service) => service.start()));
    senders = Array.from(
      { length: CONNECTIONS },
      () => new MllpSender({ port: mllpPort, ackTimeoutMs: 10_000, giveUpAfterMs: 60_000 }),
    );

    await cutDuring(0, async () => {
      await receiver.kill();
      await receiver.start();
    });
    await cutDuring(1, async () => {
      await worker.kill();
      await worker.start();
    });
    await cutDuring(2, async () => {
      await broker.kill();
      await broker.restart();
    });
    await cutDuring(3, async () => {
      await postgres.kill();
      postgres = await startPostgres();
    });
    await eventually(isDrained, { withinMs: 60_000, orSay: () => 'not everything was announced and handled' });
    listed = await allReceptions(operations.url, services.sample.apiKey);
  }, LIMIT_MS);

  afterAll(async () => {
    for (const sender of senders ?? []) sender.hangUp();
    const { receiver, worker, operations } = services ?? {};
    await Promise.all([receiver, worker, operations].map((service) => service?.kill()));
    await Promise.all([broker?.stop(), postgres?.stop()]);
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  it('accepts every message, over connections that broke', () => {
    expect(delivered.map(({ ack }) => ack)).toEqual(Array.from({ length: MESSAGES }, () => 'AA'));
    expect(delivered.filter(({ tries }) => tries > 1).length).toBeGreaterThan(0);
  });

  it('lists each accepted message once', () => {
    const controlIds = listed.map(({ controlId }) => controlId);
    expect(controlIds.toSorted()).toEqual(delivered.map(({ controlId }) => controlId).toSorted());
    expect(new Set(listed.map(({ id }) => id)).size).toBe(MESSAGES);
  });

  it('keeps one row for each message, and makes one report of it', async () => {
    const sql = 'SELECT count(*)::int AS n, count(DISTINCT report_set_id)::int AS sets FROM result_structuring';
    expect(await rows(`${sql}.reception`)).toEqual([{ n: MESSAGES, sets: MESSAGES }]);
    expect(await rows(`${sql}.report`)).toEqual([{ n: MESSAGES, sets: MESSAGES }]);
  });

  it('sets nothing aside, and leaves no failure behind', async () => {
    const counts = await Promise.all(
      ['result_structuring', 'operations'].flatMap((schema) =>
        ['dead_letter', 'handling_failure'].map((table) => rows(`SELECT count(*)::int AS n FROM ${schema}.${table}`)),
      ),
    );
    expect(counts).toEqual(counts.map(() => [{ n: 0 }]));
  });

  it('needs no restart of what was not killed', () => {
    expect(services.operations.isRunning()).toBe(true);
    expect(services.worker.isRunning()).toBe(true);
    expect(services.receiver.isRunning()).toBe(true);
  });

  /** Sends the messages of a phase over all connections, and cuts in their middle. */
  async function cutDuring(phase: number, cut: () => Promise<void>): Promise<void> {
    const size = MESSAGES / PHASES;
    const waiting = Array.from({ length: size }, (_, index) => phase * size + index + 1);
    const work = async (sender: MllpSender) => {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
        const controlId = `KILL${number}`;
        delivered.push(await sender.deliver(controlId, oru({ controlId, fillerNumber: `261123-${number}` })));
      }
    };
    const enough = () => delivered.length >= phase * size + BEFORE_THE_CUT;
    await Promise.all([...senders.map(work), eventually(enough, { withinMs: 60_000 }).then(cut)]);
  }

  async function isDrained(): Promise<boolean> {
    const [counts] = await rows(`SELECT
      (SELECT count(*)::int FROM result_structuring.outbox WHERE published_at IS NULL) AS waiting,
      (SELECT count(*)::int FROM result_structuring.report) AS structured,
      (SELECT count(*)::int FROM operations.report WHERE status = 'STRUCTURED') AS listed`);
    return counts?.['waiting'] === 0 && counts['structured'] === MESSAGES && counts['listed'] === MESSAGES;
  }

  async function rows(sql: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }
});
