import { randomUUID } from 'node:crypto';
import type { ContextDatabase } from '../database/context-database.js';
import type { AttemptClaim } from './attempt-work.js';

/** How a claim is written off. */
export type AttemptEnd =
  | { readonly outcome: 'DONE' | 'GIVEN_UP'; readonly at: Date; readonly errorCode?: string }
  | { readonly retryAt: Date; readonly errorCode: string };

/** A claim with the lease that it was made under. */
export interface LeasedClaim extends AttemptClaim {
  /** UUID, shared by what was claimed together. */
  readonly lease: string;
}

/**
 * The rows of attempts as one worker sees them: it claims for all tenants, and writes off under each.
 *
 * Each round of claims has a lease of its own, and a worker renews those of the claims that it knows it holds. One lease for all would keep
 * alive what it does not know of, for as long as it is busy: claims whose answer was lost, and attempts whose end could not be written.
 */
export class AttemptLedger {
  constructor(private readonly database: ContextDatabase) {}

  async claim(at: Date, leasedUntil: Date, atMost: number): Promise<LeasedClaim[]> {
    const lease = randomUUID();
    const claims = await this.database.queryWithoutTenant<AttemptClaim>(
      'SELECT tenant_id AS "tenantId", subject_id AS "subjectId", number FROM attempt_claim($1, $2, $3, $4)',
      [at, leasedUntil, lease, atMost],
    );
    return claims.map((claim) => ({ ...claim, lease }));
  }

  async renew(leasedUntil: Date, leases: Iterable<string>): Promise<void> {
    await this.database.queryWithoutTenant('SELECT attempt_renew($1, lease) FROM unnest($2::uuid[]) AS lease', [
      leasedUntil,
      [...leases],
    ]);
  }

  /** Does nothing if the lease ran out and another worker has the claim now. */
  async end({ tenantId, subjectId, number, lease }: LeasedClaim, end: AttemptEnd): Promise<void> {
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
        lease,
        number,
        over ? end.outcome : null,
        over ? end.at : null,
        over ? null : end.retryAt,
        end.errorCode ?? null,
      ],
    );
  }

  /** Gives a claim back untouched. */
  async release({ tenantId, subjectId, number, lease }: LeasedClaim, at: Date): Promise<void> {
    await this.database.query(
      tenantId,
      `UPDATE attempt SET number = number - 1, lease = NULL, available_at = coalesce(again_at, $5), again_at = NULL
       WHERE tenant_id = $1 AND subject_id = $2 AND lease = $3 AND number = $4`,
      [tenantId, subjectId, lease, number, at],
    );
  }
}
