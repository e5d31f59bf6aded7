import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import type { EventEnvelope } from '@segur/events';
import { HandlerSlots } from './handler-slots.js';
import { KeyedDispatcher } from './keyed-dispatcher.js';

const event = (key: string, data: unknown): EventEnvelope => ({
  id: `${key}-${String(data)}`,
  topic: 't',
  key,
  tenantId: '1',
  source: 'spec',
  occurredAt: '2026-11-23T00:00:00.000Z',
  data,
});
const retryDelayMs = () => 0;
/** Long enough for any handler that is not held. */
const settle = async () => {
  for (let turns = 0; turns < 20; turns += 1) await turn();
};

/** A handler that ends only when told, and says what it has been given. */
class Held {
  readonly started: unknown[] = [];
  private readonly ends = new Map<unknown, { resolve: () => void; reject: (error: Error) => void }>();
  readonly handle = (given: EventEnvelope): Promise<void> => {
    this.started.push(given.data);
    return new Promise((resolve, reject) => this.ends.set(given.data, { resolve, reject }));
  };
  finish(data: unknown): void {
    this.ends.get(data)?.resolve();
  }
  refuse(data: unknown): void {
    this.ends.get(data)?.reject(new Error('not now'));
  }
}

describe('KeyedDispatcher', () => {
  it('handles one event of a key at a time, and several keys together', async () => {
    const held = new Held();
    const dispatcher = new KeyedDispatcher({ handle: held.handle, from: 0 });
    [event('a', 'a1'), event('a', 'a2'), event('b', 'b1')].forEach((each, position) => dispatcher.take(position, each));
    await settle();
    expect(held.started).toEqual(['a1', 'b1']);

    held.finish('a1');
    await settle();
    expect(held.started).toEqual(['a1', 'b1', 'a2']);
  });

  it('never runs more handlers than there are slots, shared or not', async () => {
    const held = new Held();
    const slots = new HandlerSlots(3);
    const [first, second] = [0, 1].map(() => new KeyedDispatcher({ handle: held.handle, from: 0, slots }));
    for (let n = 0; n < 4; n += 1) {
      first?.take(n, event(`f${n}`, `f${n}`));
      second?.take(n, event(`s${n}`, `s${n}`));
    }
    await settle();
    expect(held.started).toHaveLength(3);

    held.finish(held.started[0]);
    await settle();
    expect(held.started).toHaveLength(4);
  });

  it('keeps the watermark at the oldest unhandled event', async () => {
    const held = new Held();
    const dispatcher = new KeyedDispatcher({ handle: held.handle, from: 10 });
    ['a', 'b', 'c'].forEach((key, index) => dispatcher.take(10 + index, event(key, key)));
    held.finish('b');
    held.finish('c');
    await settle();
    expect(dispatcher.watermark).toBe(10);

    held.finish('a');
    await settle();
    expect(dispatcher.watermark).toBe(13);
  });

  it('moves the watermark over positions that concern nobody', () => {
    const dispatcher = new KeyedDispatcher({ handle: async () => undefined, from: 0 });
    dispatcher.skipTo(7);
    expect(dispatcher.watermark).toBe(7);
  });

  it('ignores a position it has taken before', async () => {
    const held = new Held();
    const dispatcher = new KeyedDispatcher({ handle: held.handle, from: 5 });
    for (const position of [4, 5, 5]) dispatcher.take(position, event(`k${held.started.length}`, position));
    await settle();
    expect(held.started).toEqual([5]);
  });

  it('lets a poison event stop its key and nothing else', async () => {
    const handled: unknown[] = [];
    const handle = async (given: EventEnvelope) => {
      if (given.key === 'poison') throw new Error('never');
      handled.push(given.data);
    };
    const dispatcher = new KeyedDispatcher({ handle, from: 0, retryDelayMs: () => 1 });
    [event('poison', 0), event('poison', 1), event('a', 2), event('b', 3), event('a', 4)].forEach((e, p) => dispatcher.take(p, e));
    await settle();
    expect({ handled, watermark: dispatcher.watermark }).toEqual({ handled: [2, 3, 4], watermark: 0 });
    await dispatcher.stop();
  });

  it('says when its window is full, and when half of it is free', async () => {
    const held = new Held();
    const dispatcher = new KeyedDispatcher({ handle: held.handle, from: 0, windowEvents: 4 });
    for (let n = 0; n < 4; n += 1) dispatcher.take(n, event(`k${n}`, n));
    expect(dispatcher.hasRoom).toBe(false);
    let room = false;
    void dispatcher.whenRoom().then(() => (room = true));

    held.finish(0);
    await settle();
    expect(room).toBe(false);
    held.finish(1);
    await settle();
    expect(room).toBe(true);
  });

  it('stops: waits for handlers in flight and starts no other', async () => {
    const held = new Held();
    const dispatcher = new KeyedDispatcher({ handle: held.handle, from: 0 });
    dispatcher.take(0, event('a', 'a1'));
    dispatcher.take(1, event('a', 'a2'));
    let stopped = false;
    const stop = dispatcher.stop().then(() => (stopped = true));
    await settle();
    expect(stopped).toBe(false);

    held.finish('a1');
    await stop;
    dispatcher.take(2, event('c', 'c1'));
    await settle();
    expect({ started: held.started, watermark: dispatcher.watermark }).toEqual({ started: ['a1'], watermark: 1 });
  });

  it('does not try again what is refused while it stops', async () => {
    const held = new Held();
    const dispatcher = new KeyedDispatcher({ handle: held.handle, from: 0, retryDelayMs });
    dispatcher.take(0, event('a', 'a1'));
    const stop = dispatcher.stop();
    held.refuse('a1');
    await stop;
    await settle();
    expect({ started: held.started, watermark: dispatcher.watermark }).toEqual({ started: ['a1'], watermark: 0 });
  });

  it('keeps order per key and a true watermark, whatever is refused', async () => {
    const load = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), refusals: fc.nat(2), turns: fc.nat(3) }), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(load, fc.integer({ min: 1, max: 5 }), async (events, concurrency) => {
        const handled: number[] = [];
        // Collected, not asserted on the spot: an assertion thrown by a handler would only be one more refusal.
        const faults: string[] = [];
        const left = events.map(({ refusals }) => refusals);
        let running = 0;
        const dispatcher: KeyedDispatcher = new KeyedDispatcher({
          from: 0,
          slots: new HandlerSlots(concurrency),
          retryDelayMs,
          handle: async ({ data }) => {
            const position = data as number;
            running += 1;
            if (running > concurrency) faults.push(`${running} at a time`);
            if (dispatcher.watermark > position) faults.push(`watermark passed ${position}`);
            for (let turns = 0; turns < (events[position]?.turns ?? 0); turns += 1) await turn();
            running -= 1;
            left[position] = (left[position] ?? 0) - 1;
            if ((left[position] ?? 0) >= 0) throw new Error('not now');
            handled.push(position);
            for (let below = 0; below < dispatcher.watermark; below += 1)
              if (!handled.includes(below)) faults.push(`${below} is below the watermark and unhandled`);
          },
        });
        events.forEach(({ key }, position) => dispatcher.take(position, event(key, position)));
        while (dispatcher.watermark < events.length) await new Promise((resolve) => setTimeout(resolve, 1));

        expect(faults).toEqual([]);
        expect(handled).toHaveLength(events.length);
        for (const key of ['a', 'b', 'c', 'd']) {
          const ofKey = handled.filter((position) => events[position]?.key === key);
          expect(ofKey).toEqual([...ofKey].sort((left, right) => left - right));
        }
      }),
      { numRuns: 60 },
    );
  });
});
