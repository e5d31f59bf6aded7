import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@segur/clock';
import { DocumentStore } from '@segur/document-store';
import type { DocumentValidated, EventEnvelope } from '@segur/events';
import { oidOfUuid, type DeliverySheet } from '@segur/laboratory';
import { Attempts, ContextDatabase, Facts, Inbox, Outbox } from '@segur/persistence';
import { submissionChanged, type Submission } from '../submission.entity.js';
import { Structures } from '../structures.js';
import { decideSubmission, type NotEligible } from './decide-submission.js';

/** The OIDs of the INS that this environment may send. */
export abstract class SendableIns {
  abstract readonly authorities: readonly string[];
}

/** A version that has not left makes way at once, not with its next try. */
const FORMER_VERSIONS = Attempts.hastening({
  tenant: '$3',
  at: '$14',
  subjects: `SELECT submission_id FROM submission WHERE tenant_id = $3 AND report_set_id = $5::uuid AND revision < $6::integer`,
});

/** Plans the submission of a document, with every identifier of its lot, before the first byte leaves. */
@Injectable()
export class PlanSubmissionService {
  constructor(
    private readonly database: ContextDatabase,
    private readonly facts: Facts,
    private readonly attempts: Attempts,
    private readonly documents: DocumentStore,
    private readonly structures: Structures,
    private readonly ins: SendableIns,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** An event that was handled, or whose revision was passed, changes nothing. */
  async plan(event: EventEnvelope<DocumentValidated>): Promise<void> {
    const { tenantId, data } = event;
    const sheet = JSON.parse((await this.documents.get(tenantId, data.deliverySheet.sha256)).toString('utf8')) as DeliverySheet;
    const settings = { feedsDmp: this.structures.of(tenantId) !== undefined, insAuthorities: this.ins.authorities };
    await this.write(event, this.toSubmission(event, decideSubmission(sheet, settings)));
  }

  private toSubmission({ data, traceparent }: EventEnvelope<DocumentValidated>, notEligible: NotEligible | undefined): Submission {
    const submissionId = this.ids.next();
    const now = this.clock.now();
    return {
      submissionId,
      reportSetId: data.reportSetId,
      revision: data.revision,
      documentId: data.documentId,
      setId: oidOfUuid(submissionId),
      cdaSha256: data.cda.sha256,
      sheetSha256: data.deliverySheet.sha256,
      state: notEligible ? 'NOT_ELIGIBLE' : 'PENDING',
      stateRevision: 1,
      attempts: 0,
      mayBeThere: false,
      errorCode: notEligible ?? null,
      traceparent: traceparent ?? null,
      plannedAt: now,
      changedAt: now,
    };
  }

  /** Inbox, row, attempt and fact in one statement and one round trip. */
  private async write(event: EventEnvelope<DocumentValidated>, submission: Submission): Promise<void> {
    const { tenantId } = event;
    const { submissionId, state } = submission;
    const inbox = Inbox.statement(event, 1);
    const row = [
      ...[tenantId, submissionId, submission.reportSetId, submission.revision, submission.documentId, submission.setId],
      ...[submission.cdaSha256, submission.sheetSha256, state, submission.errorCode, submission.traceparent, submission.plannedAt],
    ];
    const facts = Outbox.statement([submissionChanged(this.facts, tenantId, submission, event)], 15, 'planned');
    const due =
      state === 'PENDING'
        ? this.attempts.statement({ tenantId, subjectId: submissionId }, 15 + facts.parameters.length, 'planned')
        : undefined;
    await this.database.query(
      tenantId,
      `WITH fresh AS (${inbox.sql}),
            planned AS (
              INSERT INTO submission (tenant_id, submission_id, report_set_id, revision, document_id, set_id, cda_sha256, sheet_sha256,
                                      state, state_revision, error_code, traceparent, planned_at, changed_at)
              SELECT $3, $4::uuid, $5::uuid, $6::integer, $7, $8, $9, $10, $11, 1, $12, $13, $14::timestamptz, $14::timestamptz FROM fresh
              WHERE NOT EXISTS (SELECT FROM submission WHERE tenant_id = $3 AND report_set_id = $5::uuid AND revision >= $6::integer)
              RETURNING submission_id),
            stated AS (${facts.sql})
            ${due ? `, due AS (${due.sql})` : ''}
            ${submission.revision > 1 ? `, hastened AS (${FORMER_VERSIONS})` : ''}
       SELECT 1`,
      [...inbox.parameters, ...row, ...facts.parameters, ...(due?.parameters ?? [])],
    );
  }
}
