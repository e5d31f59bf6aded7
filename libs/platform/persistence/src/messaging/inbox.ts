import type { EventEnvelope } from '@segur/events';
import type { ContextDatabase, Statement } from '../database/context-database.js';
import type { Tx } from '../database/context-schema.js';

/** Events this context has already acted upon. Makes its effects in the database happen once. */
export class Inbox {
  constructor(private readonly database: ContextDatabase) {}

  /**
   * Runs `work` at most once per event, in the transaction that remembers the event and sees its tenant.
   *
   * Two deliveries at the same time: the second waits for the first, then finds the event handled.
   */
  async once(event: EventEnvelope, work: (tx: Tx) => Promise<void>): Promise<void> {
    const act = async (tx: Tx, fresh: readonly unknown[]) => (fresh.length > 0 ? work(tx) : undefined);
    await this.database.transaction(event.tenantId, act, Inbox.statement(event, 1));
  }

  /**
   * The same as SQL, for a handler that is one statement: `WITH fresh AS (${sql}), change AS (INSERT … SELECT … FROM fresh) …`.
   *
   * It takes two parameters and returns one row, or none if the event was handled before.
   */
  static statement({ tenantId, id }: EventEnvelope, firstParameter: number): Statement {
    return {
      sql: `INSERT INTO inbox (tenant_id, event_id) VALUES ($${firstParameter}, $${firstParameter + 1})
            ON CONFLICT DO NOTHING RETURNING event_id`,
      parameters: [tenantId, id],
    };
  }
}
