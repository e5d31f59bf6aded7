import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@segur/testing';
import { anEvent } from '../src/event-bus.contract.js';
import { EventBusUnavailable } from '../src/index.js';
import type { EventBus } from '../src/index.js';

/** What happened to events that were sent and consumed while their log was killed and started again. */
export interface Outcome {
  readonly lost: number;
  /** Events that were first delivered after a later one of their key. */
  readonly disorder: number;
}

/** Sends and consumes without a pause, kills the log in the middle, starts it again, and counts. */
export async function sendThroughOutage(on: {
  readonly producer: EventBus;
  readonly consumer: EventBus;
  readonly topic: string;
  readonly events: number;
  kill(): Promise<void>;
  restart(): Promise<void>;
}): Promise<Outcome> {
  const keys = Array.from({ length: 20 }, () => randomUUID());
  const firstSeen = new Map<string, number[]>(keys.map((key) => [key, []]));
  const seen = new Set<number>();
  await on.consumer.subscribe({
    group: `outage-${randomUUID()}`,
    topics: [on.topic],
    handle: async ({ key, data }) => {
      await sleep(1);
      const n = data as number;
      if (!seen.has(n)) firstSeen.get(key)?.push(n);
      seen.add(n);
    },
  });
  const sending = (async () => {
    for (let n = 0; n < on.events; n += 20) {
      const batch = keys.map((key, index) => anEvent(on.topic, key, n + index));
      await untilTaken(() => on.producer.append(batch));
    }
  })();
  await eventually(() => seen.size > on.events / 4);
  await on.kill();
  await eventually(() => !on.producer.isConnected());
  await on.restart();
  await sending;
  await eventually(() => seen.size === on.events, { withinMs: 60_000, orSay: () => `${seen.size} of ${on.events} seen` });
  await eventually(() => on.producer.isConnected());
  const disorder = [...firstSeen.values()].flatMap((numbers) => numbers.filter((n, index) => n < (numbers[index - 1] ?? -1)));
  return { lost: on.events - seen.size, disorder: disorder.length };
}

/** As a relay does: what was perhaps appended is appended again. */
async function untilTaken(append: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await append();
    } catch (error) {
      if (!(error instanceof EventBusUnavailable)) throw error;
      await sleep(50);
    }
  }
}
