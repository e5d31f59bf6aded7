/**
 * One fact, as it travels on a topic.
 *
 * CloudEvents 1.0 attributes under our own names: `id`, `source`, `type` (the topic), `time` (`occurredAt`), `tenantid`.
 * Neither identities nor results: they stay in the document store and travel by reference.
 */
export interface EventEnvelope<T = unknown> {
  /** UUIDv7. The idempotency key: two deliveries with one id are one fact. */
  readonly id: string;
  readonly topic: string;
  /** Facts with one key are delivered in the order they were appended. Pseudonymous, never a patient identifier. */
  readonly key: string;
  /** The laboratory this fact belongs to: its legal FINESS. Never a patient identifier. */
  readonly tenantId: string;
  /** The bounded context that states the fact. */
  readonly source: string;
  /** ISO 8601, UTC. */
  readonly occurredAt: string;
  /** W3C Trace Context of the work that stated the fact. */
  readonly traceparent?: string | undefined;
  /** The event that caused this one. Absent at the edge. */
  readonly causationId?: string | undefined;
  readonly data: T;
}
