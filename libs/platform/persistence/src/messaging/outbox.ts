import type { EventEnvelope } from '@segur/events';
import { PlatformError } from '@segur/errors';
import type { Statement } from '../database/context-database.js';
import type { Tx } from '../database/context-schema.js';

/** A fact is too big for the event log. Bytes go into the document store, and travel by reference. */
export class FactTooLarge extends PlatformError {
  readonly code = 'fact-too-large';
  readonly kind = 'invalid';
}

// Under the smallest limit of the buses: a fact that a bus refuses for ever would stop all those behind it.
const MAX_FACT_CHARACTERS = 900_000;

/** Facts waiting to leave this context. Written with the change that caused them, so both happen or neither. */
export class Outbox {
  /**
   * @param tx - The transaction of the change itself. There is no overload without one.
   * @throws {FactTooLarge}
   */
  async add(tx: Tx, ...events: readonly EventEnvelope[]): Promise<void> {
    if (events.length === 0) return;
    const { sql, parameters } = Outbox.statement(events, 1);
    await tx.query(sql, [...parameters]);
  }

  /**
   * The same as SQL, to write a change and its facts in one statement: `WITH change AS (UPDATE …), facts AS (${sql}) SELECT 1`.
   *
   * It always takes three parameters, however many facts there are, so that the text stays the same and its plan is kept.
   *
   * @param firstParameter - The number of its first parameter in the whole statement.
   * @param from - A CTE of the statement: facts are written only if it has a row. Absent: always.
   * @throws {FactTooLarge}
   */
  static statement(events: readonly EventEnvelope[], firstParameter: number, from?: string): Statement {
    const facts = events.map((event) => JSON.stringify(event));
    const characters = facts.reduce((longest, { length }) => Math.max(longest, length), 0);
    if (characters > MAX_FACT_CHARACTERS) throw new FactTooLarge('A fact is over the limit of the event log', { characters });
    const [tenants, ids, envelopes] = [0, 1, 2].map((offset) => `$${firstParameter + offset}`);
    const onlyIf = from === undefined ? '' : ` WHERE EXISTS (SELECT FROM ${from})`;
    return {
      sql: `INSERT INTO outbox (tenant_id, event_id, envelope)
            SELECT tenant_id, event_id, envelope::json
            FROM unnest(${tenants}::text[], ${ids}::uuid[], ${envelopes}::text[]) WITH ORDINALITY
              AS stated (tenant_id, event_id, envelope, place)${onlyIf} ORDER BY place`,
      parameters: [events.map(({ tenantId }) => tenantId), events.map(({ id }) => id), facts],
    };
  }
}
