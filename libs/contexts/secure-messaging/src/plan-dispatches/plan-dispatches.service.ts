import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@segur/clock';
import { DocumentStore } from '@segur/document-store';
import type { DocumentValidated, EventEnvelope } from '@segur/events';
import { oidOfUuid, type DeliverySheet } from '@segur/laboratory';
import { Attempts, ContextDatabase, Facts, Inbox, Outbox } from '@segur/persistence';
import { dispatchChanged, type Dispatch } from '../dispatch.entity.js';
import { Mailboxes } from '../mailboxes.js';
import { decideDispatches, type NamedRecipient, type PlannedDispatch } from './decide-dispatches.js';

/** Plans the mails of a document, each with its identifiers, before the first byte of any leaves. */
@Injectable()
export class PlanDispatchesService {
  constructor(
    private readonly database: ContextDatabase,
    private readonly facts: Facts,
    private readonly attempts: Attempts,
    private readonly documents: DocumentStore,
    private readonly mailboxes: Mailboxes,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** An event that was handled, or whose revision was passed or withdrawn, changes nothing. */
  async plan(event: EventEnvelope<DocumentValidated>): Promise<void> {
    const { tenantId, data } = event;
    const sheetSha256 = data.deliverySheet.sha256;
    const mailbox = this.mailboxes.of(tenantId)?.mailbox;
    const planned = decideDispatches({
      sheet: await this.sheet(tenantId, sheetSha256),
      sheetSha256,
      // A document that replaces nothing is new to all: what was withdrawn is no earlier version of it.
      served: data.replaces ? await this.served(tenantId, data) : [],
      hasMailbox: mailbox !== undefined,
    });
    const domain = mailbox?.split('@')[1] ?? 'invalid';
    await this.write(
      event,
      planned.map((one) => this.toDispatch(event, one, domain)),
    );
  }

  /** Those whose mailbox has an earlier version, or may have it. */
  private async served(tenantId: string, { reportSetId, revision }: DocumentValidated): Promise<readonly NamedRecipient[]> {
    const rows = await this.database.query<Pick<NamedRecipient, 'sheetSha256' | 'number'>>(
      tenantId,
      `SELECT recipient_sheet_sha256 AS "sheetSha256", recipient_number AS number FROM dispatch
       WHERE tenant_id = $1 AND report_set_id = $2 AND revision < $3 AND may_be_there
         AND NOT EXISTS (SELECT FROM withdrawal w
                         WHERE w.tenant_id = $1 AND w.report_set_id = $2 AND w.revision >= dispatch.revision)
       ORDER BY revision DESC, recipient_number`,
      [tenantId, reportSetId, revision],
    );
    const served: NamedRecipient[] = [];
    for (const { sheetSha256, number } of rows) {
      const recipient = (await this.sheet(tenantId, sheetSha256)).recipients[number];
      if (recipient) served.push({ sheetSha256, number, recipient });
    }
    return served;
  }

  private async sheet(tenantId: string, sha256: string): Promise<DeliverySheet> {
    return JSON.parse((await this.documents.get(tenantId, sha256)).toString('utf8')) as DeliverySheet;
  }

  private toDispatch({ data, traceparent }: EventEnvelope<DocumentValidated>, one: PlannedDispatch, domain: string): Dispatch {
    const dispatchId = this.ids.next();
    return {
      dispatchId,
      reportSetId: data.reportSetId,
      revision: data.revision,
      recipientSheetSha256: one.sheetSha256,
      recipientNumber: one.recipientNumber,
      recipientRole: one.role,
      cdaSha256: data.cda.sha256,
      pdfSha256: data.pdf?.sha256 ?? null,
      sheetSha256: data.deliverySheet.sha256,
      messageId: `<${dispatchId}@${domain}>`,
      lotId: oidOfUuid(dispatchId),
      state: one.notEligible ? 'NOT_ELIGIBLE' : 'PENDING',
      stateRevision: 1,
      attempts: 0,
      mayBeThere: false,
      errorCode: one.notEligible ?? null,
      traceparent: traceparent ?? null,
      plannedAt: this.clock.now(),
      withdrawnAt: null,
    };
  }

  /** Inbox, rows, attempts and facts in one statement and one round trip. */
  private async write(event: EventEnvelope<DocumentValidated>, dispatches: readonly Dispatch[]): Promise<void> {
    const { tenantId, data } = event;
    const inbox = Inbox.statement(event, 1);
    const rows = [tenantId, data.reportSetId, data.revision, JSON.stringify(dispatches)];
    const facts = Outbox.statement(
      dispatches.map((dispatch) => dispatchChanged(this.facts, tenantId, dispatch, event)),
      7,
      'planned',
    );
    const due = dispatches
      .filter(({ state }) => state === 'PENDING')
      .map(({ dispatchId }, index) => this.attempts.statement({ tenantId, subjectId: dispatchId }, 10 + 3 * index, 'planned'));
    await this.database.query(
      tenantId,
      `WITH fresh AS (${inbox.sql}),
            planned AS (
              INSERT INTO dispatch (tenant_id, dispatch_id, report_set_id, revision, recipient_sheet_sha256, recipient_number, recipient_role,
                                    cda_sha256, pdf_sha256, sheet_sha256, message_id, lot_id, state, state_revision, error_code,
                                    traceparent, planned_at, changed_at)
              SELECT $3, "dispatchId", $4::uuid, $5::integer, "recipientSheetSha256", "recipientNumber", "recipientRole",
                     "cdaSha256", "pdfSha256", "sheetSha256", "messageId", "lotId", state, 1, "errorCode",
                     traceparent, "plannedAt", "plannedAt"
              FROM fresh, json_to_recordset($6::json) AS stated_row (
                "dispatchId" uuid, "recipientSheetSha256" text, "recipientNumber" integer, "recipientRole" text, "cdaSha256" text,
                "pdfSha256" text, "sheetSha256" text, "messageId" text, "lotId" text, state text, "errorCode" text, traceparent text,
                "plannedAt" timestamptz)
              WHERE NOT EXISTS (SELECT FROM dispatch WHERE tenant_id = $3 AND report_set_id = $4::uuid AND revision >= $5::integer)
                AND NOT EXISTS (SELECT FROM withdrawal WHERE tenant_id = $3 AND report_set_id = $4::uuid AND revision >= $5::integer)
              RETURNING dispatch_id),
            stated AS (${facts.sql})
            ${due.map(({ sql }, index) => `, due${index} AS (${sql})`).join('')}
       SELECT 1`,
      [...inbox.parameters, ...rows, ...facts.parameters, ...due.flatMap(({ parameters }) => parameters)],
    );
  }
}
