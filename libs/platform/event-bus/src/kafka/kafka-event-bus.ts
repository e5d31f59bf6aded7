import kafkajs, { type Admin, type Kafka, type KafkaConfig, type Producer } from 'kafkajs';
import type { EventEnvelope } from '@segur/events';
import { Log } from '@segur/telemetry';
import { EventBusUnavailable, reasonOf, TopicMissing } from '../bus-errors.js';
import { toChunks, type WrittenEvent } from '../chunks.js';
import { EventBus, type Subscription } from '../event-bus.js';
import { DEFAULT_CONCURRENCY, type DispatcherOptions } from '../keyed-dispatcher.js';
import { clientLog } from './client-log.js';
import { encodeRecord, type EventRecord } from './cloud-events.js';
import { KafkaGroup } from './kafka-group.js';
import { silenceTimeoutWarning } from './silence-timeout-warning.js';

/** How to reach Kafka. */
export interface KafkaConnection extends Pick<KafkaConfig, 'ssl' | 'sasl'> {
  readonly brokers: readonly string[];
  readonly clientId?: string;
  /** Tries of each request, 2 s apart at most. Default 60: about two minutes, so that the restart of a broker is ridden out. */
  readonly retries?: number;
  readonly log?: Log;
}

/** Settings of the bus on Kafka. */
export interface KafkaEventBusOptions extends KafkaConnection, Pick<DispatcherOptions, 'windowEvents' | 'retryDelayMs'> {
  /** Handlers of one group at the same time, over all its partitions. Default 24. */
  readonly concurrency?: number;
  /** What a crash may deliver again is what was handled in this time. Default 200 ms. */
  readonly commitEveryMs?: number;
  /** A member that died is replaced after this time. Default 30 s; a broker accepts no less than 6 s unless told. */
  readonly sessionTimeoutMs?: number;
  /** Labelled experimental by the client; spares duplicates when an answer of the broker is lost. Default false: the inbox absorbs them. */
  readonly idempotent?: boolean;
}

/** A request to the broker holds no more than this, so that its record batches stay under `message.max.bytes`. */
const CHUNK = { events: 500, bytes: 900_000 };
const PROBE_MS = 2000;

/** Opens the client, with our log and our patience. */
export function openKafka({ brokers, clientId = 'segur', ssl, sasl, retries = 60, log = Log.open() }: KafkaConnection): Kafka {
  silenceTimeoutWarning();
  return new kafkajs.Kafka({
    brokers: [...brokers],
    clientId,
    ...(ssl !== undefined && { ssl }),
    ...(sasl && { sasl }),
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: clientLog(log),
  });
}

/**
 * The event log on Apache Kafka, for services apart. One consumer group for each bounded context, offsets committed by hand once
 * everything below is handled.
 */
export class KafkaEventBus extends EventBus {
  private readonly groups = new Map<string, KafkaGroup>();
  private readonly producer: Producer;
  private readonly admin: Admin;
  private readonly probe: Admin;
  private probes: NodeJS.Timeout | undefined;
  private connected = false;
  private closing = false;
  private isAsking = false;

  private constructor(
    private readonly kafka: Kafka,
    private readonly options: KafkaEventBusOptions,
  ) {
    super();
    this.producer = kafka.producer({
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      maxInFlightRequests: 1,
      idempotent: options.idempotent ?? false,
    });
    this.admin = kafka.admin();
    this.probe = kafka.admin({ retry: { retries: 0 } });
  }

  /** @throws {EventBusUnavailable} No broker can be reached, after all tries. */
  static async open(options: KafkaEventBusOptions): Promise<KafkaEventBus> {
    const bus = new KafkaEventBus(openKafka(options), options);
    await available(Promise.all([bus.producer.connect(), bus.admin.connect(), bus.probe.connect()]));
    bus.connected = true;
    bus.probes = setInterval(() => void bus.look(), PROBE_MS).unref();
    return bus;
  }

  /**
   * Waits out the restart of a broker.
   *
   * @throws {EventTooLarge} Nothing was appended.
   * @throws {EventBusUnavailable} Some of the events may have been appended.
   */
  async append(events: readonly EventEnvelope[]): Promise<void> {
    for (const chunk of toChunks(events, ({ data }) => JSON.stringify(data), CHUNK)) {
      await available(this.producer.sendBatch({ acks: -1, topicMessages: toTopicMessages(chunk) }));
      this.connected = true;
    }
  }

  /** @throws {TopicMissing} A topic was never created: `ensureTopics`. */
  async subscribe(subscription: Subscription): Promise<void> {
    const { group, topics } = subscription;
    if (this.groups.has(group)) throw new Error(`Group ${group} is already subscribed on this bus`);
    const existing = await available(this.admin.listTopics());
    const missing = topics.filter((topic) => !existing.includes(topic));
    if (missing.length > 0) throw new TopicMissing('Topics were not created', { topics: missing.join(',') });
    const { concurrency = DEFAULT_CONCURRENCY, commitEveryMs = 200, sessionTimeoutMs = 30_000, log = Log.open() } = this.options;
    const { windowEvents, retryDelayMs } = this.options;
    const member = new KafkaGroup({
      kafka: this.kafka,
      admin: this.admin,
      subscription,
      concurrency,
      commitEveryMs,
      sessionTimeoutMs,
      log,
      ...(windowEvents !== undefined && { windowEvents }),
      ...(retryDelayMs && { retryDelayMs }),
    });
    this.groups.set(group, member);
    try {
      await available(member.join());
    } catch (error) {
      this.groups.delete(group);
      await member.leave();
      throw error;
    }
  }

  override async stopTaking(): Promise<void> {
    await Promise.all([...this.groups.values()].map((group) => group.leave()));
  }

  async close(): Promise<void> {
    if (this.closing) return;
    this.closing = true;
    clearInterval(this.probes);
    await this.stopTaking();
    await Promise.all([this.producer.disconnect(), this.admin.disconnect(), this.probe.disconnect()]);
    this.connected = false;
  }

  isConnected(): boolean {
    return this.connected;
  }

  async lag(group: string): Promise<number> {
    const topics = this.groups.get(group)?.topics ?? [];
    const committed = await available(this.admin.fetchOffsets({ groupId: group, topics: [...topics] }));
    const behind = await Promise.all(
      committed.map(async ({ topic, partitions }) => {
        const ends = await available(this.admin.fetchTopicOffsets(topic));
        return ends.reduce(
          (sum, { partition, high, low }) => sum + lagOf(partitions.find((own) => own.partition === partition)?.offset, high, low),
          0,
        );
      }),
    );
    return behind.reduce((sum, lag) => sum + lag, 0);
  }

  /**
   * The client tells nobody that a broker is gone: it tries again, for as long as it takes. So we ask it something, and a question
   * that is still open when the next is due says enough.
   */
  private async look(): Promise<void> {
    if (this.isAsking) {
      this.connected = false;
      return;
    }
    this.isAsking = true;
    const answered = await this.probe.describeCluster().then(
      () => true,
      () => false,
    );
    this.isAsking = false;
    this.connected = answered && !this.closing;
  }
}

/** One entry for each topic; the order within a topic is the order given. */
function toTopicMessages(chunk: readonly WrittenEvent[]) {
  const byTopic = new Map<string, EventRecord[]>();
  for (const { event, json } of chunk) {
    const messages = byTopic.get(event.topic) ?? [];
    byTopic.set(event.topic, messages);
    messages.push(encodeRecord(event, json));
  }
  return [...byTopic].map(([topic, messages]) => ({ topic, messages }));
}

/** A group that has committed nothing of a partition has offset -1, and begins at the lowest there is. */
function lagOf(offset: string | undefined, high: string, low: string): number {
  const next = offset === undefined || offset === '-1' ? Number(low) : Number(offset);
  return Math.max(0, Number(high) - next);
}

async function available<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new EventBusUnavailable('Kafka did not answer', { reason: reasonOf(error) }, { cause: error });
  }
}
