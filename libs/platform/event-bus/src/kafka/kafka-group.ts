import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin, Consumer, EachMessagePayload, Kafka } from 'kafkajs';
import type { Log } from '@segur/telemetry';
import type { EventEnvelope } from '@segur/events';
import type { Subscription } from '../event-bus.js';
import { HandlerSlots } from '../handler-slots.js';
import type { DispatcherOptions } from '../keyed-dispatcher.js';
import { AssignedPartitions, type PartitionOffset } from './assigned-partitions.js';
import { decodeRecord } from './cloud-events.js';

/** How a member of a group consumes. */
export interface KafkaGroupOptions extends Pick<DispatcherOptions, 'retryDelayMs' | 'windowEvents'> {
  readonly kafka: Kafka;
  readonly admin: Admin;
  readonly subscription: Subscription;
  readonly concurrency: number;
  readonly commitEveryMs: number;
  readonly sessionTimeoutMs: number;
  readonly log: Log;
}

/** What lives between two rebalances. */
interface Generation {
  readonly partitions: AssignedPartitions;
  /** Resolves when positions are fixed and the handlers of the generation before are done. */
  ready: Promise<void>;
  isReady: boolean;
  /** Partitions whose position we set ourselves: what the client fetched before from elsewhere is not taken. */
  readonly sought: Set<string>;
}

/** The client waits this long for a fetch to be filled; stopping and resuming wait for it too, so it is short. */
const FETCH_WAIT_MS = 250;
/** A window that is still full then is held by a refused event: its partition is paused, the others go on. */
const PATIENCE_MS = 1000;
const LAST_COMMIT_MS = 5000;
const REJOIN_MS = 1000;

/** One member of one consumer group. Joins again for ever, whatever happens to the broker. */
export class KafkaGroup {
  private consumer: Consumer;
  private generation: Generation | undefined;
  private commits: NodeJS.Timeout | undefined;
  private committing = false;
  private left: Promise<void> | undefined;
  private readonly slots: HandlerSlots;

  /** What this group takes. */
  get topics(): readonly string[] {
    return this.options.subscription.topics;
  }

  constructor(private readonly options: KafkaGroupOptions) {
    this.slots = new HandlerSlots(options.concurrency);
    this.consumer = this.createConsumer();
  }

  /** Resolves once positions are fixed: what is appended from then on is delivered. */
  async join(): Promise<void> {
    const { consumer } = this;
    const { topics, from = 'beginning' } = this.options.subscription;
    const { GROUP_JOIN, CRASH } = consumer.events;
    let joined = false;
    const first = new Promise<void>((resolve, reject) => {
      consumer.on(GROUP_JOIN, ({ payload }) => void this.onJoin(payload.memberAssignment).then(resolve));
      consumer.on(CRASH, ({ payload }) => {
        if (payload.restart || this.left) return;
        if (joined) this.rejoin();
        else reject(payload.error);
      });
    });
    first.catch(() => undefined);
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: from === 'beginning' });
    await consumer.run({ autoCommit: false, eachMessage: (message) => this.onMessage(message) });
    await first;
    joined = true;
    this.commits ??= setInterval(() => void this.commit(), this.options.commitEveryMs);
  }

  /** Waits for the handlers in flight, commits, and tells the others that they may take over. */
  leave(): Promise<void> {
    this.left ??= this.finish();
    return this.left;
  }

  private async finish(): Promise<void> {
    clearInterval(this.commits);
    await this.generation?.partitions.stop();
    this.committing = false;
    await Promise.race([this.commit(), sleep(LAST_COMMIT_MS, undefined, { ref: false })]);
    await this.consumer.disconnect();
  }

  private createConsumer(): Consumer {
    const { kafka, subscription, sessionTimeoutMs } = this.options;
    return kafka.consumer({
      groupId: subscription.group,
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: Math.floor(sessionTimeoutMs / 10),
      maxWaitTimeInMs: FETCH_WAIT_MS,
      retry: { restartOnFailure: async () => this.left === undefined },
    });
  }

  /** The client gives up on errors that it holds for final. A pod that stays up and takes nothing would be worse. */
  private rejoin(): void {
    const { group } = this.options.subscription;
    setTimeout(() => {
      if (this.left) return;
      this.consumer = this.createConsumer();
      this.join().catch((error: unknown) => {
        this.options.log.error('kafka-group-lost', { group }, error);
        this.rejoin();
      });
    }, REJOIN_MS).unref();
  }

  private async onJoin(assignment: Readonly<Record<string, number[]>>): Promise<void> {
    const { subscription, windowEvents, retryDelayMs, log } = this.options;
    const previous = this.generation;
    const generation: Generation = {
      partitions: new AssignedPartitions({
        handle: subscription.handle,
        slots: this.slots,
        ...(windowEvents !== undefined && { windowEvents }),
        ...(retryDelayMs && { retryDelayMs }),
        onRejected: ({ id, topic }, error, attempts) =>
          log.warn('event-rejected', { group: subscription.group, topic, eventId: id, attempts }, error),
      }),
      ready: Promise.resolve(),
      isReady: false,
      sought: new Set(),
    };
    this.generation = generation;
    generation.ready = this.prepare(generation, previous, assignment);
    await generation.ready;
  }

  private async prepare(generation: Generation, previous: Generation | undefined, assignment: Readonly<Record<string, number[]>>) {
    // A handler of before may still run: what it holds would be delivered again beside it, and overtaken.
    await previous?.partitions.stop();
    while (this.generation === generation && !this.left) {
      try {
        await this.fixPositions(generation, assignment);
        generation.isReady = true;
        return;
      } catch (error) {
        this.options.log.warn('kafka-positions-unknown', { group: this.options.subscription.group }, error);
        await sleep(FETCH_WAIT_MS);
      }
    }
  }

  /** Commits where a group that is new on a partition begins. Left to the client, "the end" would be wherever it is at the first fetch. */
  private async fixPositions(generation: Generation, assignment: Readonly<Record<string, number[]>>): Promise<void> {
    const { admin, subscription } = this.options;
    const topics = Object.keys(assignment);
    if (topics.length === 0) return;
    const committed = await admin.fetchOffsets({ groupId: subscription.group, topics });
    const starts: PartitionOffset[] = [];
    for (const { topic, partitions } of committed) {
      const unknown = partitions.filter(({ partition, offset }) => offset === '-1' && assignment[topic]?.includes(partition));
      if (unknown.length === 0) continue;
      const bounds = await admin.fetchTopicOffsets(topic);
      for (const { partition } of unknown) {
        const { low = '0', high = '0' } = bounds.find((each) => each.partition === partition) ?? {};
        starts.push({ topic, partition, offset: subscription.from === 'end' ? high : low });
      }
    }
    if (starts.length === 0) return;
    await this.consumer.commitOffsets(starts);
    for (const start of starts) {
      generation.sought.add(`${start.topic}/${start.partition}`);
      this.consumer.seek(start);
    }
  }

  private async onMessage({ topic, partition, message, heartbeat, pause }: EachMessagePayload): Promise<void> {
    const { generation } = this;
    if (!generation || this.left) return;
    if (!generation.isReady) {
      await beating(generation.ready, heartbeat);
      if (generation.sought.has(`${topic}/${partition}`)) return;
    }
    if (this.generation !== generation || this.left) return;
    const offset = Number(message.offset);
    const event = this.read(topic, partition, message);
    if (!event) return generation.partitions.pass(topic, partition, offset);
    const dispatcher = generation.partitions.take(topic, partition, offset, event);
    if (dispatcher.hasRoom) return;
    const room = dispatcher.whenRoom();
    if (await beating(room, heartbeat, PATIENCE_MS)) return;
    const resume = pause();
    void room.then(resume);
  }

  /** Absent: no event. It stays in the topic for whoever looks for it, and nothing waits behind it. */
  private read(topic: string, partition: number, message: EachMessagePayload['message']): EventEnvelope | undefined {
    try {
      return decodeRecord(topic, message);
    } catch (error) {
      const messageId = `${topic}/${partition}@${message.offset}`;
      this.options.log.error('event-unreadable', { group: this.options.subscription.group, topic, messageId }, error);
      return undefined;
    }
  }

  private async commit(): Promise<void> {
    const { partitions } = this.generation ?? {};
    const offsets = partitions?.moved() ?? [];
    if (this.committing || !partitions || offsets.length === 0) return;
    this.committing = true;
    try {
      await this.consumer.commitOffsets([...offsets]);
      partitions.committed(offsets);
    } catch {
      // Not committed is delivered again, no more. The next turn tries again.
      this.options.log.debug('kafka-commit-failed', { group: this.options.subscription.group });
    } finally {
      this.committing = false;
    }
  }
}

/** Waits, and keeps the member alive meanwhile. False: `limitMs` has passed first. */
async function beating(event: Promise<void>, heartbeat: () => Promise<void>, limitMs = Infinity): Promise<boolean> {
  let over = false;
  const happened = event.then(() => (over = true));
  for (let waited = 0; waited < limitMs && !over; waited += 100) {
    await Promise.race([happened, sleep(100)]);
    await heartbeat();
  }
  return over;
}
