import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEnvelope } from '@segur/events';
import { eventually } from '@segur/testing';
import { EventTooLarge } from './bus-errors.js';
import type { EventBus, Subscription } from './event-bus.js';
import type { DispatcherOptions } from './keyed-dispatcher.js';

/** A member of a group in a process of its own, so that it can die. It never ends the handling of data that begins with `stuck`. */
export interface MemberProcess {
  /** The data of what it was given. */
  readonly given: readonly unknown[];
  /** SIGKILL: no goodbye to the log. */
  kill(): Promise<void>;
}

/** What the contract needs of an adapter. */
export interface BusHarness {
  readonly topics: readonly [string, string];
  open(options?: Pick<DispatcherOptions, 'windowEvents' | 'retryDelayMs'>): Promise<EventBus>;
  startMember(group: string, topics: readonly string[]): Promise<MemberProcess>;
}

/** An event of the contract. */
export function anEvent(topic: string, key: string, data: unknown): EventEnvelope {
  return { id: randomUUID(), topic, key, tenantId: '1750000000', source: 'contract', occurredAt: '2026-11-23T09:30:00.000Z', data };
}

/** What every `EventBus` adapter promises. Each adapter's spec calls this with its own harness. */
export function eventBusContract(harness: BusHarness): void {
  const [topic, otherTopic] = harness.topics;
  let received: unknown[];
  let group: string;
  let mine: string;
  let opened: EventBus[];

  const open = async (options?: Parameters<BusHarness['open']>[0]): Promise<EventBus> => {
    const bus = await harness.open({ retryDelayMs: () => 10, ...options });
    opened.push(bus);
    return bus;
  };
  const send = (bus: EventBus, ...data: readonly unknown[]) => bus.append(data.map((each) => anEvent(topic, mine, each)));
  /** Subscribes to `topic` from the end; keeps the data of this test's own key unless told otherwise. */
  const take = (bus: EventBus, subscription: Partial<Subscription> = {}) =>
    bus.subscribe({
      group,
      topics: [topic],
      from: 'end',
      handle: async ({ key, data }) => void (key === mine && received.push(data)),
      ...subscription,
    });
  const count = (n: number) => eventually(() => received.length >= n, { orSay: () => `${received.length} of ${n} received` });

  beforeEach(() => {
    received = [];
    opened = [];
    group = `contract-${randomUUID()}`;
    mine = randomUUID();
  });
  afterEach(async () => {
    await Promise.all(opened.map((bus) => bus.close()));
  });

  it('delivers an event as it was appended', async () => {
    const bus = await open();
    const whole = {
      ...anEvent(topic, mine, { text: 'é "\\ \u2028 \n', none: null, deep: [[1.5]] }),
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      causationId: randomUUID(),
    };
    await take(bus, { handle: async (event) => void received.push(event) });
    await bus.append([whole]);
    await count(1);

    expect(received).toEqual([whole]);
  });

  it('delivers the events of one key in order, whatever goes on beside it', async () => {
    const bus = await open();
    const keys = Array.from({ length: 12 }, () => randomUUID());
    const byKey = new Map<string, unknown[]>(keys.map((key) => [key, []]));
    await take(bus, {
      handle: async ({ key, data }) => {
        await sleep(Number(data) % 3);
        byKey.get(key)?.push(data);
        received.push(data);
      },
    });
    for (let n = 0; n < 20; n += 5)
      await bus.append([0, 1, 2, 3, 4].flatMap((more) => keys.map((key) => anEvent(topic, key, n + more))));
    await count(240);

    const ordered = Array.from({ length: 20 }, (_, n) => n);
    expect([...byKey.values()]).toEqual(keys.map(() => ordered));
  });

  it('delivers the topics that were asked for, and no other', async () => {
    const bus = await open();
    await take(bus, { topics: [otherTopic] });
    await bus.append([anEvent(topic, mine, 'here'), anEvent(otherTopic, mine, 'there'), anEvent(topic, mine, 'here')]);
    await count(1);
    await bus.append([anEvent(otherTopic, mine, 'there too')]);
    await count(2);

    expect(received).toEqual(['there', 'there too']);
  });

  it('delivers again what a handler refused, before what follows it', async () => {
    const bus = await open();
    let refusals = 3;
    await take(bus, {
      handle: async ({ data }) => {
        if (data === 1 && refusals-- > 0) throw new Error('not now');
        received.push(data);
      },
    });
    await send(bus, 1, 2, 3);
    await count(3);

    expect(received).toEqual([1, 2, 3]);
  });

  it('lets a poison event stop its key and no other', async () => {
    const bus = await open();
    const poison = randomUUID();
    await take(bus, {
      handle: async ({ key, data }) => {
        if (key === poison) throw new Error('never');
        received.push(data);
      },
    });
    // More keys than partitions: some share the poison's own.
    const keys = Array.from({ length: 24 }, () => randomUUID());
    await bus.append([anEvent(topic, poison, 'poison'), ...keys.map((key, n) => anEvent(topic, key, n))]);
    await count(24);
    await bus.append(keys.map((key, n) => anEvent(topic, key, 24 + n)));
    await count(48);

    expect(new Set(received)).toEqual(new Set(Array.from({ length: 48 }, (_, n) => n)));
  });

  it('goes on in order after a refused key has filled its window', async () => {
    const bus = await open({ windowEvents: 4 });
    let isRefused = true;
    let refusals = 0;
    await take(bus, {
      handle: async ({ key, data }) => {
        if (key !== mine) return;
        refusals += 1;
        if (isRefused) throw new Error('not now');
        received.push(data);
      },
    });
    const data = Array.from({ length: 30 }, (_, n) => n);
    await send(bus, ...data);
    // Long enough for a reader to find its window full.
    await sleep(1500);
    expect({ received, refused: refusals > 0 }).toEqual({ received: [], refused: true });
    isRefused = false;
    await count(30);

    expect(received).toEqual(data);
  });

  it('gives each group its own copy', async () => {
    const bus = await open();
    const keep =
      (name: string) =>
      async ({ key }: EventEnvelope) =>
        void (key === mine && received.push(name));
    await Promise.all([take(bus, { handle: keep('first') }), take(bus, { group: `${group}-other`, handle: keep('second') })]);
    await send(bus, 1);
    await count(2);

    expect([...received].sort()).toEqual(['first', 'second']);
  });

  it('tells how many events a group has not handled yet', async () => {
    const bus = await open();
    let pass = (): void => undefined;
    const gate = new Promise<void>((opened) => (pass = opened));
    await take(bus, {
      handle: async ({ key }) => {
        if (key !== mine) return;
        await gate;
        received.push(key);
      },
    });
    await send(bus, 1, 2, 3);
    await eventually(async () => (await bus.lag(group)) === 3);
    pass();
    await count(3);
    await eventually(async () => (await bus.lag(group)) === 0);
  });

  it('resumes where it stopped', async () => {
    const [first, sender] = await Promise.all([open(), open()]);
    await take(first);
    await send(sender, 1, 2);
    await count(2);
    await first.close();
    await send(sender, 3, 4);
    await take(await open());
    await count(4);

    expect(received).toEqual([1, 2, 3, 4]);
  });

  it('starts a new group at the beginning when asked', async () => {
    const bus = await open();
    await send(bus, 1, 2);
    await take(bus, { from: 'beginning' });
    await send(bus, 3);
    await count(3);

    expect(received).toEqual([1, 2, 3]);
  });

  it('starts a new group at the end when asked, and takes all that is appended once it has subscribed', async () => {
    const bus = await open();
    await send(bus, 'before');
    await take(bus);
    await send(bus, 'after');
    await count(1);

    expect(received).toEqual(['after']);
  });

  it('knows a group that has never been given anything', async () => {
    const [first, sender] = await Promise.all([open(), open()]);
    await take(first);
    await first.close();
    await send(sender, 'meanwhile');
    await take(await open());
    await count(1);

    expect(received).toEqual(['meanwhile']);
  });

  it('refuses a second subscription of one group', async () => {
    const bus = await open();
    await take(bus);
    await expect(take(bus)).rejects.toThrow('already subscribed');
  });

  it('shares a group between two members, and takes over what a dead one had not handled', async () => {
    const bus = await open();
    const member = await harness.startMember(group, [topic]);
    await take(bus, { handle: async ({ data }) => void received.push(data) });
    const keys = Array.from({ length: 24 }, () => randomUUID());
    const round = async (name: string) => {
      await bus.append(keys.map((key, n) => anEvent(topic, key, `${name}-${n}`)));
      return keys.map((_, n) => `${name}-${n}`);
    };
    const seen = (names: readonly string[]) => {
      const all = new Set([...received, ...member.given]);
      return names.every((name) => all.has(name));
    };
    const together = await round('together');
    await eventually(() => seen(together));
    // One of these lands where the other process is the member in charge, and is never acknowledged there.
    await bus.append(keys.map((key, n) => anEvent(topic, key, `stuck-${n}`)));
    await eventually(() => member.given.some((data) => String(data).startsWith('stuck')));
    await member.kill();
    const alone = await round('alone');
    await eventually(() => alone.every((name) => received.includes(name)));

    expect(new Set(received.filter((data) => String(data).startsWith('stuck'))).size).toBe(24);
  });

  it('waits for the handlers in flight before it closes, and starts no other', async () => {
    const bus = await open();
    let finish = (): void => undefined;
    await take(bus, {
      handle: ({ data }) =>
        new Promise<void>((resolve) => {
          received.push(`${String(data)} started`);
          finish = () => resolve(void received.push(`${String(data)} ended`));
        }),
    });
    await send(bus, 1, 2);
    await count(1);
    const closed = bus.close().then(() => received.push('closed'));
    await sleep(50);
    finish();
    await closed;

    expect(received).toEqual(['1 started', '1 ended', 'closed']);
  });

  it('still appends when it takes no more', async () => {
    const [bus, other] = await Promise.all([open(), open()]);
    await take(bus);
    await take(other, { group: `${group}-other` });
    await bus.stopTaking();
    await send(bus, 1);
    await count(1);

    expect(received).toEqual([1]);
  });

  it('carries an event of 900 kB', async () => {
    const bus = await open();
    await take(bus);
    await send(bus, 'small', 'x'.repeat(900_000), 'y'.repeat(900_000));
    await count(3);

    expect(received.map((data) => (data as string).length)).toEqual([5, 900_000, 900_000]);
  });

  it('refuses an event over a megabyte, and appends nothing of its call', async () => {
    const bus = await open();
    await take(bus);
    await expect(send(bus, 'lost', 'x'.repeat(1_000_001))).rejects.toThrow(EventTooLarge);
    await send(bus, 'next');
    await count(1);

    expect(received).toEqual(['next']);
  });

  it('loses none of 10 000 events, sent by two at once', async () => {
    const [bus, sender] = await Promise.all([open(), open()]);
    const keys = Array.from({ length: 50 }, () => randomUUID());
    const lastOf = new Map<string, number>();
    const disorder: string[] = [];
    const seen = new Set<number>();
    await take(bus, {
      handle: async ({ key, data }) => {
        const n = data as number;
        // "At least once" allows a second delivery; it never lets a later event of the key be first.
        if (seen.has(n)) return;
        if (n <= (lastOf.get(key) ?? -1)) disorder.push(`${key} ${n}`);
        lastOf.set(key, n);
        seen.add(n);
      },
    });
    // Even numbers and their keys are one sender's, odd numbers the other's.
    const half = async (through: EventBus, parity: number) => {
      for (let from = 0; from < 10_000; from += 500) {
        const numbers = Array.from({ length: 500 }, (_, n) => from + n).filter((n) => n % 2 === parity);
        await through.append(numbers.map((n) => anEvent(topic, keys[n % 50] ?? '', n)));
      }
    };
    await Promise.all([half(bus, 0), half(sender, 1)]);
    await eventually(() => seen.size === 10_000, { orSay: () => `${seen.size} seen` });

    expect(disorder).toEqual([]);
  });

  it('says whether it is connected', async () => {
    const bus = await open();
    expect(bus.isConnected()).toBe(true);
    await bus.close();
    expect(bus.isConnected()).toBe(false);
  });
}
