import type { Clock, Ids } from '@segur/clock';
import { stateFact } from '@segur/events';
import type { EventEnvelope, Topic } from '@segur/events';

/** What a context has to say of a fact; the rest of its envelope is the same for all. */
export interface FactAbout<T> {
  readonly key: string;
  readonly tenantId: string;
  readonly data: T;
  /** The event being handled. Absent at the edge. */
  readonly cause?: EventEnvelope;
}

/** Puts facts of one context into envelopes: identifier, time, source, trace and cause. */
export class Facts {
  constructor(
    private readonly context: string,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly currentTraceparent: () => string | undefined = () => undefined,
  ) {}

  /** @throws {ZodError} The fact does not follow its topic: a bug of this context. */
  state<T>(topic: Topic<T>, { key, tenantId, data, cause }: FactAbout<T>): EventEnvelope<T> {
    const traceparent = this.currentTraceparent() ?? cause?.traceparent;
    return stateFact(topic, {
      id: this.ids.next(),
      key,
      tenantId,
      source: this.context,
      occurredAt: this.clock.now(),
      data,
      ...(traceparent === undefined ? {} : { traceparent }),
      ...(cause === undefined ? {} : { causationId: cause.id }),
    });
  }
}
