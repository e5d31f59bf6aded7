import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@segur/clock';
import { DocumentStore } from '@segur/document-store';
import type { DocumentValidated, EventEnvelope } from '@segur/events';
import { oidOfUuid, type DeliverySheet } from '@segur/laboratory';
import { Attempts, Facts, Inbox, Outbox, type Tx } from '@segur/persistence';
import { dispatchChanged, type Dispatch } from '../dispatch.entity.js';
import { Mailboxes } from '../mailboxes.js';
import { decideDispatches } from './decide-dispatches.js';

/** Plans the mails of a document, each with its identifiers, before the first byte of any leaves. */
@Injectable()
export class PlanDispatchesService {
  constructor(
    private readonly inbox: Inbox,
    private readonly outbox: Outbox,
    private readonly facts: Facts,
    private readonly attempts: Attempts,
    private readonly documents: DocumentStore,
    private readonly mailboxes: Mailboxes,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async plan(event: EventEnvelope<DocumentValidated>): Promise<void> {
    const { tenantId, data } = event;
    const sheet = JSON.parse((await this.documents.get(tenantId, data.deliverySheet.sha256)).toString('utf8')) as DeliverySheet;
    const domain = this.mailboxes.of(tenantId)?.mailbox.split('@')[1];
    const planned = decideDispatches(sheet, domain !== undefined);

    await this.inbox.once(event, async (tx) => {
      if (await passed(tx, tenantId, data)) return;
      for (const { recipientNumber, role, notEligible } of planned) {
        const dispatchId = this.ids.next();
        const dispatch: Dispatch = {
          dispatchId,
          reportSetId: data.reportSetId,
          revision: data.revision,
          recipientNumber,
          recipientRole: role,
          cdaSha256: data.cda.sha256,
          pdfSha256: data.pdf?.sha256 ?? null,
          sheetSha256: data.deliverySheet.sha256,
          messageId: `<${dispatchId}@${domain ?? 'invalid'}>`,
          lotId: oidOfUuid(dispatchId),
          state: notEligible ? 'NOT_ELIGIBLE' : 'PENDING',
          stateRevision: 1,
          attempts: 0,
          errorCode: notEligible ?? null,
          plannedAt: this.clock.now(),
        };
        await insert(tx, tenantId, dispatch);
        if (!notEligible) await this.attempts.schedule(tx, { tenantId, subjectId: dispatchId });
        await this.outbox.add(tx, dispatchChanged(this.facts, tenantId, dispatch, event));
      }
    });
  }
}

/** A replayed or late event of a revision that was planned, or of an older one, changes nothing. */
async function passed(tx: Tx, tenantId: string, { reportSetId, revision }: DocumentValidated): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'SELECT 1 FROM dispatch WHERE tenant_id = $1 AND report_set_id = $2 AND revision >= $3 LIMIT 1',
    [tenantId, reportSetId, revision],
  );
  return rows.length > 0;
}

async function insert(tx: Tx, tenantId: string, dispatch: Dispatch): Promise<void> {
  await tx.query(
    `INSERT INTO dispatch (tenant_id, dispatch_id, report_set_id, revision, recipient_number, recipient_role, cda_sha256, pdf_sha256,
                           sheet_sha256, message_id, lot_id, state, state_revision, error_code, planned_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)`,
    [
      tenantId,
      dispatch.dispatchId,
      dispatch.reportSetId,
      dispatch.revision,
      dispatch.recipientNumber,
      dispatch.recipientRole,
      dispatch.cdaSha256,
      dispatch.pdfSha256,
      dispatch.sheetSha256,
      dispatch.messageId,
      dispatch.lotId,
      dispatch.state,
      dispatch.stateRevision,
      dispatch.errorCode,
      dispatch.plannedAt,
    ],
  );
}
