import type { EventEnvelope } from '@segur/events';
import { EventTooLarge, MAX_EVENT_BYTES } from './bus-errors.js';

/** An event with the JSON that is sent of it, written once. */
export interface WrittenEvent {
  readonly event: EventEnvelope;
  readonly json: string;
}

/**
 * Cuts what is to be appended into batches that a server takes at once, in order.
 *
 * @throws {EventTooLarge} Before anything is appended.
 */
export function toChunks(
  events: readonly EventEnvelope[],
  write: (event: EventEnvelope) => string,
  limits: { readonly events: number; readonly bytes: number },
): readonly (readonly WrittenEvent[])[] {
  const chunks: WrittenEvent[][] = [];
  let bytes = 0;
  for (const event of events) {
    const json = write(event);
    const sizeBytes = Buffer.byteLength(json);
    if (sizeBytes > MAX_EVENT_BYTES)
      throw new EventTooLarge('Event too large', { eventId: event.id, topic: event.topic, sizeBytes });
    const current = chunks.at(-1);
    if (current && current.length < limits.events && bytes + sizeBytes <= limits.bytes) {
      current.push({ event, json });
      bytes += sizeBytes;
    } else {
      chunks.push([{ event, json }]);
      bytes = sizeBytes;
    }
  }
  return chunks;
}
