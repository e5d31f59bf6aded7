import kafkajs, { type LogEntry } from 'kafkajs';
import type { Log } from '@segur/telemetry';
import { EventBusUnavailable } from '../bus-errors.js';

/** A broker that starts, a group that settles: the client says so at ERROR, tries again, and it passes. */
const PASSING =
  /coordinator is (?:loading|not available)|loading in progress|not the (?:correct )?coordinator|not aware of this member|rebalanc|leadership election|does not host this topic-partition|not the leader/i;
const CONNECTION = /connection|ECONNREFUSED|ECONNRESET|failed to connect|restarting the consumer|^crash: /i;

/** Where a line of the client belongs in our log. Connections and crashes are ridden out, so they warn. */
export function levelOf(level: number, text: string): 'debug' | 'warn' | 'error' {
  if (level > kafkajs.logLevel.WARN || PASSING.test(text)) return 'debug';
  return level === kafkajs.logLevel.WARN || CONNECTION.test(text) ? 'warn' : 'error';
}

/** Gives the client's lines to our log. They speak of brokers, groups and partitions, never of what records hold. */
export const clientLog =
  (log: Log) =>
  () =>
  ({ namespace, level, log: { message, error, groupId, broker } }: LogEntry): void => {
    const text = typeof error === 'string' ? `${message}: ${error}` : message;
    const fields = {
      kind: namespace,
      ...(typeof groupId === 'string' && { group: groupId }),
      ...(typeof broker === 'string' && { remote: broker }),
    };
    const entry = levelOf(level, text);
    if (entry === 'debug') log.debug('kafka-client', fields);
    else log[entry]('kafka-client', fields, new EventBusUnavailable(text));
  };
