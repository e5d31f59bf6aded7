import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { DocumentStore } from '@segur/document-store';
import type { EventEnvelope, ReportWithdrawn } from '@segur/events';
import type { DeliverySheet } from '@segur/laboratory';
import { Attempts, ContextDatabase, Facts, Inbox, Outbox, type Tx } from '@segur/persistence';
import { DISPATCH_COLUMNS, dispatchChanged, type Dispatch } from '../dispatch.entity.js';
import { recipientAddress } from '../plan-dispatches/recipient-address.js';
import { decideWithdrawals, type Withdrawal } from './decide-withdrawal.js';

type Withdrawn = EventEnvelope<ReportWithdrawn>;

/** Withdraws every version of a report up to a revision: what has not left stays here, and who may have it is told by attempts. */
@Injectable()
export class WithdrawReportService {
  constructor(
    private readonly database: ContextDatabase,
    private readonly inbox: Inbox,
    private readonly outbox: Outbox,
    private readonly facts: Facts,
    private readonly attempts: Attempts,
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
  ) {}

  /** An event that was handled changes nothing. */
  async withdraw(event: Withdrawn): Promise<void> {
    // Committed first: whatever begins to be sent after this sees it, also a mail that this handler does not see yet.
    await this.remember(event);
    const mailboxes = await this.mailboxes(event);
    await this.inbox.once(event, async (tx) => {
      const numbers = await this.lockAttempts(tx, event);
      const dispatches: Dispatch[] = await tx.query(
        `SELECT ${DISPATCH_COLUMNS} FROM dispatch WHERE tenant_id = $1 AND report_set_id = $2 AND revision <= $3
         ORDER BY revision, dispatch_id FOR UPDATE`,
        [event.tenantId, event.data.reportSetId, event.data.revision],
      );
      const decisions = decideWithdrawals(
        dispatches.map((dispatch) => ({
          dispatch,
          mailbox: mailboxes.get(dispatch.dispatchId),
          inFlight: (numbers.get(dispatch.dispatchId) ?? 0) > dispatch.attempts,
        })),
      );
      for (const dispatch of dispatches) await this.apply(tx, event, dispatch, decisions.get(dispatch.dispatchId) ?? 'leave');
    });
  }

  private async remember({ tenantId, data: { reportSetId, revision, reason } }: Withdrawn): Promise<void> {
    await this.database.query(
      tenantId,
      `INSERT INTO withdrawal AS known (tenant_id, report_set_id, revision, reason, withdrawn_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id, report_set_id) DO UPDATE SET
         revision = excluded.revision, reason = excluded.reason, withdrawn_at = excluded.withdrawn_at
       WHERE known.revision < excluded.revision`,
      [tenantId, reportSetId, revision, reason, this.clock.now()],
    );
  }

  /** By dispatch, where the mailbox may have something. Read before the transaction, which must not wait for the document store. */
  private async mailboxes({ tenantId, data }: Withdrawn): Promise<ReadonlyMap<string, string>> {
    const dispatches = await this.database.query<Dispatch>(
      tenantId,
      `SELECT ${DISPATCH_COLUMNS} FROM dispatch WHERE tenant_id = $1 AND report_set_id = $2 AND revision <= $3 AND may_be_there`,
      [tenantId, data.reportSetId, data.revision],
    );
    const sheets = new Map<string, DeliverySheet>();
    for (const sha256 of new Set(dispatches.flatMap((one) => [one.sheetSha256, one.recipientSheetSha256])))
      sheets.set(sha256, JSON.parse((await this.documents.get(tenantId, sha256)).toString('utf8')) as DeliverySheet);
    return new Map(
      dispatches.flatMap(({ dispatchId, sheetSha256, recipientSheetSha256, recipientNumber }): [string, string][] => {
        const sheet = sheets.get(sheetSha256);
        const recipient = sheets.get(recipientSheetSha256)?.recipients[recipientNumber];
        const answer = sheet && recipient ? recipientAddress(sheet, recipient) : undefined;
        return answer && 'address' in answer ? [[dispatchId, answer.address.toLowerCase()]] : [];
      }),
    );
  }

  /** With the rows locked nobody begins an attempt. @returns The number of the last one that began, by dispatch. */
  private async lockAttempts(tx: Tx, { tenantId, data }: Withdrawn): Promise<ReadonlyMap<string, number>> {
    const claims: { readonly dispatchId: string; readonly number: number }[] = await tx.query(
      `SELECT subject_id AS "dispatchId", number FROM attempt
       WHERE tenant_id = $1 AND finished_at IS NULL AND subject_id IN
         (SELECT dispatch_id FROM dispatch WHERE tenant_id = $1 AND report_set_id = $2 AND revision <= $3)
       ORDER BY subject_id FOR UPDATE`,
      [tenantId, data.reportSetId, data.revision],
    );
    return new Map(claims.map(({ dispatchId, number }) => [dispatchId, number]));
  }

  private async apply(tx: Tx, event: Withdrawn, before: Dispatch, withdrawal: Withdrawal): Promise<void> {
    const { tenantId } = event;
    const notifies = withdrawal === 'notify';
    // Once more after the attempt that is under way: it finds the withdrawal, and what has become of the mail.
    if (notifies || withdrawal === 'wait') await this.attempts.schedule(tx, { tenantId, subjectId: before.dispatchId });
    if (withdrawal === 'leave' || withdrawal === 'wait') return;
    const after: Dispatch = {
      ...before,
      state: notifies ? 'WITHDRAWING' : 'WITHDRAWN',
      mayBeThere: notifies,
      errorCode: null,
      stateRevision: before.stateRevision + 1,
    };
    await tx.query(
      `UPDATE dispatch SET state = $3, state_revision = $4, may_be_there = $5, error_code = NULL, changed_at = $6::timestamptz,
                           withdrawn_at = coalesce(withdrawn_at, $6::timestamptz)
       WHERE tenant_id = $1 AND dispatch_id = $2`,
      [tenantId, after.dispatchId, after.state, after.stateRevision, after.mayBeThere, this.clock.now()],
    );
    await this.outbox.add(tx, dispatchChanged(this.facts, tenantId, after, event));
  }
}
