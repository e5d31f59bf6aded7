import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { ContextDatabase, Facts, Outbox } from '@segur/persistence';
import { SUBMISSION_COLUMNS, submissionChanged, type Submission } from '../submission.entity.js';
import type { SubmissionOutcome } from './decide-outcome.js';

/** The rows of submissions, as attempts read and write them. */
@Injectable()
export class SubmissionLedger {
  constructor(
    private readonly database: ContextDatabase,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** The submission and every other version of its document. Absent: it does not exist. */
  async read(
    tenantId: string,
    submissionId: string,
  ): Promise<{ readonly own: Submission; readonly versions: readonly Submission[] } | undefined> {
    const rows = await this.database.query<Submission>(
      tenantId,
      `SELECT ${SUBMISSION_COLUMNS} FROM submission
       WHERE tenant_id = $1 AND report_set_id = (SELECT report_set_id FROM submission WHERE tenant_id = $1 AND submission_id = $2)`,
      [tenantId, submissionId],
    );
    const own = rows.find((row) => row.submissionId === submissionId);
    return own && { own, versions: rows.filter((row) => row !== own) };
  }

  /** State and fact in one statement. A state that someone else has moved meanwhile is left alone. */
  async write(
    tenantId: string,
    before: Submission,
    attempts: number,
    { state, errorCode, mayBeThere }: Pick<SubmissionOutcome, 'state' | 'errorCode' | 'mayBeThere'>,
  ): Promise<void> {
    const after: Submission = { ...before, state, errorCode, mayBeThere, attempts, stateRevision: before.stateRevision + 1 };
    const facts = Outbox.statement([submissionChanged(this.facts, tenantId, after)], 9, 'changed');
    await this.database.query(
      tenantId,
      `WITH changed AS (
              UPDATE submission SET state = $3, state_revision = $4, attempts = $5, may_be_there = $6, error_code = $7, changed_at = $8
              WHERE tenant_id = $1 AND submission_id = $2 AND state_revision = $4 - 1 RETURNING submission_id),
            stated AS (${facts.sql})
       SELECT 1`,
      [
        tenantId,
        after.submissionId,
        state,
        after.stateRevision,
        attempts,
        mayBeThere,
        errorCode,
        this.clock.now(),
        ...facts.parameters,
      ],
    );
  }
}
