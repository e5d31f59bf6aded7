import type { EventEnvelope } from '@segur/events';

/** How one group takes events. */
export interface Subscription {
  /** Names a bounded context, never a process: each group receives every event once or more. */
  readonly group: string;
  readonly topics: readonly string[];
  /** Where a group that was never seen before starts. A known group resumes where it stopped. */
  readonly from?: 'beginning' | 'end';
  /** Resolving acknowledges. Rejecting redelivers the same event before any later one of its key; other keys go on. */
  readonly handle: (event: EventEnvelope) => Promise<void>;
}

/**
 * The one door between bounded contexts.
 *
 * Every adapter passes `eventBusContract`: ordered per key, at least once, resumes where it stopped.
 */
export abstract class EventBus {
  /** Resolves once the events are durable. Events of one call and one key keep their order. */
  abstract append(events: readonly EventEnvelope[]): Promise<void>;
  /** Resolves once the group is taking events: an event appended later is delivered, wherever a new group starts. */
  abstract subscribe(subscription: Subscription): Promise<void>;
  /** Stops taking events and waits for the handlers in flight. Appending goes on: what they left can still be announced. */
  async stopTaking(): Promise<void> {
    // A bus without subscriptions of its own has nothing to stop.
  }
  /** Stops taking events, waits for the handlers in flight, then disconnects. */
  abstract close(): Promise<void>;
  /** True while the bus can be reached. */
  abstract isConnected(): boolean;
  /** How many events of its topics a group that this bus has subscribed has not handled yet. For a metric: it costs a query. */
  abstract lag(group: string): Promise<number>;
}
