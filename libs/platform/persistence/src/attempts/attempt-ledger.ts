import type { ContextDatabase } from '../database/context-database.js';
import type { AttemptClaim } from './attempt-work.js';

/** How a claim is written off. */
export type AttemptEnd =
  | { readonly outcome: 'DONE' | 'GIVEN_UP'; readonly at: Date; readonly errorCode?: string }
  | { readonly retryAt: Date; readonly errorCode: string };

/** The rows of attempts as one worker sees them: it claims for all tenants, and writes off under each. */
export class AttemptLedger {
  /** @param lease - Names the worker. A claim is its own for as long as it renews the lease. */
  constructor(
    private readonly database: ContextDatabase,
    private readonly lease: string,
  ) {}

  async claim(at: Date, leasedUntil: Date, atMost: number): Promise<AttemptClaim[]> {
    return this.database.queryWithoutTenant<AttemptClaim>(
      'SELECT tenant_id AS "tenantId", subject_id AS "subjectId", number FROM attempt_claim($1, $2, $3, $4)',
      [at, leasedUntil, this.lease, atMost],
    );
  }

  async renew(leasedUntil: Date): Promise<void> {
    await this.database.queryWithoutTenant('SELECT attempt_renew($1, $2)', [leasedUntil, this.lease]);
  }

  /** Does nothing if the lease ran out and another worker has the claim now. */
  async end({ tenantId, subjectId, number }: AttemptClaim, end: AttemptEnd): Promise<void> {
    const over = 'outcome' in end;
    await this.database.query(
      tenantId,
      `UPDATE attempt SET
         outcome      = CASE WHEN again_at IS NULL THEN $5 END,
         finished_at  = CASE WHEN again_at IS NULL THEN $6::timestamptz END,
         available_at = coalesce(again_at, $7::timestamptz, available_at),
         number       = CASE WHEN again_at IS NULL THEN number ELSE 0 END,
         error_code = $8, lease = NULL, again_at = NULL
       WHERE tenant_id = $1 AND subject_id = $2 AND lease = $3 AND number = $4`,
      [
        tenantId,
        subjectId,
        this.lease,
        number,
        over ? end.outcome : null,
        over ? end.at : null,
        over ? null : end.retryAt,
        end.errorCode ?? null,
      ],
    );
  }

  /** Gives a claim back untouched. */
  async release({ tenantId, subjectId, number }: AttemptClaim, at: Date): Promise<void> {
    await this.database.query(
      tenantId,
      `UPDATE attempt SET number = number - 1, lease = NULL, available_at = coalesce(again_at, $5), again_at = NULL
       WHERE tenant_id = $1 AND subject_id = $2 AND lease = $3 AND number = $4`,
      [tenantId, subjectId, this.lease, number, at],
    );
  }
}
