import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@segur/persistence';
import { eventually, glucose, oru, startKafkaBroker, whyNoBroker, type KafkaBroker } from '@segur/testing';
import { rowsOf } from '../behind-the-doors.js';
import { freePorts } from './free-ports.js';
import { MllpSender, type Delivered } from './mllp-sender.js';
import { startWholePlatform, type WholePlatform } from './whole-platform.js';

const REPORTS = 1000;
/** Every 25th report is corrected, every 40th withdrawn, at once: some while their first version is still on its way. */
const CORRECTED_EVERY = 25;
const WITHDRAWN_EVERY = 40;
const CONNECTIONS = 4;
const MINUTES = 60_000;

const corrected = (number: number) => number % CORRECTED_EVERY === 7;
const withdrawn = (number: number) => number % WITHDRAWN_EVERY === 13 && !corrected(number);
const numbers = Array.from({ length: REPORTS }, (_, index) => index + 1);

describe.each([
  { profile: 'in one process, its event log in PostgreSQL', apart: false },
  { profile: 'as services apart on Kafka', apart: true },
])('1 000 reports $profile, while every piece is killed (-9) again and again', ({ apart }) => {
  const lacking = apart ? whyNoBroker() : undefined;
  (lacking ? describe.skip : describe)(lacking ?? 'after the last of them', () => tellTheStory(apart));
});

function tellTheStory(apart: boolean): void {
  const acknowledged: Delivered[] = [];
  const kills: string[] = [];
  let directory: string;
  let broker: KafkaBroker | undefined;
  let postgres: EmbeddedPostgres;
  let startPostgres: () => Promise<EmbeddedPostgres>;
  let platform: WholePlatform;
  let senders: readonly MllpSender[] = [];
  const rows = (sql: string) => rowsOf(postgres.url, sql);
  const count = async (sql: string) => Number((await rows(`SELECT count(*) AS n FROM ${sql}`))[0]?.['n']);

  beforeAll(async () => {
    directory = mkdtempSync(join(process.env['TEST_RUN_DIR'] ?? tmpdir(), 'endurance-'));
    chmodSync(directory, 0o711);
    const [port = 0] = await freePorts(1);
    startPostgres = () => startEmbeddedPostgres({ dataDir: join(directory, 'postgres'), port });
    [broker, postgres] = await Promise.all([apart ? startKafkaBroker() : undefined, startPostgres()]);
    const ground = { directory: join(directory, 'services'), databaseUrl: postgres.url, brokers: broker?.brokers ?? [] };
    platform = await startWholePlatform(ground);
    senders = Array.from(
      { length: CONNECTIONS },
      () => new MllpSender({ port: platform.mllpPort, ackTimeoutMs: 20_000, giveUpAfterMs: 3 * MINUTES }),
    );
    await Promise.all([sendAll(), killAll()]);
    await eventually(isAtRest, { withinMs: 10 * MINUTES, orSay: () => `still in progress: ${JSON.stringify(unrest)}` });
  }, 20 * MINUTES);

  afterAll(async () => {
    for (const sender of senders) sender.hangUp();
    await Promise.all([...(platform?.services ?? []).map(([, process]) => process.kill()), platform?.witness.kill()]);
    await Promise.all([broker?.stop(), postgres?.stop()]);
    rmSync(directory, { recursive: true, force: true });
  }, 2 * MINUTES);

  it('accepts every message', () => {
    expect(acknowledged.filter(({ ack }) => ack !== 'AA')).toEqual([]);
    expect(new Set(acknowledged.map(({ controlId }) => controlId)).size).toBe(REPORTS + numbers.filter(corrected).length);
  });

  it('shows each report once in the DMP, in its last version, and no report that was withdrawn', async () => {
    const documents = await platform.sandbox.allDocuments();
    const made = new Set((await rows('SELECT document_id AS id FROM result_structuring.document')).map(({ id }) => String(id)));
    // Each submission also brings the signature of its lot.
    const reports = documents.filter(({ uniqueId }) => made.has(uniqueId));
    const approved = reports.filter(({ status }) => status === 'Approved').map(({ uniqueId }) => uniqueId);
    const last = await rows(`
      SELECT DISTINCT ON (r.report_set_id) d.document_id AS id FROM result_structuring.report r
      JOIN result_structuring.document d USING (tenant_id, report_set_id, revision)
      WHERE NOT EXISTS (SELECT FROM result_structuring.report w WHERE w.report_set_id = r.report_set_id AND w.state = 'WITHDRAWN')
      ORDER BY r.report_set_id, r.revision DESC`);

    expect(new Set(documents.map(({ uniqueId }) => uniqueId)).size).toBe(documents.length);
    expect(documents.length - reports.length).toBe(reports.length);
    expect(approved.toSorted()).toEqual(last.map(({ id }) => String(id)).toSorted());
    expect(approved).toHaveLength(REPORTS - numbers.filter(withdrawn).length);
  });

  it('hands each mail over, and none twice but those whose answer a killed process took with it', async () => {
    const mails = await platform.sandbox.allMails();
    const byMessageId = Map.groupBy(mails, ({ messageId }) => messageId);
    const accepted = await rows(`SELECT message_id AS id FROM secure_messaging.dispatch WHERE mime_sha256 IS NOT NULL`);
    const twice = [...byMessageId.values()].filter(({ length }) => length > 1).length;
    // SMTP has no way to ask whether a mail arrived. A second one has the same Message-ID and bytes, and a mailbox shows both as one.
    console.log(`Mails: ${mails.length}, Message-IDs: ${byMessageId.size}, handed over twice: ${twice}, kills: ${kills.length}`);

    expect(accepted.filter(({ id }) => !byMessageId.has(String(id)))).toEqual([]);
    expect(accepted.length).toBeGreaterThanOrEqual(
      2 * (REPORTS - numbers.filter(withdrawn).length - numbers.filter(corrected).length),
    );
    // At most what one process had on its connections, each time that a process, or what it writes to, was killed.
    expect(twice).toBeLessThanOrEqual(16 * kills.length);
  });

  it('leaves nothing in progress, unannounced or set aside', async () => {
    for (const schema of [
      'order_intake',
      'result_structuring',
      'loinc_transcoding',
      'dmp_feeding',
      'secure_messaging',
      'operations',
    ]) {
      expect(await rows(`SELECT * FROM ${schema}.dead_letter`)).toEqual([]);
    }
    expect(
      await rows(`SELECT state, count(*) FROM dmp_feeding.submission WHERE state IN ('FAILED', 'REJECTED') GROUP BY 1`),
    ).toEqual([]);
    expect(
      await rows(`SELECT state, count(*) FROM secure_messaging.dispatch WHERE state IN ('FAILED', 'REJECTED') GROUP BY 1`),
    ).toEqual([]);
    expect(await count(`operations.report`)).toBe(REPORTS);
  });

  async function sendAll(): Promise<void> {
    const waiting = [...numbers];
    const work = async (sender: MllpSender) => {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) await report(sender, number);
    };
    await Promise.all(senders.map(work));
  }

  async function report(sender: MllpSender, number: number): Promise<void> {
    const fillerNumber = `261124-${number}`;
    const controlId = `FLOW${number}`;
    acknowledged.push(await sender.deliver(controlId, oru({ controlId, fillerNumber })));
    if (corrected(number)) {
      const results = glucose.results.map((result) => ({ ...result, value: '6,66' }));
      const again = oru({ controlId: `${controlId}C`, fillerNumber, exams: [{ ...glucose, results }] });
      acknowledged.push(await sender.deliver(`${controlId}C`, again));
    }
    if (withdrawn(number)) await withdraw(fillerNumber);
  }

  /** As a laboratory's software does: again, until it is taken. The report is not known before it was structured. */
  async function withdraw(fillerNumber: string): Promise<void> {
    const { apiKey } = platform.sample;
    await eventually(
      async () => {
        const [known] = await rows(
          `SELECT report_set_id AS id FROM result_structuring.report WHERE filler_number = '${fillerNumber}'`,
        ).catch(() => []);
        if (!known) return false;
        const answer = await fetch(`${platform.resultsUrl}/api/v1/reports/${String(known['id'])}/withdrawal`, {
          method: 'POST',
          headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
          body: JSON.stringify({ reason: 'sent-in-error' }),
        }).catch(() => undefined);
        return answer?.ok === true;
      },
      { withinMs: 3 * MINUTES },
    );
  }

  /** Kills one piece after the other, each when its share of the reports is in, and starts it again. */
  async function killAll(): Promise<void> {
    const cuts: (readonly [name: string, cut: () => Promise<void>])[] = [
      ...platform.services.map(([name, process]) => [name, () => process.kill().then(() => process.start())] as const),
      [
        'postgres',
        async () => {
          await postgres.kill();
          postgres = await startPostgres();
        },
      ],
      ...(broker ? [['kafka', () => broker?.kill().then(() => broker?.restart()) ?? Promise.resolve()] as const] : []),
    ];
    const all = Array.from({ length: apart ? 2 : 4 }, () => cuts).flat();
    for (const [index, [name, cut]] of all.entries()) {
      const due = ((index + 0.5) * REPORTS) / all.length;
      await eventually(() => acknowledged.length >= due, { withinMs: 5 * MINUTES });
      kills.push(name);
      await cut();
    }
  }

  let unrest: unknown;
  async function isAtRest(): Promise<boolean> {
    await sleep(1000);
    const resting = `('ACCEPTED', 'REJECTED', 'NOT_ELIGIBLE', 'FAILED', 'WITHDRAWN')`;
    const open = await Promise.all([
      count(`result_structuring.reception`).then((n) => REPORTS + numbers.filter(corrected).length - n),
      count(`operations.report r WHERE status NOT IN ('VALIDATED', 'REFUSED') AND NOT EXISTS (
        SELECT FROM operations.withdrawal w WHERE w.report_set_id = r.report_set_id AND w.revision >= r.revision)`),
      ...['dmp_feeding.submission', 'secure_messaging.dispatch'].map((table) => count(`${table} WHERE state NOT IN ${resting}`)),
      ...['dmp_feeding', 'secure_messaging'].map((schema) => count(`${schema}.attempt WHERE finished_at IS NULL`)),
      ...['order_intake', 'result_structuring', 'loinc_transcoding', 'dmp_feeding', 'secure_messaging'].map((schema) =>
        count(`${schema}.outbox WHERE published_at IS NULL`),
      ),
      count('operations.report').then((n) => REPORTS - n),
    ]);
    unrest = open;
    // Between two contexts an event is in the log alone: rest must last.
    return open.every((n) => n === 0) && (await lasts());
  }

  async function lasts(): Promise<boolean> {
    const known = async () => [
      await count('dmp_feeding.submission'),
      await count('secure_messaging.dispatch'),
      await count('operations.delivery'),
    ];
    const before = await known();
    await sleep(5000);
    return JSON.stringify(before) === JSON.stringify(await known());
  }
}
