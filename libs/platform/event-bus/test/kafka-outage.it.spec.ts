import { Log } from '@segur/telemetry';
import { startKafkaBroker, whyNoBroker } from '@segur/testing';
import type { KafkaBroker } from '@segur/testing';
import { ensureTopics, EventBusUnavailable, KafkaEventBus } from '../src/index.js';
import { sendThroughOutage } from './outage.js';

const log = Log.silent();
const TOPIC = 'outage.v1';

// A broker of its own: the one that the run shares is not to be killed.
(whyNoBroker() ? describe.skip : describe)('KafkaEventBus, its broker killed (-9) and started again', () => {
  let broker: KafkaBroker;

  beforeAll(async () => {
    broker = await startKafkaBroker();
  }, 60_000);
  afterAll(() => broker.stop());

  it('loses no event, and keeps the order of each key', async () => {
    const connection = { brokers: broker.brokers, log, sessionTimeoutMs: 6000 };
    await ensureTopics(connection, [TOPIC], { partitions: 6 });
    const [producer, consumer] = await Promise.all([1, 2].map(() => KafkaEventBus.open(connection)));
    if (!producer || !consumer) throw new Error('Two buses');
    const outcome = await sendThroughOutage({
      producer,
      consumer,
      topic: TOPIC,
      events: 6000,
      kill: () => broker.kill('SIGKILL'),
      restart: () => broker.restart(),
    });
    await Promise.all([producer.close(), consumer.close()]);

    expect(outcome).toEqual({ lost: 0, disorder: 0 });
  }, 120_000);

  it('says so when no broker can be reached', async () => {
    await expect(KafkaEventBus.open({ brokers: ['127.0.0.1:1'], log, retries: 1 })).rejects.toThrow(EventBusUnavailable);
  });
});
