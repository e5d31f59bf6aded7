import { openKafka, type KafkaConnection } from './kafka-event-bus.js';

/** How topics are laid out. Only the deployment decides: keys move when the number of partitions changes. */
export interface TopicLayout {
  readonly partitions: number;
  /** Default 1, which loses events with a disk; production says 3. */
  readonly replicationFactor?: number;
}

/** Creates the topics that do not exist, and waits until they can be written to. Existing ones are left as they are. */
export async function ensureTopics(connection: KafkaConnection, topics: readonly string[], layout: TopicLayout): Promise<void> {
  const admin = openKafka(connection).admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !existing.has(topic));
    if (missing.length === 0) return;
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((topic) => ({
        topic,
        numPartitions: layout.partitions,
        replicationFactor: layout.replicationFactor ?? 1,
      })),
    });
  } finally {
    await admin.disconnect();
  }
}
