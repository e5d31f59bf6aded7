import { randomUUID } from 'node:crypto';
import kafkajs from 'kafkajs';
import { Log } from '@segur/telemetry';
import { eventually, kafkaForTests } from '@segur/testing';
import { anEvent, eventBusContract } from '../src/event-bus.contract.js';
import { ensureTopics, KafkaEventBus, TopicMissing } from '../src/index.js';
import type { KafkaEventBusOptions } from '../src/index.js';
import { startMember } from './member-process.js';

const kafka = await kafkaForTests();
const brokers = kafka?.brokers ?? [];
const run = randomUUID().slice(0, 8);
const TOPICS = [`contract-${run}.v1`, `contract-other-${run}.v1`] as const;
const log = Log.silent();
// The least a broker accepts, so that a dead member is replaced while one waits.
const sessionTimeoutMs = 6000;

(kafka ? describe : describe.skip)('KafkaEventBus', () => {
  const open = (options: Partial<KafkaEventBusOptions> = {}) => KafkaEventBus.open({ brokers, log, sessionTimeoutMs, ...options });

  beforeAll(() => ensureTopics({ brokers, log }, TOPICS, { partitions: 6 }));

  describe('keeps the contract', () => {
    eventBusContract({
      topics: TOPICS,
      open,
      startMember: (group, topics) => startMember({ kafka: { brokers, sessionTimeoutMs }, group, topics }),
    });
  });

  it('creates only the topics that are missing', async () => {
    await ensureTopics({ brokers, log }, [TOPICS[0], `ensured-${run}.v1`], { partitions: 3 });
    const admin = new kafkajs.Kafka({ brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING }).admin();
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata({ topics: [TOPICS[0], `ensured-${run}.v1`] });
    await admin.disconnect();

    const layout = Object.fromEntries(topics.map(({ name, partitions }) => [name, partitions.length]));
    expect(layout).toEqual({ [TOPICS[0]]: 6, [`ensured-${run}.v1`]: 3 });
  });

  it('refuses to subscribe to a topic that nobody created', async () => {
    const bus = await open();
    await expect(bus.subscribe({ group: 'g', topics: ['absent.v1'], handle: async () => undefined })).rejects.toThrow(TopicMissing);
    await bus.close();
  });

  it('passes a record that is no event, and goes on behind it', async () => {
    const [topic] = TOPICS;
    const received: unknown[] = [];
    const bus = await open();
    await bus.subscribe({
      group: randomUUID(),
      topics: [topic],
      from: 'end',
      handle: async ({ data }) => void received.push(data),
    });
    const stranger = new kafkajs.Kafka({ brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING }).producer({
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    });
    await stranger.connect();
    await stranger.send({ topic, messages: [{ key: 'same', value: 'no event' }] });
    await stranger.disconnect();
    await bus.append([anEvent(topic, 'same', 'event')]);
    await eventually(() => received.length > 0);
    await bus.close();

    expect(received).toEqual(['event']);
  });

  it('leaves the other partitions alone when a refused key fills the window of its own', async () => {
    const [topic] = TOPICS;
    const poison = randomUUID();
    const others = new Set<unknown>();
    const bus = await open({ windowEvents: 4, retryDelayMs: () => 10 });
    await bus.subscribe({
      group: randomUUID(),
      topics: [topic],
      from: 'end',
      handle: async ({ key, data }) => {
        if (key === poison) throw new Error('never');
        others.add(data);
      },
    });
    await bus.append(Array.from({ length: 10 }, (_, n) => anEvent(topic, poison, n)));
    // Far more keys than partitions; those of the poison's own partition wait, the others must not.
    await bus.append(Array.from({ length: 60 }, (_, n) => anEvent(topic, randomUUID(), n)));
    await eventually(() => others.size >= 30);
    await bus.close();
  });
});
