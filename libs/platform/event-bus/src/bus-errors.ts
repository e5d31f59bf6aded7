import { PlatformError, RemoteUnavailable } from '@segur/errors';

/** The largest event a bus takes, in bytes of its JSON. Kafka refuses records over 1 MiB; the other adapter keeps the same rule. */
export const MAX_EVENT_BYTES = 1_000_000;

/** An event is over `MAX_EVENT_BYTES`. Big bytes belong to the document store, and travel by reference. */
export class EventTooLarge extends PlatformError {
  readonly code = 'event-too-large';
  readonly kind = 'invalid';
}

/** A topic does not exist on the broker: nobody created it, and topics are never created by use. */
export class TopicMissing extends PlatformError {
  readonly code = 'topic-missing';
  readonly kind = 'invalid';
}

/** The log behind the bus cannot be reached. Nothing is known about what was being appended: append it again. */
export class EventBusUnavailable extends RemoteUnavailable {
  override readonly code = 'event-bus-unavailable';
}

/** The class and code of an error that is not ours: its message may quote data. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code, type } = error as { code?: unknown; type?: unknown };
  const detail = [code, type].find((each) => typeof each === 'string');
  return detail === undefined ? error.name : `${error.name}:${String(detail)}`;
}
