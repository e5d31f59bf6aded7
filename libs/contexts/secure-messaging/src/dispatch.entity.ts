import { DELIVERY_CHANGED, type DeliveryChanged, type EventEnvelope } from '@segur/events';
import type { Facts } from '@segur/persistence';

/** A row of `dispatch`, as far as it travels between attempts. */
export interface Dispatch {
  readonly dispatchId: string;
  readonly reportSetId: string;
  readonly revision: number;
  readonly recipientNumber: number;
  readonly recipientRole: 'prescriber' | 'correspondent' | 'patient';
  readonly cdaSha256: string;
  readonly pdfSha256: string | null;
  readonly sheetSha256: string;
  readonly messageId: string;
  readonly lotId: string;
  readonly state: DeliveryChanged['state'];
  readonly stateRevision: number;
  readonly attempts: number;
  readonly errorCode: string | null;
  /** Time stamp of the mail and of its archive. */
  readonly plannedAt: Date;
}

/** Columns of a dispatch under the names of its fields. */
export const DISPATCH_COLUMNS = `dispatch_id AS "dispatchId", report_set_id AS "reportSetId", revision, recipient_number AS "recipientNumber",
  recipient_role AS "recipientRole", cda_sha256 AS "cdaSha256", pdf_sha256 AS "pdfSha256", sheet_sha256 AS "sheetSha256",
  message_id AS "messageId", lot_id AS "lotId", state, state_revision AS "stateRevision", attempts, error_code AS "errorCode",
  planned_at AS "plannedAt"`;

/** The fact that a dispatch is in a state. */
export function dispatchChanged(
  facts: Facts,
  tenantId: string,
  dispatch: Dispatch,
  cause?: EventEnvelope,
): EventEnvelope<DeliveryChanged> {
  const { dispatchId, reportSetId, revision, recipientRole, state, stateRevision, attempts, messageId, errorCode } = dispatch;
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
      state,
      stateRevision,
      attempts,
      remoteId: messageId,
      ...(errorCode ? { errorCode } : {}),
    },
  });
}
