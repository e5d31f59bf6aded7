import { Injectable } from '@nestjs/common';
import { readCdaHeader } from '@segur/cda';
import { Clock } from '@segur/clock';
import { DocumentStore } from '@segur/document-store';
import type { DeliverySheet } from '@segur/laboratory';
import { AttemptWork, ContextDatabase, Facts, Outbox, type AttemptClaim, type AttemptOutcome } from '@segur/persistence';
import { Metrics } from '@segur/telemetry';
import { DISPATCH_COLUMNS, dispatchChanged, type Dispatch } from '../dispatch.entity.js';
import { Mailboxes } from '../mailboxes.js';
import { composeMail } from './compose-mail.js';
import type { MssanteSection } from '../secure-messaging.config.js';
import { MailSender, type Mail } from './mail-sender.js';
import { packArchive } from './pack-archive.js';
import type { SmtpOutcome } from './smtp-answer.js';

const FINAL = new Set<Dispatch['state']>(['ACCEPTED', 'REJECTED', 'NOT_ELIGIBLE', 'FAILED']);

const STATE_OF = {
  accepted: 'ACCEPTED',
  rejected: 'REJECTED',
  unavailable: 'WAITING_RETRY',
  uncertain: 'UNCERTAIN',
} as const satisfies Record<SmtpOutcome['kind'], Dispatch['state']>;

/**
 * Sends the mail of one dispatch.
 *
 * A mail whose answer was lost, or whose outcome could not be written, is sent again with the same Message-ID and the same bytes: SMTP has no
 * other way to say "the same one", and mailboxes show such a pair once.
 */
@Injectable()
export class SendDispatchWork extends AttemptWork {
  constructor(
    private readonly database: ContextDatabase,
    private readonly outbox: Outbox,
    private readonly facts: Facts,
    private readonly documents: DocumentStore,
    private readonly mailboxes: Mailboxes,
    private readonly sender: MailSender,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {
    super();
  }

  async attempt({ tenantId, subjectId, number }: AttemptClaim): Promise<AttemptOutcome> {
    const dispatch = await this.read(tenantId, subjectId);
    if (!dispatch || FINAL.has(dispatch.state)) return { outcome: 'done' };

    const outcome = await this.sender.send(tenantId, await this.compose(tenantId, dispatch));
    const errorCode = outcome.kind === 'accepted' ? null : outcome.code;
    this.metrics.deliveryAttemptsTotal.inc({ channel: 'mss', outcome: outcome.kind });
    await this.write(tenantId, dispatch, STATE_OF[outcome.kind], number, errorCode);
    return errorCode === null || outcome.kind === 'rejected' ? { outcome: 'done' } : { outcome: 'retry', errorCode };
  }

  override async givenUp({ tenantId, subjectId, number }: AttemptClaim, errorCode: string): Promise<void> {
    const dispatch = await this.read(tenantId, subjectId);
    if (dispatch && !FINAL.has(dispatch.state)) await this.write(tenantId, dispatch, 'FAILED', number, errorCode);
  }

  private async compose(tenantId: string, dispatch: Dispatch): Promise<Mail> {
    const [cda, sheetBytes, pdf] = await Promise.all([
      this.documents.get(tenantId, dispatch.cdaSha256),
      this.documents.get(tenantId, dispatch.sheetSha256),
      dispatch.pdfSha256 ? this.documents.get(tenantId, dispatch.pdfSha256) : undefined,
    ]);
    const sheet = JSON.parse(sheetBytes.toString('utf8')) as DeliverySheet;
    const recipient = sheet.recipients[dispatch.recipientNumber];
    const section = this.mailboxes.require(tenantId);
    if (!recipient?.mssAddress) throw new TypeError('A dispatch without an address was planned');

    const header = readCdaHeader(cda);
    // Fixed when the mail was planned, so that a second attempt sends the same bytes.
    const date = dispatch.plannedAt;
    return composeMail({
      header,
      sheet,
      recipient: { ...recipient, mssAddress: recipient.mssAddress },
      mailbox: {
        address: section.mailbox,
        displayName: section.displayName,
        replyTo: section.replyTo,
        laboratory: section.laboratoryName,
        phone: section.phone,
        ...(section.productReference ? { productReference: section.productReference } : {}),
      },
      archive: packArchive({
        cda,
        header,
        sheet,
        sender: {
          organisation: section.laboratoryName,
          phone: section.phone,
          sourceOid: section.sourceOid,
          ...contentType(section),
        },
        lotId: dispatch.lotId,
        at: date,
      }),
      ...(pdf ? { pdf } : {}),
      messageId: dispatch.messageId,
      date,
    });
  }

  private async read(tenantId: string, dispatchId: string): Promise<Dispatch | undefined> {
    const [dispatch] = await this.database.query<Dispatch>(
      tenantId,
      `SELECT ${DISPATCH_COLUMNS} FROM dispatch WHERE tenant_id = $1 AND dispatch_id = $2`,
      [tenantId, dispatchId],
    );
    return dispatch;
  }

  /** State and fact in one statement; a state that someone else has moved meanwhile is left alone. */
  private async write(
    tenantId: string,
    before: Dispatch,
    state: Dispatch['state'],
    attempts: number,
    errorCode: string | null,
  ): Promise<void> {
    const dispatch: Dispatch = { ...before, state, stateRevision: before.stateRevision + 1, attempts, errorCode };
    await this.database.transaction(tenantId, async (tx) => {
      const [rows] = (await tx.query(
        `UPDATE dispatch SET state = $3, state_revision = $4, attempts = $5, error_code = $6, changed_at = $7
         WHERE tenant_id = $1 AND dispatch_id = $2 AND state_revision = $4 - 1 RETURNING dispatch_id`,
        [tenantId, dispatch.dispatchId, state, dispatch.stateRevision, attempts, errorCode, this.clock.now()],
      )) as [unknown[], number];
      if (rows.length > 0) await this.outbox.add(tx, dispatchChanged(this.facts, tenantId, dispatch));
    });
  }
}

function contentType({ contentTypeCode }: MssanteSection) {
  return contentTypeCode ? { contentType: { ...contentTypeCode, system: '1.2.250.1.213.2.2' } } : {};
}
