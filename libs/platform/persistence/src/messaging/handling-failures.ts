import type { EventEnvelope } from '@segur/events';
import { PlatformError } from '@segur/errors';
import type { FailureKind } from '@segur/errors';
import type { ContextDatabase } from '../database/context-database.js';

/** What a failure is called, and what can be done about it. */
export interface Failure {
  readonly code: string;
  readonly kind: FailureKind;
  /** Not an error of ours: it is handled like an outage, and somebody must look. */
  readonly isBug: boolean;
}

/** Names a failure by its code and kind; what nobody threw on purpose is a bug. */
export function failureOf(error: unknown): Failure {
  if (error instanceof PlatformError) return { code: error.code, kind: error.kind, isBug: false };
  return { code: 'unexpected-error', kind: 'unavailable', isBug: true };
}

/** How often each event failed. Written outside the transaction that failed, so that a restart does not start counting anew. */
export class HandlingFailures {
  constructor(private readonly database: ContextDatabase) {}

  /** @returns How many times the event has failed, this time included. @throws {DatabaseUnavailable} */
  async count({ tenantId, id }: EventEnvelope, code: string): Promise<number> {
    const [row] = await this.database.query<{ tries: number }>(
      tenantId,
      `INSERT INTO handling_failure AS known (tenant_id, event_id, tries, error_code) VALUES ($1, $2, 1, $3)
       ON CONFLICT (tenant_id, event_id) DO UPDATE SET tries = known.tries + 1, error_code = excluded.error_code, failed_at = now()
       RETURNING tries`,
      [tenantId, id, code],
    );
    return row?.tries ?? 1;
  }

  async forget({ tenantId, id }: EventEnvelope): Promise<void> {
    await this.database.query(tenantId, 'DELETE FROM handling_failure WHERE tenant_id = $1 AND event_id = $2', [tenantId, id]);
  }
}
