import type { EventEnvelope } from '@segur/events';

/** What a context does around its handlers: count failures, try again, set aside. Resolving acknowledges the event. */
export interface HandlingPolicy {
  handle(event: EventEnvelope, handler: (event: EventEnvelope) => Promise<void>): Promise<void>;
  /** Told of each handler before its first event, so that what was set aside can be replayed right after a start. */
  remember?(topic: string, handler: (event: EventEnvelope) => Promise<void>): void;
}

/** The handling policy of each context in this process. Contexts register theirs at start; the transport asks at each event. */
export class HandlingPolicies {
  private readonly policies = new Map<string, HandlingPolicy>();

  register(context: string, policy: HandlingPolicy): void {
    this.policies.set(context, policy);
  }

  /** Absent: a rejected event is redelivered by the bus until it passes. */
  of(context: string): HandlingPolicy | undefined {
    return this.policies.get(context);
  }
}
