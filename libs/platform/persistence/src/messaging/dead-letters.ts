import type { Clock, Ids } from '@segur/clock';
import { PlatformError } from '@segur/errors';
import { DEAD_LETTER } from '@segur/events';
import type { EventEnvelope } from '@segur/events';
import type { ContextDatabase } from '../database/context-database.js';
import type { Tx } from '../database/context-schema.js';
import type { Facts } from './facts.js';
import { failureOf } from './handling-failures.js';
import type { Outbox } from './outbox.js';

/** Takes one event. Resolving acknowledges. */
export type EventHandler = (event: EventEnvelope) => Promise<void>;

/** An event that was set aside. */
export interface DeadLetter {
  readonly deadLetterId: string;
  readonly tenantId: string;
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly errorCode: string;
  readonly attempts: number;
  readonly state: 'OPEN' | 'REPLAYED' | 'DISCARDED';
  readonly setAsideAt: Date;
  /** Absent while it is open. */
  readonly resolvedAt: Date | null;
}

/** There is no open dead letter of that identifier in that laboratory. */
export class DeadLetterNotFound extends PlatformError {
  readonly code = 'dead-letter-not-found';
  readonly kind = 'invalid';
}

/** This process does not run the handler of the event's topic. */
export class ReplayImpossible extends PlatformError {
  readonly code = 'replay-impossible';
  readonly kind = 'unavailable';
}

const COLUMNS = `dead_letter_id AS "deadLetterId", tenant_id AS "tenantId", event_id AS "eventId", topic, key, error_code AS "errorCode",
  attempts, state, set_aside_at AS "setAsideAt", resolved_at AS "resolvedAt"`;

/** Events that one context could not handle. The key went on without them; a person replays or discards them. */
export class DeadLetters {
  private readonly handlers = new Map<string, EventHandler>();

  constructor(
    private readonly database: ContextDatabase,
    private readonly outbox: Outbox,
    private readonly facts: Facts,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @param after - The last identifier of the page before. @returns Open ones, oldest first. */
  async list(tenantId: string, { after, limit = 50 }: { after?: string; limit?: number } = {}): Promise<readonly DeadLetter[]> {
    return this.database.query<DeadLetter>(
      tenantId,
      `SELECT ${COLUMNS} FROM dead_letter WHERE tenant_id = $1 AND state = 'OPEN' AND ($2::uuid IS NULL OR dead_letter_id > $2)
       ORDER BY dead_letter_id LIMIT $3`,
      [tenantId, after ?? null, limit],
    );
  }

  /** One of them, open or not, with its event as it was delivered. @throws {DeadLetterNotFound} */
  async inspect(tenantId: string, deadLetterId: string): Promise<DeadLetter & { readonly envelope: EventEnvelope }> {
    const [row] = await this.database.query<DeadLetter & { envelope: EventEnvelope }>(
      tenantId,
      `SELECT ${COLUMNS}, envelope FROM dead_letter WHERE tenant_id = $1 AND dead_letter_id = $2`,
      [tenantId, deadLetterId],
    );
    if (!row) throw new DeadLetterNotFound('No such dead letter', { deadLetterId });
    return row;
  }

  /**
   * Gives the event, under its own id, to the handler that failed; if it passes, the dead letter is closed. What the handler throws
   * comes out, and the dead letter stays open under the new code.
   *
   * @throws {DeadLetterNotFound} @throws {ReplayImpossible}
   */
  async replay(tenantId: string, deadLetterId: string): Promise<void> {
    const { envelope, state } = await this.inspect(tenantId, deadLetterId);
    if (state !== 'OPEN') throw new DeadLetterNotFound('The dead letter is closed', { deadLetterId });
    const handler = this.handlers.get(envelope.topic);
    if (!handler) throw new ReplayImpossible('No handler of the topic runs in this process', { topic: envelope.topic });
    try {
      await handler(envelope);
    } catch (error) {
      await this.database.query(
        tenantId,
        `UPDATE dead_letter SET error_code = $3, attempts = attempts + 1 WHERE tenant_id = $1 AND dead_letter_id = $2`,
        [tenantId, deadLetterId, failureOf(error).code],
      );
      throw error;
    }
    await this.close(tenantId, deadLetterId, 'REPLAYED');
  }

  /** Closes it without handling its event. @throws {DeadLetterNotFound} */
  async discard(tenantId: string, deadLetterId: string): Promise<void> {
    await this.close(tenantId, deadLetterId, 'DISCARDED');
  }

  /** Open ones of all laboratories, for the metric. */
  async countOpen(): Promise<number> {
    const [row] = await this.database.queryWithoutTenant<{ open: string }>('SELECT dead_letters_open() AS open');
    return Number(row?.open ?? 0);
  }

  /** Notes which handler takes a topic, for {@link replay}. */
  remember(topic: string, handler: EventHandler): void {
    this.handlers.set(topic, handler);
  }

  /** Writes the dead letter and its fact together. An event that already has one is left as it is. @throws {DatabaseUnavailable} */
  async setAside(event: EventEnvelope, errorCode: string, attempts: number): Promise<void> {
    await this.database.transaction(event.tenantId, (tx) => this.write(tx, event, errorCode, attempts));
  }

  private async write(tx: Tx, event: EventEnvelope, errorCode: string, attempts: number): Promise<void> {
    const deadLetterId = this.ids.next();
    const written: unknown[] = await tx.query(
      `INSERT INTO dead_letter (tenant_id, dead_letter_id, event_id, topic, key, envelope, error_code, attempts, set_aside_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING 1`,
      [
        event.tenantId,
        deadLetterId,
        event.id,
        event.topic,
        event.key,
        JSON.stringify(event),
        errorCode,
        attempts,
        this.clock.now(),
      ],
    );
    if (written.length === 0) return;
    const { context } = this.database.context;
    const data = { deadLetterId, context, errorCode, attempts, envelope: { ...event } };
    await this.outbox.add(tx, this.facts.state(DEAD_LETTER, { key: event.key, tenantId: event.tenantId, cause: event, data }));
    await tx.query('DELETE FROM handling_failure WHERE tenant_id = $1 AND event_id = $2', [event.tenantId, event.id]);
  }

  private async close(tenantId: string, deadLetterId: string, state: 'REPLAYED' | 'DISCARDED'): Promise<void> {
    const closed = await this.database.query(
      tenantId,
      `UPDATE dead_letter SET state = $3, resolved_at = $4 WHERE tenant_id = $1 AND dead_letter_id = $2 AND state = 'OPEN' RETURNING 1`,
      [tenantId, deadLetterId, state, this.clock.now()],
    );
    if (closed.length === 0) throw new DeadLetterNotFound('No such open dead letter', { deadLetterId });
  }
}
