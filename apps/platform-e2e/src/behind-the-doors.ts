import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@segur/testing';
import kafkajs from 'kafkajs';
import pg from 'pg';
import type { PlatformUnderTest } from './platform-under-test.js';

/** Runs one statement as the database's superuser, whom row-level security does not hold. */
export async function rowsOf(databaseUrl: string, sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

type Row = Readonly<Record<string, unknown>>;

/** Every row of every table as text, by table. The document store is left out: it is the place where patients may be, encrypted. */
export async function textOfTables(databaseUrl: string): Promise<ReadonlyMap<string, string>> {
  const tables = await rowsOf(
    databaseUrl,
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema', 'document_store')`,
  );
  const texts = new Map<string, string>();
  for (const name of tables.map((table) => String(table['name']))) {
    const rows = await rowsOf(databaseUrl, `SELECT t::text AS row FROM ${name} AS t`);
    texts.set(`table ${name}`, rows.map(({ row }) => String(row)).join('\n'));
  }
  return texts;
}

/** Every event of every topic, with key and headers, by topic. */
export async function textOfTopics(brokers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  if (brokers.length === 0) return texts;
  const kafka = new kafkajs.Kafka({ brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => !topic.startsWith('__'));
  let awaited = 0;
  for (const topic of topics) {
    texts.set(`topic ${topic}`, '');
    for (const { high, low } of await admin.fetchTopicOffsets(topic)) awaited += Number(high) - Number(low);
  }
  await admin.disconnect();

  const consumer = kafka.consumer({ groupId: `reader-${process.pid}` });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  let read = 0;
  await consumer.run({
    eachMessage: async ({ topic, message: { key, value, headers } }) => {
      const said = Object.values(headers ?? {}).map(String);
      texts.set(`topic ${topic}`, `${texts.get(`topic ${topic}`)}\n${String(key)} ${said.join(' ')} ${String(value)}`);
      read += 1;
    },
  });
  await eventually(() => read >= awaited, { withinMs: 60_000, orSay: () => `${read} of ${awaited} events were read` });
  await consumer.disconnect();
  return texts;
}

/** What the processes count, one exposition each. */
export async function textOfMetrics({ url }: PlatformUnderTest): Promise<string> {
  const own = await (await fetch(`${url}/metrics`)).text();
  // The front door of the services apart names where each of them counts.
  const others = [...own.matchAll(/^# [\w-]+: (http\S+)$/gm)].map(([, address = '']) => address);
  const texts = await Promise.all(others.map(async (address) => (await fetch(address)).text()));
  return [own, ...texts].join('\n');
}

/** The log files that PostgreSQL and Kafka keep beside their data, by file. */
export function textOfLogFiles(directory: string): ReadonlyMap<string, string> {
  const names = [...readdirSync(directory), 'kafka/broker.log'].filter((name) => name.endsWith('.log'));
  return new Map(
    names.filter((name) => existsSync(join(directory, name))).map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
  );
}
