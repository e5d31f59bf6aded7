import { DELIVERY_CHANGED, type DeliveryChanged, type EventEnvelope } from '@segur/events';
import type { Facts } from '@segur/persistence';

/** A row of `dispatch`. */
export interface Dispatch {
  readonly dispatchId: string;
  readonly reportSetId: string;
  readonly revision: number;
  /** Delivery sheet that names the recipient: the one of this revision, or of an earlier one whose document they got. */
  readonly recipientSheetSha256: string;
  /** Place of the recipient in that sheet. */
  readonly recipientNumber: number;
  readonly recipientRole: 'prescriber' | 'correspondent' | 'patient';
  readonly cdaSha256: string;
  readonly pdfSha256: string | null;
  readonly sheetSha256: string;
  readonly messageId: string;
  /** uniqueId of the submission set in the archive. */
  readonly lotId: string;
  readonly state: DeliveryChanged['state'];
  readonly stateRevision: number;
  /** Number of the last attempt that was written down. */
  readonly attempts: number;
  /** It was taken, or an answer was lost once: the mailbox has the document, or may have it. */
  readonly mayBeThere: boolean;
  readonly errorCode: string | null;
  readonly traceparent: string | null;
  /** Time stamp of the mail and of its archive. */
  readonly plannedAt: Date;
  /** Time stamp of the mail that asks to delete the document. Null: it is not withdrawn. */
  readonly withdrawnAt: Date | null;
}

/** Columns of a dispatch under the names of its fields. */
export const DISPATCH_COLUMNS = `dispatch_id AS "dispatchId", report_set_id AS "reportSetId", revision,
  recipient_sheet_sha256 AS "recipientSheetSha256", recipient_number AS "recipientNumber", recipient_role AS "recipientRole",
  cda_sha256 AS "cdaSha256", pdf_sha256 AS "pdfSha256", sheet_sha256 AS "sheetSha256", message_id AS "messageId", lot_id AS "lotId",
  state, state_revision AS "stateRevision", attempts, may_be_there AS "mayBeThere", error_code AS "errorCode", traceparent,
  planned_at AS "plannedAt", withdrawn_at AS "withdrawnAt"`;

const FINAL: readonly Dispatch['state'][] = ['ACCEPTED', 'REJECTED', 'NOT_ELIGIBLE', 'FAILED', 'WITHDRAWN'];

/** True when nothing more will be sent. */
export function isFinal({ state }: Pick<Dispatch, 'state'>): boolean {
  return FINAL.includes(state);
}

/** The fact that a dispatch is in a state. It says who by role only: the address of a patient is a matricule. */
export function dispatchChanged(
  facts: Facts,
  tenantId: string,
  dispatch: Dispatch,
  cause?: EventEnvelope,
): EventEnvelope<DeliveryChanged> {
  const { recipientSheetSha256, recipientNumber } = dispatch;
  const { dispatchId, reportSetId, revision, recipientRole, state, stateRevision, attempts, messageId, errorCode } = dispatch;
  const sendable = state !== 'NOT_ELIGIBLE';
  return facts.state(DELIVERY_CHANGED, {
    key: reportSetId,
    tenantId,
    ...(cause ? { cause } : {}),
    data: {
      deliveryId: dispatchId,
      reportSetId,
      revision,
      channel: 'mss',
      recipientRole,
      recipient: { sheetSha256: recipientSheetSha256, number: recipientNumber },
      state,
      stateRevision,
      attempts,
      ...(sendable ? { remoteId: messageId } : {}),
      ...(errorCode ? { errorCode } : {}),
    },
  });
}
