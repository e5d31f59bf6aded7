import { DELIVERY_CHANGED, type DeliveryChanged, type EventEnvelope } from '@segur/events';
import type { Facts } from '@segur/persistence';

/** A row of `submission`. */
export interface Submission {
  readonly submissionId: string;
  readonly reportSetId: string;
  readonly revision: number;
  /** XDS uniqueId of the document. */
  readonly documentId: string;
  /** XDS uniqueId of the lot. */
  readonly setId: string;
  readonly cdaSha256: string;
  readonly sheetSha256: string;
  readonly state: DeliveryChanged['state'];
  readonly stateRevision: number;
  /** Number of the last attempt that was written down. */
  readonly attempts: number;
  /** An answer was lost once: the DMP may hold the document already. */
  readonly mayBeThere: boolean;
  readonly errorCode: string | null;
  readonly traceparent: string | null;
  readonly plannedAt: Date;
  /** When the state was written that it is in. */
  readonly changedAt: Date;
}

/** Columns of a submission under the names of its fields. */
export const SUBMISSION_COLUMNS = `submission_id AS "submissionId", report_set_id AS "reportSetId", revision, document_id AS "documentId",
  set_id AS "setId", cda_sha256 AS "cdaSha256", sheet_sha256 AS "sheetSha256", state, state_revision AS "stateRevision", attempts,
  may_be_there AS "mayBeThere", error_code AS "errorCode", traceparent, planned_at AS "plannedAt",
  changed_at AS "changedAt"`;

const FINAL: readonly Submission['state'][] = ['ACCEPTED', 'REJECTED', 'NOT_ELIGIBLE', 'FAILED', 'WITHDRAWN'];

/** True when nothing more will be done by itself. */
export function isFinal({ state }: Pick<Submission, 'state'>): boolean {
  return FINAL.includes(state);
}

/** The fact that a submission is in a state. */
export function submissionChanged(
  facts: Facts,
  tenantId: string,
  submission: Submission,
  cause?: EventEnvelope,
): EventEnvelope<DeliveryChanged> {
  const { submissionId, reportSetId, revision, state, stateRevision, attempts, documentId, errorCode } = submission;
  return facts.state(DELIVERY_CHANGED, {
    key: reportSetId,
    tenantId,
    ...(cause ? { cause } : {}),
    data: {
      deliveryId: submissionId,
      reportSetId,
      revision,
      channel: 'dmp',
      recipientRole: 'dmp',
      state,
      stateRevision,
      attempts,
      remoteId: documentId,
      ...(errorCode ? { errorCode } : {}),
    },
  });
}
