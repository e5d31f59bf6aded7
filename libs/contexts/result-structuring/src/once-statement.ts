import type { EventEnvelope } from '@segur/events';
import { Inbox, Outbox, type Statement } from '@segur/persistence';

/** One change, numbered from the parameter it is given. It reads the CTE `fresh`: one row, or none if the event was handled before. */
export interface Change {
  readonly sql: (first: number) => string;
  readonly parameters: readonly unknown[];
}

/**
 * Changes and facts of one handled event as one statement: one round trip, all or nothing, once per event.
 *
 * What a handler reads and computes before it needs no transaction open; two deliveries at a time both compute, and one writes.
 */
export function onceStatement(event: EventEnvelope, facts: readonly EventEnvelope[], changes: readonly Change[] = []): Statement {
  const inbox = Inbox.statement(event, 1);
  const outbox = Outbox.statement(facts, 1 + inbox.parameters.length, 'fresh');
  const parameters = [...inbox.parameters, ...outbox.parameters];
  const written = changes.map((change, index) => {
    const cte = `, change_${index} AS (${change.sql(parameters.length + 1)})`;
    parameters.push(...change.parameters);
    return cte;
  });
  return { sql: `WITH fresh AS (${inbox.sql})${written.join('')} ${outbox.sql}`, parameters };
}
