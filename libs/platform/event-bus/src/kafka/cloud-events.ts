import { MalformedInput } from '@segur/errors';
import type { EventEnvelope } from '@segur/events';

/** A record of a topic: what Kafka carries of an event beside its place. */
export interface EventRecord {
  readonly key: string;
  readonly value: string;
  readonly headers: Record<string, string>;
}

/** A record as a client gives it back. */
export interface ReceivedRecord {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: Record<string, Buffer | string | (Buffer | string)[] | undefined> | undefined;
}

/**
 * Writes an event as a CloudEvent in binary mode: attributes in `ce_*` headers, the fact alone as value.
 *
 * @param value - The JSON of the fact, where it was written already.
 * @see CloudEvents 1.0.2, Kafka protocol binding, §3.2
 */
export function encodeRecord(event: EventEnvelope, value: string = JSON.stringify(event.data)): EventRecord {
  const { id, topic, key, tenantId, source, occurredAt, traceparent, causationId } = event;
  return {
    key,
    value,
    headers: {
      ce_specversion: '1.0',
      ce_id: id,
      ce_source: source,
      ce_type: topic,
      ce_subject: key,
      ce_time: occurredAt,
      ce_tenantid: tenantId,
      ...(traceparent !== undefined && { ce_traceparent: traceparent }),
      ...(causationId !== undefined && { ce_causationid: causationId }),
      'content-type': 'application/json',
    },
  };
}

/**
 * Reads an event back. The fact itself is checked by who consumes it.
 *
 * @throws {MalformedInput} Not an event of ours: an attribute is missing, or the value is no JSON.
 */
export function decodeRecord(topic: string, { key, value, headers }: ReceivedRecord): EventEnvelope {
  const optional = (name: string): string | undefined => {
    const header = headers?.[name];
    return typeof header === 'string' || Buffer.isBuffer(header) ? header.toString() : undefined;
  };
  const required = (name: string): string => {
    const text = optional(name);
    if (text === undefined) throw new MalformedInput('Record without a CloudEvents attribute', { topic, attribute: name });
    return text;
  };
  if (!key) throw new MalformedInput('Record without a key', { topic });
  const traceparent = optional('ce_traceparent');
  const causationId = optional('ce_causationid');
  return {
    id: required('ce_id'),
    topic,
    key: key.toString(),
    tenantId: required('ce_tenantid'),
    source: required('ce_source'),
    occurredAt: required('ce_time'),
    ...(traceparent !== undefined && { traceparent }),
    ...(causationId !== undefined && { causationId }),
    data: parse(topic, value),
  };
}

function parse(topic: string, value: Buffer | null): unknown {
  try {
    return JSON.parse(value?.toString() ?? '');
  } catch {
    throw new MalformedInput('Record whose value is no JSON', { topic });
  }
}
