import type { EventEnvelope } from '@segur/events';
import { KeyedDispatcher, type DispatcherOptions } from '../keyed-dispatcher.js';

/** A place in a topic. */
export interface PartitionOffset {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/** What a member handles between two rebalances: one dispatcher for each partition, and what is to be committed of them. */
export class AssignedPartitions {
  private readonly dispatchers = new Map<
    string,
    { topic: string; partition: number; dispatcher: KeyedDispatcher; committed: number }
  >();

  constructor(private readonly options: Omit<DispatcherOptions, 'from'>) {}

  /** Takes the event at an offset; the first one of a partition says where it begins. */
  take(topic: string, partition: number, offset: number, event: EventEnvelope): KeyedDispatcher {
    const dispatcher = this.of(topic, partition, offset);
    dispatcher.take(offset, event);
    return dispatcher;
  }

  /** Passes a record that is no event: it can never be handled, and would hold its partition. */
  pass(topic: string, partition: number, offset: number): void {
    this.of(topic, partition, offset).skipTo(offset + 1);
  }

  /** Where each partition may resume, if it moved since this was last asked. */
  moved(): readonly PartitionOffset[] {
    return [...this.dispatchers.values()]
      .filter(({ dispatcher, committed }) => dispatcher.watermark > committed)
      .map(({ topic, partition, dispatcher }) => ({ topic, partition, offset: `${dispatcher.watermark}` }));
  }

  committed(offsets: readonly PartitionOffset[]): void {
    for (const { topic, partition, offset } of offsets) {
      const entry = this.dispatchers.get(`${topic}/${partition}`);
      if (entry) entry.committed = Number(offset);
    }
  }

  /** Resolves when the handlers in flight are done. */
  async stop(): Promise<void> {
    await Promise.all([...this.dispatchers.values()].map(({ dispatcher }) => dispatcher.stop()));
  }

  private of(topic: string, partition: number, offset: number): KeyedDispatcher {
    const place = `${topic}/${partition}`;
    const known = this.dispatchers.get(place);
    if (known) return known.dispatcher;
    const dispatcher = new KeyedDispatcher({ ...this.options, from: offset });
    this.dispatchers.set(place, { topic, partition, dispatcher, committed: offset });
    return dispatcher;
  }
}
