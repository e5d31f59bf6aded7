import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { Attempts, ContextDatabase, Facts, Outbox } from '@segur/persistence';
import { isFinal, SUBMISSION_COLUMNS, submissionChanged, type Submission } from '../submission.entity.js';
import type { SubmissionOutcome } from './decide-outcome.js';

/** A submission among the versions of its document. */
export interface KnownSubmission {
  readonly own: Submission;
  /** Every other version. */
  readonly versions: readonly Submission[];
  /** The last revision of the report that was withdrawn; 0: none. */
  readonly withdrawnUpTo: number;
}

/** Versions that may have waited for this one to be settled. */
const LATER_VERSIONS = Attempts.hastening({
  tenant: '$1',
  at: '$8',
  subjects: `SELECT submission_id FROM submission
             WHERE tenant_id = $1 AND report_set_id = (SELECT report_set_id FROM changed) AND revision > (SELECT revision FROM changed)`,
});

/** Versions that a newer one has passed. */
const OLDER_VERSIONS = Attempts.hastening({
  tenant: '$1',
  at: '$2',
  subjects: 'SELECT submission_id FROM submission WHERE tenant_id = $1 AND report_set_id = $3 AND revision < $4',
});

/** The rows of submissions, as attempts read and write them. */
@Injectable()
export class SubmissionLedger {
  constructor(
    private readonly database: ContextDatabase,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** Absent: it does not exist. */
  async read(tenantId: string, submissionId: string): Promise<KnownSubmission | undefined> {
    const rows = await this.database.query<Submission & { readonly withdrawnUpTo: number }>(
      tenantId,
      `SELECT ${SUBMISSION_COLUMNS},
              coalesce((SELECT w.revision FROM withdrawal w WHERE w.tenant_id = $1 AND w.report_set_id = submission.report_set_id), 0)
                AS "withdrawnUpTo"
       FROM submission
       WHERE tenant_id = $1 AND report_set_id = (SELECT report_set_id FROM submission WHERE tenant_id = $1 AND submission_id = $2)`,
      [tenantId, submissionId],
    );
    const found = rows.find((row) => row.submissionId === submissionId);
    if (!found) return undefined;
    const { withdrawnUpTo, ...own } = found;
    return { own, versions: rows.filter((row) => row !== found), withdrawnUpTo };
  }

  /** Makes due now the older versions that wait for their next try: they need no call to find that they were passed. */
  async hastenOlder(tenantId: string, { reportSetId, revision }: Submission): Promise<void> {
    await this.database.query(tenantId, OLDER_VERSIONS, [tenantId, this.clock.now(), reportSetId, revision]);
  }

  /**
   * State and fact in one statement; a version that is settled calls those that waited for it.
   *
   * @returns False: someone else has moved the state meanwhile, and it is left alone.
   */
  async write(
    tenantId: string,
    before: Submission,
    attempts: number,
    { state, errorCode, mayBeThere }: Pick<SubmissionOutcome, 'state' | 'errorCode' | 'mayBeThere'>,
  ): Promise<boolean> {
    const after: Submission = { ...before, state, errorCode, mayBeThere, attempts, stateRevision: before.stateRevision + 1 };
    const now = this.clock.now();
    const facts = Outbox.statement([submissionChanged(this.facts, tenantId, after)], 9, 'changed');
    const changed = await this.database.query(
      tenantId,
      `WITH changed AS (
              UPDATE submission SET state = $3, state_revision = $4, attempts = $5, may_be_there = $6, error_code = $7, changed_at = $8
              WHERE tenant_id = $1 AND submission_id = $2 AND state_revision = $4 - 1
              RETURNING report_set_id, revision),
            stated AS (${facts.sql})
            ${isFinal(after) ? `, hastened AS (${LATER_VERSIONS})` : ''}
       SELECT 1 FROM changed`,
      [tenantId, after.submissionId, state, after.stateRevision, attempts, mayBeThere, errorCode, now, ...facts.parameters],
    );
    return changed.length > 0;
  }
}
