import type { HandlingPolicy } from '@segur/event-bus';
import type { EventEnvelope } from '@segur/events';
import type { Log } from '@segur/telemetry';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseUnavailable } from '../database/database-errors.js';
import type { DeadLetters, EventHandler } from './dead-letters.js';
import { failureOf } from './handling-failures.js';
import type { HandlingFailures } from './handling-failures.js';

// They sum to less than Kafka's session timeout.
const DELAYS_MS: readonly number[] = [200, 1000, 5000];

/**
 * What one context does when a handler fails: invalid events are set aside at once, others after three more tries.
 *
 * When our own database cannot be reached nothing is counted and nothing set aside: the event is refused, and the bus brings it again.
 */
export class ContextHandlingPolicy implements HandlingPolicy {
  constructor(
    private readonly failures: HandlingFailures,
    private readonly deadLetters: DeadLetters,
    private readonly log: Log,
    private readonly delaysMs: readonly number[] = DELAYS_MS,
  ) {}

  /** Tells the handler of a topic before its first event, so that dead letters can be replayed right after a start. */
  remember(topic: string, handler: EventHandler): void {
    this.deadLetters.remember(topic, handler);
  }

  async handle(event: EventEnvelope, handler: EventHandler): Promise<void> {
    this.deadLetters.remember(event.topic, handler);
    for (let failed = false; ; failed = true) {
      try {
        await handler(event);
        if (failed) await this.failures.forget(event);
        return;
      } catch (error) {
        const delayMs = await this.afterFailure(event, error);
        if (delayMs === undefined) return;
        await sleep(delayMs, undefined, { ref: false });
      }
    }
  }

  /** @returns When to try again, or `undefined` once the event is set aside. @throws {DatabaseUnavailable} */
  private async afterFailure(event: EventEnvelope, error: unknown): Promise<number | undefined> {
    if (error instanceof DatabaseUnavailable) throw error;
    const { code, kind, isBug } = failureOf(error);
    const tries = await this.failures.count(event, code);
    const fields = { topic: event.topic, eventId: event.id, tenantId: event.tenantId, key: event.key, attempts: tries };
    const delayMs = kind === 'unavailable' ? this.delaysMs[tries - 1] : undefined;
    if (delayMs === undefined) await this.deadLetters.setAside(event, code, tries);
    const what = delayMs === undefined ? 'event-set-aside' : 'event-handling-failed';
    this.log[isBug || delayMs === undefined ? 'error' : 'warn'](what, fields, error);
    return delayMs;
  }
}
