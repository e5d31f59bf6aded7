import { Controller, Injectable, Module } from '@nestjs/common';
import type { INestMicroservice } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { RemoteUnavailable } from '@segur/errors';
import type { EventEnvelope } from '@segur/events';
import { currentTrace } from '@segur/telemetry';
import { EventBus } from '../event-bus.js';
import type { Subscription } from '../event-bus.js';
import { HandlingPolicies } from '../handling-policies.js';
import { Consumes } from './consumes.js';
import { EventBusTransport } from './event-bus-transport.js';
import { EventBusModule } from './event-bus.module.js';

const TOPIC = 'internal.spec.v1';
const event: EventEnvelope = {
  id: '019aa0c0-0000-7000-8000-000000000001',
  topic: TOPIC,
  key: 'k',
  tenantId: '1750000000',
  source: 'spec',
  occurredAt: '2026-11-23T09:30:00.000Z',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  data: 1,
};

/** Gives its subscriptions to the test. */
class FakeBus extends EventBus {
  readonly subscriptions: Subscription[] = [];
  readonly calls: string[] = [];
  async append(): Promise<void> {
    this.calls.push('append');
  }
  async subscribe(subscription: Subscription): Promise<void> {
    this.subscriptions.push(subscription);
  }
  override async stopTaking(): Promise<void> {
    this.calls.push('stopTaking');
  }
  async close(): Promise<void> {
    this.calls.push('close');
  }
  isConnected(): boolean {
    return true;
  }
  async lag(): Promise<number> {
    return 0;
  }
  async deliver(group: string, given: EventEnvelope): Promise<void> {
    await this.subscriptions.find((each) => each.group === group)?.handle(given);
  }
}

@Injectable()
class Heard {
  readonly by: { who: string; data: unknown; trace?: string | undefined }[] = [];
}

@Controller()
class FirstConsumer {
  constructor(private readonly heard: Heard) {}

  @Consumes(TOPIC, 'first')
  async onSpec(@Payload() { data }: EventEnvelope): Promise<void> {
    this.heard.by.push({ who: 'first', data, trace: currentTrace()?.traceId });
  }
}

const failure = new RemoteUnavailable('gone', { host: 'h' });

@Controller()
class SecondConsumer {
  @Consumes(TOPIC, 'second')
  async onSpec(): Promise<void> {
    throw failure;
  }
  @Consumes('internal.other.v1', 'second')
  async onOther(): Promise<void> {
    await Promise.resolve();
  }
}

describe('EventBusTransport', () => {
  let bus: FakeBus;
  let app: INestMicroservice;

  beforeEach(async () => {
    bus = new FakeBus();
    @Module({ imports: [EventBusModule.forRoot({ bus })], controllers: [FirstConsumer, SecondConsumer], providers: [Heard] })
    class Spec {}
    const testing = await Test.createTestingModule({ imports: [Spec] }).compile();
    app = testing.createNestMicroservice({ strategy: testing.get(EventBusTransport), logger: false });
    await app.listen();
  });
  afterEach(() => app.close());

  it('subscribes once for each context, with all its topics', () => {
    expect(bus.subscriptions.map(({ group, topics, from }) => ({ group, topics, from }))).toEqual([
      { group: 'first', topics: [TOPIC], from: 'beginning' },
      { group: 'second', topics: [TOPIC, 'internal.other.v1'], from: 'beginning' },
    ]);
  });

  it('runs the handler of one context and not its neighbour’s, in the trace of the event', async () => {
    await bus.deliver('first', event);
    expect(app.get(Heard, { strict: false }).by).toEqual([{ who: 'first', data: 1, trace: '4bf92f3577b34da6a3ce929d0e0e4736' }]);
  });

  it('rejects with the very error that the handler threw', async () => {
    await expect(bus.deliver('second', event)).rejects.toBe(failure);
  });

  it('hands the event to the policy of its context, which may acknowledge what the handler refuses', async () => {
    const seen: unknown[] = [];
    app.get(HandlingPolicies).register('second', {
      handle: (given, handler) => handler(given).catch((error: unknown) => void seen.push(given.id, error)),
    });
    await bus.deliver('second', event);
    expect(seen).toEqual([event.id, failure]);
  });

  it('stops taking before it closes the bus', async () => {
    await app.close();
    expect(bus.calls).toEqual(['stopTaking', 'close']);
  });

  it('refuses two handlers of one context for one topic', () => {
    const transport = new EventBusTransport(bus);
    const add = () => transport.addHandler(TOPIC, async () => Promise.resolve(null), true, { context: 'first' });
    add();
    expect(add).toThrow('two handlers');
  });

  it('refuses a handler that names no context', () => {
    expect(() => new EventBusTransport(bus).addHandler(TOPIC, async () => Promise.resolve(null), true)).toThrow('@Consumes');
  });
});
