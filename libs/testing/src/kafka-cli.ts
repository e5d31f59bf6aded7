// `npm run kafka`: a real one-node Kafka without Docker, with every topic of the platform. Ends on Ctrl-C.
import { join } from 'node:path';
import kafkajs from 'kafkajs';
import { TOPICS } from '@segur/events';
import { startKafkaBroker } from './kafka-broker.js';
import { missingForKafka, repositoryRoot } from './kafka-files.js';

const PORT = 9092;
const PARTITIONS = 6;

const missing = missingForKafka();
if (missing.length > 0) {
  console.error(`Kafka needs ${missing.join(' and ')}.`);
  process.exit(1);
}
console.log('Starting Kafka (the first time its jars are fetched)…');
const broker = await startKafkaBroker({ dataDir: join(repositoryRoot(), '.data/kafka'), port: PORT });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    console.log('Stopping Kafka…');
    void broker.stop().then(() => process.exit(0));
  });
}
await createTopics(broker.brokers);
console.log(`Kafka is ready: KAFKA_BROKERS=${broker.brokers.join(',')} (${TOPICS.length} topics; Ctrl-C ends it)`);
// The broker is no child that keeps us alive.
setInterval(() => undefined, 60_000);

async function createTopics(brokers: readonly string[]): Promise<void> {
  const { Kafka, logLevel } = kafkajs;
  const retry = { initialRetryTime: 100, maxRetryTime: 1000, retries: 30 };
  const admin = new Kafka({ brokers: [...brokers], retry, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const existing = new Set(await admin.listTopics());
  const topics = TOPICS.filter(({ name }) => !existing.has(name)).map(({ name }) => ({ topic: name, numPartitions: PARTITIONS }));
  if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true });
  await admin.disconnect();
}
