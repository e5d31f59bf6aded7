import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { ContextDatabase, Facts, Outbox } from '@segur/persistence';
import { DISPATCH_COLUMNS, dispatchChanged, type Dispatch } from '../dispatch.entity.js';
import type { DispatchOutcome } from './decide-outcome.js';
import type { KnownDispatch } from './decide-turn.js';

/** What is written of an attempt. */
export interface AttemptNote extends Pick<DispatchOutcome, 'state' | 'errorCode' | 'mayBeThere'> {
  readonly attempts: number;
  /** SHA-256 of the mail that was handed over. Absent: none was. */
  readonly mimeSha256?: string;
  /** The same of a mail that asks to delete the document. */
  readonly noticeSha256?: string;
}

/** The rows of dispatches, as attempts read and write them. */
@Injectable()
export class DispatchLedger {
  constructor(
    private readonly database: ContextDatabase,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** Absent: it does not exist. */
  async read(tenantId: string, dispatchId: string): Promise<KnownDispatch | undefined> {
    const [dispatch] = await this.database.query<KnownDispatch>(
      tenantId,
      `SELECT ${DISPATCH_COLUMNS},
              (SELECT max(revision) FROM dispatch WHERE tenant_id = $1 AND report_set_id = own.report_set_id) AS "newestRevision",
              coalesce((SELECT w.revision FROM withdrawal w WHERE w.tenant_id = $1 AND w.report_set_id = own.report_set_id), 0)
                AS "withdrawnUpTo",
              CASE WHEN own.revision > 1 THEN EXISTS (
                SELECT FROM dispatch older JOIN attempt ON attempt.tenant_id = $1 AND subject_id = older.dispatch_id
                WHERE older.tenant_id = $1 AND older.report_set_id = own.report_set_id AND older.revision < own.revision
                  AND older.recipient_role = own.recipient_role AND lease IS NOT NULL AND finished_at IS NULL)
                ELSE false END AS "olderUnderWay"
       FROM dispatch own WHERE tenant_id = $1 AND dispatch_id = $2`,
      [tenantId, dispatchId],
    );
    return dispatch;
  }

  /** State and fact in one statement. A state that someone else has moved meanwhile is left alone. */
  async write(tenantId: string, before: Dispatch, note: AttemptNote): Promise<void> {
    const { state, errorCode, mayBeThere, attempts, mimeSha256 = null, noticeSha256 = null } = note;
    const after: Dispatch = { ...before, state, errorCode, mayBeThere, attempts, stateRevision: before.stateRevision + 1 };
    const facts = Outbox.statement([dispatchChanged(this.facts, tenantId, after)], 11, 'changed');
    const row = [
      tenantId,
      after.dispatchId,
      state,
      after.stateRevision,
      attempts,
      mayBeThere,
      errorCode,
      mimeSha256,
      this.clock.now(),
      noticeSha256,
    ];
    await this.database.query(
      tenantId,
      `WITH changed AS (
              UPDATE dispatch SET state = $3, state_revision = $4, attempts = $5, may_be_there = $6, error_code = $7,
                                  mime_sha256 = coalesce($8, mime_sha256), notice_sha256 = coalesce($10, notice_sha256),
                                  changed_at = $9::timestamptz,
                                  withdrawn_at = CASE WHEN $3 IN ('WITHDRAWING', 'WITHDRAWN') THEN coalesce(withdrawn_at, $9::timestamptz) END
              WHERE tenant_id = $1 AND dispatch_id = $2 AND state_revision = $4 - 1 RETURNING dispatch_id),
            stated AS (${facts.sql})
       SELECT 1`,
      [...row, ...facts.parameters],
    );
  }
}
