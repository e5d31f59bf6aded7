import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import type { EventEnvelope, ReportWithdrawn } from '@segur/events';
import { Attempts, ContextDatabase, Facts, Inbox, Outbox, type Tx } from '@segur/persistence';
import { SUBMISSION_COLUMNS, submissionChanged, type Submission } from '../submission.entity.js';
import { decideWithdrawal } from './decide-withdrawal.js';

interface Claim {
  readonly submissionId: string;
  /** Of the last claim. */
  readonly number: number;
  readonly claimed: boolean;
}

/** Withdraws every version of a report up to a revision: what has not left stays here, the rest is taken back by attempts. */
@Injectable()
export class WithdrawReportService {
  constructor(
    private readonly database: ContextDatabase,
    private readonly inbox: Inbox,
    private readonly outbox: Outbox,
    private readonly facts: Facts,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
  ) {}

  /** An event that was handled changes nothing. */
  async withdraw(event: EventEnvelope<ReportWithdrawn>): Promise<void> {
    // Committed first: whoever plans a document that this handler does not see yet, sends it only after it could see this.
    await this.remember(event);
    await this.inbox.once(event, async (tx) => {
      const { tenantId, data } = event;
      const claims = await this.lockAttempts(tx, event);
      const submissions: Submission[] = await tx.query(
        `SELECT ${SUBMISSION_COLUMNS} FROM submission WHERE tenant_id = $1 AND report_set_id = $2 AND revision <= $3
         ORDER BY revision FOR UPDATE`,
        [tenantId, data.reportSetId, data.revision],
      );
      let open = false;
      for (const submission of submissions)
        open = (await this.apply(tx, event, submission, claims.get(submission.submissionId))) || open;
      // What is still to be taken back calls the later versions itself, once it is.
      if (!open) await tx.query(Attempts.hastening(LATER_VERSIONS), [tenantId, data.reportSetId, data.revision, this.clock.now()]);
    });
  }

  private async remember({ tenantId, data: { reportSetId, revision, reason } }: EventEnvelope<ReportWithdrawn>): Promise<void> {
    await this.database.query(
      tenantId,
      `INSERT INTO withdrawal AS known (tenant_id, report_set_id, revision, reason, withdrawn_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id, report_set_id) DO UPDATE SET
         revision = excluded.revision, reason = excluded.reason, withdrawn_at = excluded.withdrawn_at
       WHERE known.revision < excluded.revision`,
      [tenantId, reportSetId, revision, reason, this.clock.now()],
    );
  }

  /** With the rows locked nobody begins an attempt; one that has begun is seen. */
  private async lockAttempts(tx: Tx, { tenantId, data }: EventEnvelope<ReportWithdrawn>): Promise<ReadonlyMap<string, Claim>> {
    const claims: Claim[] = await tx.query(
      `SELECT subject_id AS "submissionId", number, lease IS NOT NULL AS claimed FROM attempt
       WHERE tenant_id = $1 AND finished_at IS NULL AND subject_id IN
         (SELECT submission_id FROM submission WHERE tenant_id = $1 AND report_set_id = $2 AND revision <= $3)
       ORDER BY subject_id FOR UPDATE`,
      [tenantId, data.reportSetId, data.revision],
    );
    return new Map(claims.map((claim) => [claim.submissionId, claim]));
  }

  /** @returns True: the DMP may still show it. */
  private async apply(
    tx: Tx,
    event: EventEnvelope<ReportWithdrawn>,
    before: Submission,
    claim: Claim | undefined,
  ): Promise<boolean> {
    // A number beyond the one that was written down: a process died in the middle of an attempt.
    const inFlight = claim !== undefined && (claim.claimed || claim.number > before.attempts);
    const withdrawal = decideWithdrawal(before, inFlight);
    if (withdrawal === 'leave') return before.state === 'WITHDRAWING';
    const { tenantId } = event;
    const takesBack = withdrawal === 'take-back';
    const after: Submission = {
      ...before,
      state: takesBack ? 'WITHDRAWING' : 'WITHDRAWN',
      mayBeThere: takesBack,
      errorCode: null,
      stateRevision: before.stateRevision + 1,
    };
    await tx.query(
      `UPDATE submission SET state = $3, state_revision = $4, may_be_there = $5, error_code = NULL, changed_at = $6
       WHERE tenant_id = $1 AND submission_id = $2`,
      [tenantId, after.submissionId, after.state, after.stateRevision, after.mayBeThere, this.clock.now()],
    );
    await this.outbox.add(tx, submissionChanged(this.facts, tenantId, after, event));
    if (takesBack) await this.attempts.schedule(tx, { tenantId, subjectId: after.submissionId });
    return takesBack;
  }
}

/** What waited for a version that is out of the way now. */
const LATER_VERSIONS = {
  tenant: '$1',
  at: '$4',
  subjects: 'SELECT submission_id FROM submission WHERE tenant_id = $1 AND report_set_id = $2 AND revision > $3',
};
