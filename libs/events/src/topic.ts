import type { z } from 'zod';
import type { EventEnvelope } from './envelope.js';

/** One topic: its name, what its key means, the shape of its facts, and one valid fact as an example. */
export interface Topic<T> {
  readonly name: string;
  /** What the key of each event names, e.g. `reportSetId`. */
  readonly key: string;
  readonly producers: readonly string[];
  readonly schema: z.ZodType<T>;
  readonly example: T;
}

/** Declares a topic, and keeps the type of its facts. */
export function defineTopic<T>(topic: Topic<T>): Topic<T> {
  return topic;
}

/** What only the moment of stating a fact can tell. */
export interface Statement<T> {
  /** UUIDv7. */
  readonly id: string;
  readonly key: string;
  readonly tenantId: string;
  readonly source: string;
  readonly occurredAt: Date;
  readonly data: T;
  readonly traceparent?: string | undefined;
  readonly causationId?: string | undefined;
}

/**
 * Puts a fact in its envelope.
 *
 * @throws {ZodError} The fact does not follow its topic: a bug of the producer, found before anyone else reads it.
 */
export function stateFact<T>(topic: Topic<T>, { occurredAt, data, ...rest }: Statement<T>): EventEnvelope<T> {
  return { ...rest, topic: topic.name, occurredAt: occurredAt.toISOString(), data: topic.schema.parse(data) };
}
