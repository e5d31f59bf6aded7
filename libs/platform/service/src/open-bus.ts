import { ensureTopics, KafkaEventBus, PostgresEventBus, type EventBus } from '@segur/event-bus';
import { TOPICS } from '@segur/events';
import type { Log } from '@segur/telemetry';

/** Where the event log is. */
export interface BusPlace {
  /** Kafka, when there is one. */
  readonly brokers: readonly string[];
  /** Else this database. */
  readonly databaseUrl: string;
  readonly clientId: string;
  /** On Kafka: a member that died is replaced after this time. */
  readonly sessionTimeoutMs: number;
  readonly log: Log;
}

/**
 * Opens the event log that the settings name.
 *
 * Topics that are missing on Kafka are created with the defaults of `deploy/kafka/topics.yaml`; existing ones are left as they are.
 *
 * @throws {EventBusUnavailable} Nobody answers there.
 */
export async function openBus({ brokers, databaseUrl, clientId, sessionTimeoutMs, log }: BusPlace): Promise<EventBus> {
  if (brokers.length === 0) return PostgresEventBus.open({ databaseUrl, log });
  const connection = { brokers, clientId, log };
  await ensureTopics(
    connection,
    TOPICS.map(({ name }) => name),
    { partitions: 6 },
  );
  return KafkaEventBus.open({ ...connection, sessionTimeoutMs });
}
