import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startKafkaBroker } from './kafka-broker.js';
import { missingForKafka } from './kafka-files.js';

/** The Kafka of this test run. */
export interface KafkaForTests {
  readonly brokers: readonly string[];
}

/**
 * Finds the Kafka for a test: `KAFKA_BROKERS`, else one local JVM shared by the whole run and started when the first test asks.
 *
 * @returns Absent when this machine can have none: the test is to be skipped, by name.
 * @throws {Error} The same, in CI.
 */
export async function kafkaForTests(): Promise<KafkaForTests | undefined> {
  const given = process.env['KAFKA_BROKERS'];
  if (given) return { brokers: given.split(',') };
  if (!whyNoBroker()) return { brokers: await sharedBroker() };
  return undefined;
}

/**
 * Says, loudly, why a test cannot start a broker of its own (`startKafkaBroker`); absent when it can.
 *
 * @throws {Error} It cannot, in CI.
 */
export function whyNoBroker(): string | undefined {
  const missing = missingForKafka();
  if (missing.length === 0) return undefined;
  const explanation = `No Kafka for the tests: set KAFKA_BROKERS, or install ${missing.join(' and ')}.`;
  if (process.env['CI'] === 'true') throw new Error(explanation);
  process.stderr.write(`\n*** ${explanation}\n*** Tests over Kafka are SKIPPED.\n\n`);
  return explanation;
}

/** Test files run in several processes, which come and go: the first one starts the broker, and the run owns it. */
async function sharedBroker(): Promise<readonly string[]> {
  const runDir = process.env['TEST_RUN_DIR'] ?? tmpdir();
  const ownerPid = Number(process.env['TEST_RUN_PID'] ?? process.pid);
  const address = join(runDir, `kafka-${ownerPid}.json`);
  const lock = `${address}.lock`;
  for (;;) {
    const known = await readFile(address, 'utf8').catch(() => undefined);
    if (known) return JSON.parse(known) as string[];
    const mine = await open(lock, 'wx').catch(() => undefined);
    if (!mine) {
      await sleep(100);
      if (!isAlive(Number(await readFile(lock, 'utf8').catch(() => process.pid)))) await rm(lock, { force: true });
      continue;
    }
    try {
      await mine.writeFile(`${process.pid}`);
      await mine.close();
      const started = await readFile(address, 'utf8').catch(() => undefined);
      if (started) return JSON.parse(started) as string[];
      const { brokers, pid } = await startKafkaBroker({ ownerPid, dataDir: join(runDir, `kafka-${ownerPid}`) });
      await writeFile(join(runDir, 'kafka.pid'), `${pid}`);
      await writeFile(address, JSON.stringify(brokers));
      return brokers;
    } finally {
      await rm(lock, { force: true });
    }
  }
}

/** A worker may have died while it started the broker. */
function isAlive(pid: number): boolean {
  try {
    return pid === 0 || process.kill(pid, 0);
  } catch {
    return false;
  }
}
