import { ACKNOWLEDGEMENT_CHANGED, type AcknowledgementChanged, type EventEnvelope } from '@segur/events';
import type { Facts } from '@segur/persistence';

/** A row of `acknowledgement`. */
export interface Acknowledgement {
  readonly acknowledgementId: string;
  readonly reportSetId: string;
  readonly revision: number;
  readonly receptionId: string;
  /** The message that is answered, in the document store. */
  readonly messageSha256: string;
  readonly deliveryId: string;
  readonly kind: AcknowledgementChanged['kind'];
  /** Delivery sheet that names the recipient, and their place in it. Null: the DMP. */
  readonly recipientSheetSha256: string | null;
  readonly recipientNumber: number | null;
  /** Null: a positive one. */
  readonly errorCode: string | null;
  readonly controlId: string;
  readonly state: AcknowledgementChanged['state'];
  readonly stateRevision: number;
  readonly attempts: number;
  readonly answerCode: string | null;
  readonly traceparent: string | null;
  /** When the delivery came to its end (EVN-2). */
  readonly decidedAt: Date;
  /** MSH-7, each time it is sent. */
  readonly plannedAt: Date;
}

/** Columns of an acknowledgement under the names of its fields. */
export const ACKNOWLEDGEMENT_COLUMNS = `acknowledgement_id AS "acknowledgementId", report_set_id AS "reportSetId", revision,
  reception_id AS "receptionId", message_sha256 AS "messageSha256", delivery_id AS "deliveryId", kind,
  recipient_sheet_sha256 AS "recipientSheetSha256", recipient_number AS "recipientNumber", error_code AS "errorCode",
  control_id AS "controlId", state, state_revision AS "stateRevision", attempts, answer_code AS "answerCode", traceparent,
  decided_at AS "decidedAt", planned_at AS "plannedAt"`;

/** The fact that an acknowledgement is in a state. It names no mailbox: a patient's holds the matricule. */
export function acknowledgementChanged(
  facts: Facts,
  tenantId: string,
  acknowledgement: Acknowledgement,
  cause?: EventEnvelope,
): EventEnvelope<AcknowledgementChanged> {
  const { acknowledgementId, reportSetId, revision, receptionId, deliveryId, kind, errorCode, answerCode } = acknowledgement;
  const { controlId, state, stateRevision, attempts } = acknowledgement;
  return facts.state(ACKNOWLEDGEMENT_CHANGED, {
    key: reportSetId,
    tenantId,
    ...(cause ? { cause } : {}),
    data: {
      acknowledgementId,
      reportSetId,
      revision,
      receptionId,
      deliveryId,
      kind,
      verdict: errorCode === null ? 'positive' : 'negative',
      ...(errorCode === null ? {} : { errorCode }),
      controlId,
      state,
      stateRevision,
      attempts,
      ...(answerCode === null ? {} : { answerCode }),
    },
  });
}
