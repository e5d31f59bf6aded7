import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AttemptWork, type AttemptClaim, type AttemptOutcome } from '@segur/persistence';
import { Log, Metrics, withTraceparent } from '@segur/telemetry';
import { isFinal, type Dispatch } from '../dispatch.entity.js';
import { decideOutcome, SUPERSEDED } from './decide-outcome.js';
import { DispatchLedger } from './dispatch-ledger.js';
import { MailMaker } from './mail-maker.js';
import { MailSender, type OutgoingMail } from './mail-sender.js';
import { TOO_LARGE, type SmtpOutcome } from './smtp-answer.js';

// ENS, Messagerie: 25 MB for the whole mail as it travels; a larger one would come back as a bounce.
const MAX_PATIENT_MAIL_BYTES = 25_000_000;

/**
 * Sends the mail of one dispatch, once per claim.
 *
 * A mail whose answer was lost, or whose outcome could not be written, is sent again with the same Message-ID and the same bytes: SMTP has no
 * other way to say "the same one", and mailboxes show such a pair once.
 */
@Injectable()
export class SendDispatchWork extends AttemptWork {
  constructor(
    private readonly ledger: DispatchLedger,
    private readonly mails: MailMaker,
    private readonly sender: MailSender,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  async attempt({ tenantId, subjectId, number }: AttemptClaim): Promise<AttemptOutcome> {
    const dispatch = await this.ledger.read(tenantId, subjectId);
    if (!dispatch || isFinal(dispatch)) return { outcome: 'done' };
    // A process died between its mail and its note of it: the answer is lost like any other.
    const mayBeThere = dispatch.mayBeThere || number > dispatch.attempts + 1;
    if (dispatch.revision < dispatch.newestRevision) {
      await this.ledger.write(tenantId, dispatch, { ...SUPERSEDED, mayBeThere, attempts: number });
      return SUPERSEDED.attempt;
    }
    return withTraceparent(dispatch.traceparent ?? undefined, 'send-dispatch', async () => {
      const mail = await this.mails.make(tenantId, dispatch);
      const mimeSha256 = createHash('sha256').update(mail.bytes).digest('hex');
      const answer = await this.send(tenantId, dispatch, mail);
      this.note(tenantId, dispatch, number, answer, mail);
      const outcome = decideOutcome(answer, mayBeThere);
      await this.ledger.write(tenantId, dispatch, { ...outcome, attempts: number, mimeSha256 });
      return outcome.attempt;
    });
  }

  override async givenUp({ tenantId, subjectId, number }: AttemptClaim, errorCode: string): Promise<void> {
    const dispatch = await this.ledger.read(tenantId, subjectId);
    if (!dispatch || isFinal(dispatch)) return;
    await this.ledger.write(tenantId, dispatch, {
      state: 'FAILED',
      errorCode,
      mayBeThere: dispatch.mayBeThere,
      attempts: number,
    });
  }

  private async send(tenantId: string, { recipientRole }: Dispatch, mail: OutgoingMail): Promise<SmtpOutcome> {
    if (recipientRole === 'patient' && mail.bytes.length > MAX_PATIENT_MAIL_BYTES) return { kind: 'rejected', code: TOO_LARGE };
    return this.sender.send(tenantId, mail);
  }

  private note(tenantId: string, dispatch: Dispatch, attempt: number, answer: SmtpOutcome, mail: OutgoingMail): void {
    const { dispatchId, reportSetId, revision, messageId } = dispatch;
    const sizeBytes = mail.bytes.length;
    const fields = { tenantId, dispatchId, reportSetId, revision, messageId, attempt, sizeBytes, outcome: answer.kind };
    this.metrics.deliveryAttemptsTotal.inc({ channel: 'mss', outcome: answer.kind });
    if (answer.kind === 'accepted') this.log.info('mail-sent', fields);
    else this.log.info('mail-not-sent', { ...fields, errorCode: answer.code });
  }
}
